package org.virtualwindow.system;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.server.media.kurento.MediaEngine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Carries media for a fake media server: one browser connection for each endpoint, what one receives another sends on. */
final class ChromiumEngine implements MediaEngine, AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Endpoints by name. Tracks come and sinks are named in any order; both lead to {@code pass}. */
    private static final String PAGE = """
        window.endpoints = new Map();
        window.starved = false;
        window.endpoint = (id) => {
          if (!endpoints.has(id)) {
            const rtc = new RTCPeerConnection();
            const it = { rtc, tracks: {}, sinks: [] };
            rtc.onicecandidate = ({ candidate }) => {
              const { candidate: line = "", sdpMid = "", sdpMLineIndex = 0 } = candidate ?? {};
              found(JSON.stringify({ id, line, sdpMid, sdpMLineIndex }));
            };
            rtc.ontrack = ({ track }) => {
              it.tracks[track.kind] = track;
              // Sound flows on only while it is played.
              const player = Object.assign(new Audio(), { muted: true, srcObject: new MediaStream([track]) });
              it[`${track.kind}Player`] = player;
              void player.play().catch(() => {});
              it.sinks.forEach(pass);
            };
            endpoints.set(id, it);
          }
          return endpoints.get(id);
        };
        window.pass = ({ source, sink, kinds }) => {
          for (const { sender, receiver } of endpoint(sink).rtc.getTransceivers()) {
            const { kind } = receiver.track;
            if (kinds.includes(kind)) void sender.replaceTrack(starved ? null : endpoint(source).tracks[kind] ?? null);
          }
        };
        window.passAll = () => endpoints.forEach(({ sinks }) => sinks.forEach(pass));
        window.answer = async (id, sdp) => {
          const { rtc } = endpoint(id);
          await rtc.setRemoteDescription({ type: "offer", sdp });
          rtc.getTransceivers().forEach((each) => (each.direction = "sendrecv"));
          passAll();
          await rtc.setLocalDescription();
          return rtc.localDescription.sdp;
        };
        window.connect = (source, sink, kinds) => {
          const way = { source, sink, kinds };
          endpoint(source).sinks.push(way);
          endpoint(sink);
          pass(way);
        };
        window.release = (id) => {
          endpoints.get(id)?.rtc.close();
          endpoints.delete(id);
          endpoints.forEach((each) => (each.sinks = each.sinks.filter(({ sink }) => sink !== id)));
        };\
        """;

    private final DevTools page;
    private volatile @Nullable Found found;

    ChromiumEngine() throws Exception {
        page = DevTools.open(List.of("found"), (name, text) -> candidateFound(text));
        page.run(PAGE);
    }

    @Override
    public void listen(Found listener) {
        found = listener;
    }

    @Override
    public String answer(String endpoint, String sdpOffer) {
        return page.run("answer(%s, %s)".formatted(DevTools.quoted(endpoint), DevTools.quoted(sdpOffer)));
    }

    @Override
    public void candidate(String endpoint, String candidate, String sdpMid, int sdpMLineIndex) {
        // As the real one: what it does not understand it takes silently.
        page.run("endpoint(%s).rtc.addIceCandidate({ candidate: %s, sdpMid: %s, sdpMLineIndex: %d }).catch(() => {})"
                .formatted(
                        DevTools.quoted(endpoint), DevTools.quoted(candidate), DevTools.quoted(sdpMid), sdpMLineIndex));
    }

    @Override
    public void connect(String source, String sink, Optional<String> mediaType) {
        String kinds = mediaType
                .map(type -> "[\"" + type.toLowerCase(Locale.ROOT) + "\"]")
                .orElse("[\"audio\", \"video\"]");
        page.run("connect(%s, %s, %s)".formatted(DevTools.quoted(source), DevTools.quoted(sink), kinds));
    }

    @Override
    public void release(String endpoint) {
        page.run("release(%s)".formatted(DevTools.quoted(endpoint)));
    }

    /** Connections stay and nothing comes over them any more, or it comes again. */
    void starve(boolean now) {
        page.run("starved = %s; passAll()".formatted(now));
    }

    private void candidateFound(String text) {
        Found listener = found;
        if (listener == null) {
            return;
        }
        JsonNode candidate = JSON.readTree(text);
        String endpoint = candidate.path("id").asString();
        String line = candidate.path("line").asString();
        if (line.isEmpty()) {
            listener.done(endpoint);
        } else {
            listener.candidate(
                    endpoint,
                    line,
                    candidate.path("sdpMid").asString(),
                    candidate.path("sdpMLineIndex").asInt());
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        page.close();
    }
}
