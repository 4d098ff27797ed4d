package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.virtualwindow.protocol.ids.OpId;

/**
 * The message was JSON, but not one that this role may say. Nothing was changed.
 *
 * @param opId of the message, where it could be read: that operation is refused for good, as with {@link
 *     org.virtualwindow.protocol.values.Refusal#INVALID}
 */
public record NotUnderstood(
        String reason,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<OpId> opId)
        implements ToKiosk, ToClerk, ToHall, ToDevice {}
