package org.virtualwindow.server.licence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.virtualwindow.protocol.Licence;
import org.virtualwindow.protocol.values.LookupTrouble;

/** What an authority answered, or that it did not. */
public sealed interface RegisterAnswer {

    /**
     * It has it, and what was to be compared is the same there.
     *
     * @param licence absent for a data check
     * @param holder whose it is, as the authority says; it may say less of it for a data check
     */
    record Found(Optional<Licence> licence, Map<String, String> holder) implements RegisterAnswer {
        @Override
        public String toString() {
            return "Found";
        }
    }

    /** It has nothing of the kind. */
    record NotFound() implements RegisterAnswer {}

    /** @param names of the query in which it has something else; perhaps none, where it does not say in which */
    record Differs(List<String> names) implements RegisterAnswer {}

    record Unavailable(LookupTrouble why) implements RegisterAnswer {}
}
