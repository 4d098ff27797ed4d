package org.virtualwindow.server.clerk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.virtualwindow.protocol.ToClerk.AsideChanged;
import org.virtualwindow.protocol.ToClerk.AsideMatter;
import org.virtualwindow.protocol.ToClerk.CallMatter;
import org.virtualwindow.protocol.ToClerk.ClerkCall;
import org.virtualwindow.protocol.ToClerk.DeskView;
import org.virtualwindow.protocol.ToClerk.InCall;
import org.virtualwindow.protocol.ToClerk.LineEntry;
import org.virtualwindow.protocol.ToClerk.Ringing;
import org.virtualwindow.protocol.ToClerk.WindowView;
import org.virtualwindow.protocol.ToClerk.WrapUp;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.server.call.CallState;
import org.virtualwindow.server.desk.Call;
import org.virtualwindow.server.desk.DeskState;
import org.virtualwindow.server.desk.Resumed;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.directory.Directory.ClerkEntry;
import org.virtualwindow.server.form.Catalog;
import org.virtualwindow.server.kiosk.KioskDoor;
import org.virtualwindow.server.room.PutAside.Waiting;

/** What a clerk is shown of the desk: the calls they could be asked for, and nothing about who waits. */
final class ClerkViews {
    private final Directory directory;
    private final Supplier<Catalog> catalog;
    private final KioskDoor kiosks;
    private final FiledCases filed;
    private final Duration longWait;

    ClerkViews(Directory directory, Supplier<Catalog> catalog, KioskDoor kiosks, FiledCases filed, Duration longWait) {
        this.directory = directory;
        this.catalog = catalog;
        this.kiosks = kiosks;
        this.filed = filed;
        this.longWait = longWait;
    }

    DeskView desk(ClerkEntry clerk, DeskState desk, Instant now) {
        return new DeskView(
                clerk.card(),
                desk.stateOf(clerk.id()),
                now,
                directory.windowsOf(clerk.id()).stream()
                        .flatMap(window -> directory.window(window).stream())
                        .map(window -> new WindowView(window.name(), window.items()))
                        .toList(),
                desk.line().stream()
                        .filter(call ->
                                call.owner().equals(clerk.centre()) && directory.serves(clerk.id(), call.item()))
                        .map(call -> entry(call))
                        .toList(),
                longWait.toMinutes());
    }

    private LineEntry entry(Call call) {
        return new LineEntry(
                call.id(),
                call.item(),
                title(call),
                centre(call.near()),
                kiosk(call),
                call.place().orElseThrow().since(),
                call.state() instanceof CallState.Ringing);
    }

    /** @param helper whether a helper sits at the kiosk, as far as the room is known */
    Optional<ClerkCall> call(ClerkId clerk, DeskState desk) {
        return desk.callOf(clerk).flatMap(call -> switch (call.state()) {
            case CallState.Ringing ringing ->
                Optional.of(new Ringing(
                        call.id(),
                        call.item(),
                        title(call),
                        centre(call.near()),
                        kiosk(call),
                        ringing.place().since(),
                        ringing.until(),
                        call.helper(),
                        call.resumed().map(Resumed::at)));
            case CallState.Talking talking ->
                Optional.of(new InCall(
                        call.id(),
                        call.room(),
                        talking.code(),
                        centre(call.near()),
                        kiosk(call),
                        talking.since(),
                        desk.kiosks().contains(call.kiosk()),
                        kiosks.isInterrupted(call.kiosk()),
                        matters(call),
                        Optional.of(Stream.of(call.owner(), call.near())
                                        .filter(directory::isMapped)
                                        .toList())
                                .filter(maps -> !maps.isEmpty())));
            case CallState.WrapUp wrapUp ->
                Optional.of(new WrapUp(
                        call.id(), call.item(), wrapUp.since(), wrapUp.how(), filed.in(call.room()), matters(call)));
            case CallState.Waiting _, CallState.Suspended _, CallState.Over _ -> Optional.empty();
        });
    }

    private Optional<List<CallMatter>> matters(Call call) {
        return call.before()
                .map(before -> Stream.concat(
                                before.stream()
                                        .map(left -> new CallMatter(
                                                left.item(),
                                                title(left.item(), call.owner()),
                                                left.filed(),
                                                left.keptUntil())),
                                Stream.of(new CallMatter(
                                        call.item(), title(call), filed.in(call.room()), Optional.empty())))
                        .toList());
    }

    AsideChanged aside(List<Waiting> matters) {
        return new AsideChanged(matters.stream()
                .map(each -> new AsideMatter(
                        title(each.item(), each.owner()),
                        each.applicant(),
                        centre(each.near()),
                        each.since(),
                        each.until()))
                .toList());
    }

    private LocalText title(Call call) {
        return title(call.item(), call.owner());
    }

    private LocalText title(ServiceItemId item, CentreId owner) {
        return catalog.get()
                .find(item, owner)
                .map(found -> found.title())
                .orElse(new LocalText(item.value(), item.value()));
    }

    private LocalText centre(CentreId id) {
        return directory.centre(id).orElseThrow().name();
    }

    private LocalText kiosk(Call call) {
        return directory.kiosk(call.kiosk()).orElseThrow().name();
    }
}
