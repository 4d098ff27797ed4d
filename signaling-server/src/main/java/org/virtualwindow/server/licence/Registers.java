package org.virtualwindow.server.licence;

import org.virtualwindow.protocol.values.LookupTrouble;

/** The authorities outside that keep licences and registers. */
public interface Registers {
    /** Where none is connected. */
    Registers NONE = new Registers() {
        @Override
        public boolean connected() {
            return false;
        }

        @Override
        public RegisterAnswer ask(RegisterQuery query) {
            return new RegisterAnswer.Unavailable(LookupTrouble.NOT_REACHED);
        }
    };

    /** Whether there is anybody to ask. */
    default boolean connected() {
        return true;
    }

    /**
     * Asks once, and waits for the answer within a time of its own. Whatever goes wrong is an answer, too. Any thread that may wait, several
     * at a time.
     */
    RegisterAnswer ask(RegisterQuery query);
}
