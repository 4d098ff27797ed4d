package org.virtualwindow.server.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.virtualwindow.protocol.ClerkState;
import org.virtualwindow.protocol.ToKiosk.Destination;
import org.virtualwindow.protocol.ToKiosk.Ended;
import org.virtualwindow.protocol.ToKiosk.KioskCall;
import org.virtualwindow.protocol.ToKiosk.Lobby;
import org.virtualwindow.protocol.ToKiosk.Offering;
import org.virtualwindow.protocol.ToKiosk.Suspended;
import org.virtualwindow.protocol.ToKiosk.Talking;
import org.virtualwindow.protocol.ToKiosk.Wait;
import org.virtualwindow.protocol.ToKiosk.Waiting;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.call.CallState;
import org.virtualwindow.server.desk.Call;
import org.virtualwindow.server.desk.DeskState;
import org.virtualwindow.server.desk.TalkTimes;
import org.virtualwindow.server.desk.WaitEstimate;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.directory.Directory.CentreEntry;
import org.virtualwindow.server.directory.Directory.ClerkEntry;
import org.virtualwindow.server.directory.Directory.KioskEntry;
import org.virtualwindow.server.form.Catalog;

/** What a kiosk is shown of the desk. */
final class KioskViews {
    private final Directory directory;
    private final Supplier<Catalog> catalog;
    private final Supplier<Offering> offering;
    private final TalkTimes talkTimes;
    private final Duration grace;

    /** @param grace who is cut off may be away this long */
    KioskViews(
            Directory directory,
            Supplier<Catalog> catalog,
            Supplier<Offering> offering,
            TalkTimes talkTimes,
            Duration grace) {
        this.directory = directory;
        this.catalog = catalog;
        this.offering = offering;
        this.talkTimes = talkTimes;
        this.grace = grace;
    }

    /** @param all the destinations of that moment */
    Lobby lobby(KioskEntry kiosk, List<Destination> all, Instant now) {
        return new Lobby(
                kiosk.id(),
                directory.centre(kiosk.centre()).orElseThrow().name(),
                now,
                all.stream()
                        .filter(there -> !there.centre().equals(kiosk.centre()))
                        .toList(),
                offering.get().hash());
    }

    /** Everywhere a kiosk may be connected to, itself included; the same for all kiosks, so made once for all of them. */
    List<Destination> destinations(DeskState desk, Instant now) {
        return directory.centres().stream()
                .filter(centre -> !catalog.get().of(centre.id()).isEmpty())
                .map(centre -> destination(centre, desk, now))
                .toList();
    }

    private Destination destination(CentreEntry centre, DeskState desk, Instant now) {
        List<ClerkId> clerks = directory.clerksOf(centre.id()).stream()
                .map(ClerkEntry::id)
                .filter(clerk -> !directory.windowsOf(clerk).isEmpty())
                .toList();
        long free = clerks.stream()
                .filter(clerk -> desk.stateOf(clerk) == ClerkState.READY)
                .count();
        long ahead = desk.line().stream()
                .filter(call -> call.owner().equals(centre.id()))
                .count();
        return new Destination(
                centre.id(),
                centre.name(),
                centre.region(),
                centre.openAt(now),
                centre.opensAfter(now),
                Optional.of(centre.hoursText()),
                !clerks.isEmpty(),
                free,
                WaitEstimate.of(ahead, free, onDuty(clerks, desk), talkTimes.meanMinutes()));
    }

    private static long onDuty(List<ClerkId> clerks, DeskState desk) {
        return clerks.stream()
                .filter(clerk -> switch (desk.stateOf(clerk)) {
                    case READY, RINGING, TALKING, WRAP_UP -> true;
                    case AWAY, OFFLINE -> false;
                })
                .count();
    }

    Optional<KioskCall> call(KioskId kiosk, DeskState desk) {
        return desk.callAt(kiosk)
                .map(call -> going(call, desk))
                .or(() -> Optional.ofNullable(desk.lastEnded().get(kiosk))
                        .map(ended -> new Ended(ended.call(), ended.how())));
    }

    private KioskCall going(Call call, DeskState desk) {
        return switch (call.state()) {
            case CallState.Waiting waiting ->
                new Waiting(call.id(), waiting.place().since(), false, expected(call, desk));
            case CallState.Ringing ringing ->
                new Waiting(call.id(), ringing.place().since(), true, expected(call, desk));
            case CallState.Talking talking ->
                new Talking(
                        call.id(),
                        directory.card(talking.clerk(), call.item()).orElseThrow(),
                        talking.code(),
                        talking.since(),
                        desk.clerks().contains(talking.clerk()),
                        grace.toSeconds());
            case CallState.Suspended suspended -> new Suspended(call.id(), suspended.since());
            case CallState.WrapUp wrapUp -> new Ended(call.id(), wrapUp.how());
            case CallState.Over over -> new Ended(call.id(), over.how());
        };
    }

    /** Only those who can be asked for this item count, before this call and behind the windows. */
    private Wait expected(Call call, DeskState desk) {
        List<ClerkId> clerks = suitable(call.owner(), call);
        long ahead = desk.line().stream()
                .takeWhile(before -> !before.id().equals(call.id()))
                .filter(before -> before.owner().equals(call.owner()))
                .count();
        long free = clerks.stream()
                .filter(clerk -> desk.stateOf(clerk) == ClerkState.READY)
                .count();
        return WaitEstimate.of(ahead, free, onDuty(clerks, desk), talkTimes.meanMinutes());
    }

    private List<ClerkId> suitable(CentreId owner, Call call) {
        return directory.clerksOf(owner).stream()
                .map(ClerkEntry::id)
                .filter(clerk -> directory.serves(clerk, call.item()))
                .toList();
    }
}
