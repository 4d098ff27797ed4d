package org.virtualwindow.server.doctor;

import java.util.Optional;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.server.connection.Conversation;
import org.virtualwindow.server.connection.Door;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.identity.Sessions;

/** A socket on which only beats are answered: a page looks whether sockets pass, and the one that it uses is left alone. */
public final class EchoDoor implements Door<Beat> {
    private final Sessions sessions;

    public EchoDoor(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Class<Beat> root() {
        return Beat.class;
    }

    @Override
    public Optional<Conversation<Beat>> open(Credentials credentials, Peer peer) {
        return sessions.anyone(credentials.cookies()).map(_ -> new Echo());
    }

    private static final class Echo implements Conversation<Beat> {
        @Override
        public void handle(Beat message) {} // answered by the connection

        @Override
        public void gone() {}
    }
}
