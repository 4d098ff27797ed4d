package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.protocol.MediaMessage;
import org.virtualwindow.protocol.MediaPlan;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.server.postgres.Sql;

/** A kiosk and a clerk in a call of their own, beside what a test does: whether they notice it, and whether it changes what is kept. */
record Bystanders(KioskPage kiosk, Console clerk, RoomId room, CallId call, Sql sql) implements AutoCloseable {
    static Bystanders talk(Town town) {
        KioskPage kiosk = town.kiosk(Town.AREA);
        Console clerk = town.console("lu.xiaoyan");
        RoomId room = kiosk.talksWith(clerk);
        clerk.line().await(MediaPlan.class);
        kiosk.line().await(MediaPlan.class);
        kiosk.line().await(RoomMessage.RoomHappened.class, seated -> seated.event() instanceof RoomEvent.ClerkSeated);
        // What follows on the snapshot that each was shown.
        clerk.line().await(RoomMessage.DevicesShown.class);
        kiosk.line().await(RoomMessage.DevicesShown.class);
        Sql sql = new Sql(town.server().database().dataSource());
        return new Bystanders(kiosk, clerk, room, clerk.awaitInCall().call(), sql);
    }

    /** What is kept stays as it is, and these two hear nothing of it. */
    void unmovedBy(Runnable abuse) {
        forget();
        List<String> before = kept();
        abuse.run();
        assertThat(kept()).isEqualTo(before);
        noticedNothing();
    }

    /** What they have heard so far. */
    void forget() {
        kiosk.line().forget();
        clerk.line().forget();
    }

    /** Since they forgot what they had heard. */
    void noticedNothing() {
        beats(kiosk.line());
        beats(clerk.line());
        assertThat(kiosk.line().all(RoomMessage.class)).isEmpty();
        assertThat(kiosk.line().all(MediaMessage.class)).isEmpty();
        assertThat(kiosk.line().all(ToKiosk.KioskCallChanged.class)).isEmpty();
        assertThat(clerk.line().all(RoomMessage.class)).isEmpty();
        assertThat(clerk.line().all(MediaMessage.class)).isEmpty();
        assertThat(clerk.line().all(ToClerk.ClerkCallChanged.class)).isEmpty();
    }

    private List<String> kept() {
        return sql.list("""
            select 'stream ' || stream || ' ' || max(seq) as it from entry group by stream
            union all select 'call ' || id || body from call
            union all select 'room ' || id || state from room
            union all select 'case ' || case_no from case_file
            union all select 'duty ' || clerk || ready from clerk_duty
            union all select 'window ' || clerk || service_window from clerk_assignment
            union all select 'codes ' || count(*) from one_time_code where used_at is null
            union all select 'keys ' || count(*) from device_key
            order by 1\
            """, row -> row.getString("it"));
    }

    static void beats(Line<?> line) {
        line.say(new Beat(4711L));
        line.await(Beat.class, beat -> beat.number() == 4711);
    }

    @Override
    public void close() {
        clerk.close();
        kiosk.close();
    }
}
