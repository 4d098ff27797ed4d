package org.virtualwindow.server.desk;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.CloseCode;
import org.virtualwindow.server.connection.Arrival;
import org.virtualwindow.server.connection.Peer;

/** Somebody who writes down what they are told. */
final class Ear implements Peer {
    private final List<Answer> answers = new CopyOnWriteArrayList<>();

    @Override
    public void send(Object message) {
        answers.add((Answer) message);
    }

    @Override
    public void close(CloseCode code) {}

    @Override
    public Arrival arrival() {
        return new Arrival("page", 0, 0);
    }

    List<Answer> all() {
        return List.copyOf(answers);
    }

    Answer last() {
        return answers.getLast();
    }
}
