package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;

/** What the clerk puts before the applicant, large, until one of them puts it away. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Presentation {

    /** A sentence in both languages; the kiosk shows its own. */
    record Phrase(ChatText zh, ChatText en) implements Presentation {}

    /** The example on the item's rule card for this field or table. */
    record Sample(FieldPath path) implements Presentation {}

    /** A choice, or yes and no: one touch answers it, and stands in the field as the applicant's own. */
    record Question(FieldPath path) implements Presentation {}
}
