package org.virtualwindow.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.RoomEvent.FieldSet;
import org.virtualwindow.protocol.RoomMessage.RoomHappened;
import org.virtualwindow.protocol.RoomOperation.SetField;
import org.virtualwindow.protocol.RoomSignal.Draft;
import org.virtualwindow.protocol.RoomSignal.Focus;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one keystroke costs on the line: the same texts typed here, each keystroke shown to the other and each text written once it
 * is whole, and into a text that two people share over y-websocket.
 */
final class Keystrokes {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> FIELDS = List.of("/tradeName", "/alternative1", "/alternative2", "/alternative3");
    private static final String TEXT = "南浔古镇湖笔文化用品贸易";

    private Keystrokes() {}

    /** What stands in a field after a keystroke. */
    record Typed(String field, String text) {}

    private static List<Typed> all() {
        List<Typed> all = new ArrayList<>();
        for (String field : FIELDS) {
            for (int length = 1; length <= TEXT.length(); length++) {
                all.add(new Typed(field, TEXT.substring(0, length)));
            }
        }
        return all;
    }

    static int count() {
        return FIELDS.size() * TEXT.length();
    }

    /** Bytes at both ends of a room in which nobody types otherwise, until everything is accepted and shown. */
    static long here(Talk talk, Map<String, Long> revs) throws InterruptedException {
        long before = talk.kiosk().bytes() + talk.clerk().bytes();
        for (Typed typed : all()) {
            FieldPath path = new FieldPath(typed.field());
            if (typed.text().length() == 1) {
                talk.kiosk().say(new Focus(talk.room(), Optional.of(path)));
            }
            talk.kiosk().say(new Draft(talk.room(), path, new FieldValue(typed.text())));
            if (typed.text().equals(TEXT)) {
                OpId op = Talk.op();
                talk.kiosk()
                        .say(new SetField(
                                op,
                                talk.room(),
                                path,
                                new FieldValue(TEXT),
                                revs.merge(typed.field(), 1L, Long::sum) - 1));
                talk.kiosk().await(Answer.class, answer -> answer.opId().equals(op));
                talk.clerk()
                        .await(
                                RoomHappened.class,
                                news -> news.event() instanceof FieldSet set
                                        && set.path().equals(path));
            }
        }
        return talk.kiosk().bytes() + talk.clerk().bytes() - before;
    }

    /** The same over y-websocket. */
    static long overYjs(Path home) throws IOException, InterruptedException {
        Process node = new ProcessBuilder(
                        "node",
                        home.resolve("benchmarks/src/main/node/yjs-peer.mjs").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var to = node.getOutputStream()) {
            to.write(WireCodec.bytes(all()));
        }
        String said = new String(node.getInputStream().readAllBytes());
        if (node.waitFor() != 0) {
            throw new IOException("the Yjs peer ended: " + said);
        }
        return JSON.readTree(said).get("bytes").asLong();
    }
}
