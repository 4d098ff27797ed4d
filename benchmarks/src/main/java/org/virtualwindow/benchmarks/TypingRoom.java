package org.virtualwindow.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.RoomMessage.Shown;
import org.virtualwindow.protocol.RoomOperation.SetField;
import org.virtualwindow.protocol.RoomSignal.Draft;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;

/** An applicant and a clerk in a call over a form that is filled in, the applicant typing. */
final class TypingRoom implements AutoCloseable {
    private static final long SET_EVERY = 1_000_000_000 / 4;
    private static final long DRAFT_EVERY = 1_000_000_000 / 7;
    private static final int SETS_IN_A_FIELD = 12;

    /** Everything {@code ENT_NAME} wants, so that the form is of its real size. */
    private static final String[][] FORM = {
        {"/marketEntityType", "LLC"},
        {"/orgForm", "LIMITED_LIABILITY"},
        {"/registeredCapital", "100"},
        {"/preApproval", "false"},
        {"/namePattern", "REGION_TRADE_INDUSTRY_FORM"},
        {"/regionWord", "湖州"},
        {"/tradeName", "禾泽"},
        {"/industryWord", "贸易"},
        {"/investors/r1/idType", "RESIDENT_ID"},
        {"/investors/r1/name", "买买提·艾力"},
        {"/investors/r1/idNo", "330503198803150029"},
        {"/investors/r1/amount", "100"},
        {"/investors/r1/percent", "100"},
        {"/contactName", "㐱𠮷"},
        {"/contactIdType", "RESIDENT_ID"},
        {"/contactIdNo", "310117200002290016"},
        {"/contactMobile", "13800000427"},
    };

    private static final List<String> TYPED = List.of("/tradeName", "/alternative1", "/alternative2", "/alternative3");

    private final Talk talk;
    private final Map<String, Long> revs = new HashMap<>();

    private TypingRoom(Talk talk) {
        this.talk = talk;
    }

    static TypingRoom begin(String origin, String kioskCookie, String clerkCookie) throws InterruptedException {
        var begun = new TypingRoom(Talk.begin(origin, kioskCookie, clerkCookie));
        for (String[] field : FORM) {
            OpId op = Talk.op();
            begun.talk.kiosk().ask(begun.set(op, field[0], field[1]), op.value());
        }
        return begun;
    }

    /** Types until the tally's window is over, by the clock and not by the answers, as people do. */
    void type(long begins, Tally tally) {
        Line<ToKiosk> kiosk = talk.kiosk();
        Line<ToClerk> clerk = talk.clerk();
        kiosk.listen((text, at) -> {
            if (text.startsWith("{\"type\":\"Accepted\"")) {
                tally.accepted(((Answer) kiosk.decode(text)).opId().value(), at);
            }
        });
        clerk.listen((text, at) -> {
            if (text.startsWith("{\"type\":\"Shown\"")
                    && ((Shown) clerk.decode(text)).signal() instanceof Draft draft) {
                tally.shown(draft.text().text(), at);
            }
        });
        long nextSet = begins;
        long nextDraft = begins;
        int sets = 0;
        while (Math.min(nextSet, nextDraft) < tally.until()) {
            String path = TYPED.get(sets / SETS_IN_A_FIELD % TYPED.size());
            if (nextDraft <= nextSet) {
                String typed = "禾泽贸易" + Talk.op().value();
                send(nextDraft, tally, typed, new Draft(talk.room(), new FieldPath(path), new FieldValue(typed)));
                nextDraft += DRAFT_EVERY;
            } else {
                OpId op = Talk.op();
                send(nextSet, tally, op.value(), set(op, path, "禾泽" + op.value()));
                nextSet += SET_EVERY;
                sets++;
            }
        }
    }

    /** Bytes at both ends for {@link Keystrokes}, before anybody types otherwise. */
    long typesAlone() throws InterruptedException {
        return Keystrokes.here(talk, revs);
    }

    boolean isOpen() {
        return talk.isOpen();
    }

    private void send(long due, Tally tally, String name, Object message) {
        String text = WireCodec.encode(message);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        tally.sends(name, due);
        talk.kiosk().sayText(text);
    }

    /** Nobody else writes here, so the field's revision is how often it was set. */
    private SetField set(OpId op, String path, String value) {
        long rev = revs.merge(path, 1L, Long::sum) - 1;
        return new SetField(op, talk.room(), new FieldPath(path), new FieldValue(value), rev);
    }

    @Override
    public void close() {
        talk.close();
    }
}
