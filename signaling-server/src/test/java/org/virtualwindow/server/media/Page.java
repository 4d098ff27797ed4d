package org.virtualwindow.server.media;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.virtualwindow.protocol.CloseCode;
import org.virtualwindow.protocol.MediaPlan;
import org.virtualwindow.server.connection.Arrival;
import org.virtualwindow.server.connection.Peer;

/** A page in a call, and what it was told. */
public final class Page implements Peer {
    private final String name;
    private final List<Object> heard = new CopyOnWriteArrayList<>();

    public Page(String name) {
        this.name = name;
    }

    public List<MediaPlan> plans() {
        return heard(MediaPlan.class);
    }

    public MediaPlan plan() {
        return plans().getLast();
    }

    public <M> List<M> heard(Class<M> type) {
        return heard.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public void send(Object message) {
        heard.add(message);
    }

    @Override
    public void close(CloseCode code) {}

    @Override
    public Arrival arrival() {
        return new Arrival(name, 0, 0);
    }
}
