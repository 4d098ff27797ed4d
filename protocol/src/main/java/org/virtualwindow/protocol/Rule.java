package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.LocalText;

/**
 * What an item wants beyond single fields. Rules are data, worked out in the same way by the server, whose word counts, and by the
 * screens, which need not wait for it. A rule about a column holds in each row by itself.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Rule {
    /** Names it in variants, in issues ({@code rule.ID}) and in faults of the package. */
    String id();

    /** These fields and tables are there only while a rule that shows them holds. A hidden value is kept but not filed. */
    record Shows(String id, Expression when, List<FieldPath> show) implements Rule {}

    /** These fields must be filled in while it holds. */
    record Requires(String id, Expression when, List<FieldPath> require) implements Rule {}

    /** Nobody writes this field: it follows from others. */
    record Computes(String id, FieldPath set, Expression to) implements Rule {}

    /** Only these choices of a field are offered while it holds, or always. */
    record Offers(String id, Optional<Expression> when, FieldPath at, List<String> only) implements Rule {}

    /**
     * Something must hold, while {@code when} does or always. What is not known yet is no fault.
     *
     * @param at where people read {@code say}
     * @param with what stands for {@code {NAME}} in the sentence
     */
    record Demands(
            String id,
            Optional<Expression> when,
            FieldPath at,
            Expression must,
            LocalText say,
            Map<String, Expression> with)
            implements Rule {}
}
