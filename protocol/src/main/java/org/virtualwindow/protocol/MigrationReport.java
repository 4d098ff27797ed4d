package org.virtualwindow.protocol;

import java.util.List;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.protocol.values.LocalText;

/**
 * What becomes, or became, of an open form under a newer package, as the receiver may see it.
 *
 * @param itemHash of the newer package
 * @param parts what it asks for that the former did not, no longer asks for, or asks for otherwise
 * @param lost answers that have no place under it: they leave the form and stay here
 * @param doubtful answers that stay and were right before, with what is wrong with them by now
 * @param toConfirm what a clerk wrote, to be called right once more
 * @param toDeclare codes of what was declared, to be declared once more
 */
public record MigrationReport(
        Long fromVersion,
        Long toVersion,
        String itemHash,
        List<ChangedPart> parts,
        List<LostAnswer> lost,
        List<DoubtfulAnswer> doubtful,
        List<AnswerToConfirm> toConfirm,
        List<String> toDeclare) {

    /** A field by its path, a table by its path, a declaration by its code. */
    public record ChangedPart(PartKind part, PartChange how, String key, LocalText name) {}

    /** @param value in words, as it stood there */
    public record LostAnswer(FieldPath path, LocalText name, LocalText value, LossReason why) {}

    public record DoubtfulAnswer(FieldPath path, LocalText name, Issue issue) {}

    public record AnswerToConfirm(FieldPath path, LocalText name) {}

    /** What a package asks for. */
    public enum PartKind {
        FIELD,
        TABLE,
        DECLARATION
    }

    /** What is different about it. */
    public enum PartChange {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** Why an answer has no place. */
    public enum LossReason {
        FIELD_GONE,
        CHOICE_GONE,
        TOO_LONG,
        /** The field is worked out from others now. */
        COMPUTED,
        /** The table takes fewer rows. */
        ROW_OVER,
        /** The clerk would see more of it than when it was written. */
        LESS_GUARDED,
        /** What was signed was the former form. */
        SIGN_ANEW
    }
}
