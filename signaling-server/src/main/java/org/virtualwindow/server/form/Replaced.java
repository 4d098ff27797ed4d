package org.virtualwindow.server.form;

import java.util.Optional;
import org.virtualwindow.protocol.FieldState;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldValue;

/**
 * What stood in a field before.
 *
 * @param reason why it was not what the identity card says
 */
public record Replaced(FieldValue value, Optional<ChatText> reason) {
    static final Replaced NOTHING = new Replaced(FieldValue.EMPTY, Optional.empty());

    static Replaced of(Optional<FieldState> stood) {
        return stood.map(state -> new Replaced(state.value(), state.reason())).orElse(NOTHING);
    }
}
