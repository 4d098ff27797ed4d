package org.virtualwindow.server.licence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.virtualwindow.protocol.Licence;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.json.WireCodec.Decoded;
import org.virtualwindow.protocol.values.LookupTrouble;

/** The JSON that goes to an authority and comes back; {@code docs/operations} shows both. */
final class RegisterWire {
    private RegisterWire() {}

    record Asked(
            String id,
            String register,
            String item,
            String centre,
            String purpose,
            Map<String, String> holder,
            Map<String, String> compares) {
        static Asked of(RegisterQuery query) {
            return new Asked(
                    query.id(),
                    query.register(),
                    query.item().value(),
                    query.centre().value(),
                    query.purpose(),
                    query.holder(),
                    query.compares());
        }
    }

    enum Kind {
        FOUND,
        NOT_FOUND,
        DIFFERS
    }

    record Told(
            Kind answer,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Licence> licence,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Map<String, String>> holder,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<String>> differs) {
        private RegisterAnswer read() {
            return switch (answer) {
                case FOUND -> new RegisterAnswer.Found(licence, holder.orElse(Map.of()));
                case NOT_FOUND -> new RegisterAnswer.NotFound();
                case DIFFERS -> new RegisterAnswer.Differs(differs.orElse(List.of()));
            };
        }
    }

    /** Whatever is not as agreed is no answer. */
    static RegisterAnswer read(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return WireCodec.decode(text, Told.class, body.length) instanceof Decoded.Message<Told>(Told told)
                ? told.read()
                : new RegisterAnswer.Unavailable(LookupTrouble.NOT_UNDERSTOOD);
    }
}
