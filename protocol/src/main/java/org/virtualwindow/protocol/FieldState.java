package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Source;

/**
 * One field as the receiver may see it: of a field whose kind is masked, the clerk is given part of the value only.
 *
 * @param rev counts the changes of this field; an operation names the one it was based on
 * @param confirmed false while the applicant has not yet said that what the clerk wrote is right
 * @param reason why it is not what the identity card says (与证件不一致); only where it is not
 */
public record FieldState(
        FieldValue value,
        Long rev,
        Author by,
        Source source,
        Instant at,
        Boolean confirmed,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ChatText> reason) {

    /** The same field, which the applicant said is right. */
    public FieldState right() {
        return new FieldState(value, rev, by, source, at, true, reason);
    }

    /** The same field, as somebody sees it who may see this of its value. */
    public FieldState as(FieldValue seen) {
        return new FieldState(seen, rev, by, source, at, confirmed, reason);
    }
}
