package org.virtualwindow.server.media.kurento;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Answers every offer at once with what a media server would say, and carries nothing. */
public final class CannedEngine implements MediaEngine {
    private final List<String> candidates = new CopyOnWriteArrayList<>();
    private volatile boolean commonCodec = true;
    private @Nullable Found found;

    /** From now on no video codec of an offer is known. */
    public void knowNoVideoCodec() {
        commonCodec = false;
    }

    /** The browsers' candidates as they came, each as {@code endpoint candidate}. */
    public List<String> candidates() {
        return List.copyOf(candidates);
    }

    @Override
    public void listen(Found listener) {
        found = listener;
    }

    @Override
    public String answer(String endpoint, String sdpOffer) {
        List<String> answer = new ArrayList<>();
        for (String line : sdpOffer.lines().toList()) {
            answer.add(answered(line));
        }
        if (found != null) {
            found.candidate(endpoint, "candidate:1 1 UDP 2015363327 127.0.0.1 40000 typ host", "0", 0);
            found.candidate(endpoint, "candidate:2 1 TCP 1010827775 127.0.0.1 9 typ host tcptype active", "0", 0);
            found.done(endpoint);
        }
        return String.join("\r\n", answer) + "\r\n";
    }

    private String answered(String line) {
        if (line.startsWith("m=video ") && !commonCodec) {
            return line.replaceFirst("m=video \\d+", "m=video 0");
        }
        return switch (line) {
            case "a=sendonly" -> "a=recvonly";
            case "a=recvonly" -> "a=sendonly";
            case "a=setup:actpass" -> "a=setup:passive";
            default -> line;
        };
    }

    @Override
    public void candidate(String endpoint, String candidate, String sdpMid, int sdpMLineIndex) {
        candidates.add(endpoint + " " + candidate);
    }

    @Override
    public void connect(String source, String sink, Optional<String> mediaType) {}

    @Override
    public void release(String endpoint) {}
}
