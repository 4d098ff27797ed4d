package org.virtualwindow.server.device;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceView;
import org.virtualwindow.protocol.FromDevice;
import org.virtualwindow.protocol.FromDevice.CommandEnded;
import org.virtualwindow.protocol.RoomEvent.CardRead;
import org.virtualwindow.protocol.SignedResult;
import org.virtualwindow.protocol.ToDevice;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.Trouble;
import org.virtualwindow.server.blob.OpenTasks;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.room.EarlierCases;
import org.virtualwindow.server.room.KioskDevices;
import org.virtualwindow.server.room.Room;
import org.virtualwindow.server.room.RoomUses.Verdict;
import org.virtualwindow.server.room.Rooms;
import org.virtualwindow.server.room.Visits;

/**
 * What the kiosks have for devices, and what is to be done by them. It keeps nothing that the rooms do not know: what runs is told
 * again by its room whenever a daemon has come. Any thread.
 */
public final class Devices implements KioskDevices, Daemons, OpenTasks {
    private static final Logger log = LoggerFactory.getLogger(Devices.class);
    /** A daemon that keeps its time says so itself before. */
    static final Duration ON_THE_WAY = Duration.ofSeconds(5);

    private final Rooms rooms;
    private final Visits visits;
    private final EarlierCases earlier;
    private final Signatures signatures;
    private final Pages pagesKept;
    private final InstantSource clock;
    private final MeterRegistry registry;
    private final Lines daemons = new Lines(false);
    private final Lines pages = new Lines(true);
    private final Working working = new Working();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Watchers watchers;
    private final CardReading cards;
    private final Errands errands;
    private final Map<Running, Instant> due = new ConcurrentHashMap<>();

    /** @param demo a kiosk whose daemon has no card reader has a simulated one here */
    public Devices(
            Rooms rooms,
            Visits visits,
            EarlierCases earlier,
            Signatures signatures,
            Pages pagesKept,
            boolean demo,
            InstantSource clock,
            MeterRegistry registry) {
        this.rooms = rooms;
        this.visits = visits;
        this.earlier = earlier;
        this.signatures = signatures;
        this.pagesKept = pagesKept;
        this.watchers = new Watchers(visits);
        this.errands = new Errands(daemons, clock);
        this.cards = new CardReading(daemons, watchers, errands, demo, clock);
        this.clock = clock;
        this.registry = registry;
    }

    /** @param told after the devices of a kiosk's daemon, or how they are, have changed; must not wait */
    public void listen(Runnable told) {
        listeners.add(told);
    }

    /** Of this kiosk's daemon; none while it is not connected. */
    public List<DeviceView> ofDaemon(KioskId kiosk) {
        return daemons.devices(kiosk);
    }

    /** What this kiosk has devices for of which none works now. */
    public List<Capability> broken(KioskId kiosk) {
        return working.broken(kiosk, daemons.peer(kiosk).isPresent(), daemons.devices(kiosk));
    }

    private record Running(RoomId room, CommandId command) {}

    @Override
    public AtKiosk at(KioskId kiosk) {
        boolean watched = watchers.watch(kiosk);
        List<DeviceView> devices = new ArrayList<>(daemons.devices(kiosk));
        if (watched) {
            devices.addAll(pages.devices(kiosk));
        }
        return new AtKiosk(daemons.peer(kiosk).isPresent(), watched, devices);
    }

    @Override
    public void begins(KioskId kiosk, Command command) {
        due.putIfAbsent(
                new Running(command.room(), command.id()),
                clock.instant().plus(command.within()).plus(ON_THE_WAY));
        if (watchers.watch(kiosk) && !command.task().takes().inPage()) {
            daemons.peer(kiosk)
                    .ifPresent(daemon -> errands.ask(
                            kiosk,
                            daemon,
                            new ToDevice.DoCommand(
                                    command.id(),
                                    command.task(),
                                    command.nonce(),
                                    command.within().toSeconds())));
        }
    }

    @Override
    public void isOver(KioskId kiosk, RoomId room, CommandId command, Ended ended) {
        due.remove(new Running(room, command));
        pagesKept.isOver(room, command, ended.pages());
        if (ended.cancelled() && !ended.taken().inPage()) {
            cancel(kiosk, command);
        }
    }

    /** What reads cards there. */
    public CardReading cards() {
        return cards;
    }

    private void cancel(KioskId kiosk, CommandId command) {
        errands.say(kiosk, new ToDevice.CancelCommand(command));
    }

    /** Nobody sits there any more. */
    public void visitOver(KioskId kiosk) {
        errands.say(kiosk, new ToDevice.VisitOver());
    }

    /** Ends what took too long. Called every now and then; it waits for no database but where a room is not in memory. */
    public void tick() {
        Instant now = clock.instant();
        cards.tick(now);
        due.forEach((running, until) -> {
            if (!now.isBefore(until) && due.remove(running, until)) {
                rooms.find(running.room()).ifPresent(room -> room.uses().timedOut(running.command()));
            }
        });
    }

    @Override
    public void came(KioskId kiosk, String start) {
        working.came(kiosk, start);
    }

    @Override
    public void says(KioskId kiosk, Peer peer, FromDevice message) {
        switch (message) {
            case FromDevice.DevicesAre are -> daemonHas(kiosk, peer, are.devices());
            case FromDevice.CommandBegan began ->
                progress(kiosk, peer, began.command(), Optional.empty(), Optional.empty());
            case FromDevice.CommandProgress far ->
                progress(kiosk, peer, far.command(), far.percent().filter(Devices::isPercent), far.waitsFor());
            case FromDevice.CommandEnded ended -> ended(kiosk, peer, ended);
            case FromDevice.DeviceAlive _,
                    FromDevice.DevicesTested _,
                    FromDevice.RestartDone _,
                    FromDevice.RestartDeclined _,
                    Beat _ -> {} // the door's and the connection's
        }
    }

    @Override
    public Optional<RoomId> room(KioskId kiosk, CommandId command) {
        return room(kiosk).filter(room -> room.uses().runs(kiosk, command)).map(Room::id);
    }

    @Override
    public boolean names(KioskId kiosk, RoomId of, BlobId document) {
        return room(kiosk)
                .filter(room -> room.id().equals(of) && room.uses().prints(kiosk, document))
                .isPresent();
    }

    @Override
    public void left(KioskId kiosk, Peer peer) {
        ToKiosk.CardReader before = cards.view(kiosk);
        if (daemons.leave(kiosk, peer)) {
            cards.daemonLeft(kiosk);
            cards.tell(kiosk, before);
            changed(kiosk);
            listeners.forEach(Runnable::run);
        }
    }

    /** A daemon tells of its devices, and thereby that it can be asked for something. */
    private void daemonHas(KioskId kiosk, Peer peer, List<DeviceView> told) {
        ToKiosk.CardReader before = cards.view(kiosk);
        boolean came = daemons.tells(kiosk, peer, told);
        cards.tell(kiosk, before);
        if (daemons.isOf(kiosk, peer)) {
            working.told(kiosk, daemons.devices(kiosk));
            listeners.forEach(Runnable::run);
            errands.missed(kiosk, peer);
            room(kiosk).ifPresent(room -> {
                room.uses().changed();
                if (came) {
                    room.uses().again();
                }
            });
        }
    }

    /** Under which address the page of this visit reaches us, like {@code https://window.example}; empty while it is not there. */
    public Optional<String> origin(KioskId kiosk) {
        return watchers.origin(kiosk);
    }

    /**
     * The kiosk's page is there. What runs begins only while the page of its visit is: whoever sits there sees it, and can stop it.
     * Another start of the browser has allowed nothing. A card that is read for a connection before is read for nobody. May wait for
     * the database.
     */
    public void pageCame(KioskId kiosk, String browserStart, Optional<String> origin, Peer peer) {
        cards.stop(kiosk);
        watchers.came(kiosk, new Watchers.Page(peer, browserStart, origin));
        peer.send(cards.view(kiosk));
        boolean watched = watchers.watch(kiosk);
        room(kiosk).ifPresent(room -> {
            if (!watched) {
                room.uses().forgotten();
            }
            room.uses().changed();
            room.uses().again();
        });
    }

    /** The kiosk's page tells of what happens in itself. May wait for the database. */
    public void pageHas(KioskId kiosk, Peer peer, List<DeviceView> told) {
        pages.tells(kiosk, peer, told);
        changed(kiosk);
    }

    public void pageLeft(KioskId kiosk, Peer peer) {
        if (watchers.left(kiosk, peer)) {
            cards.stop(kiosk);
        }
        if (pages.leave(kiosk, peer)) {
            changed(kiosk);
        }
    }

    private void changed(KioskId kiosk) {
        room(kiosk).ifPresent(room -> room.uses().changed());
    }

    /** Something of which the room knows nothing any more is to end. */
    private void progress(
            KioskId kiosk, Peer peer, CommandId command, Optional<Long> percent, Optional<Trouble> waitsFor) {
        if (cards.runs(kiosk, command)) {
            return;
        }
        Runnable unknown = () -> peer.send(new ToDevice.CancelCommand(command));
        room(kiosk).ifPresentOrElse(room -> room.uses().progress(kiosk, command, percent, waitsFor, unknown), unknown);
    }

    private static boolean isPercent(long number) {
        return number >= 0 && number <= 100;
    }

    /** Noted where it is on disk, or where to say it again would be useless. */
    private void ended(KioskId kiosk, Peer peer, CommandEnded message) {
        errands.ended(kiosk, message.command());
        Optional<SignedResult> signed = signatures
                .verify(kiosk, message.result())
                .filter(result -> result.command().equals(message.command()));
        if (signed.isEmpty()) {
            note(kiosk, peer, message.command(), "forged");
            return;
        }
        if (cards.runs(kiosk, message.command())) {
            note(kiosk, peer, message.command(), cards.ended(signed.get()) ? "taken" : "wrong_nonce");
            return;
        }
        room(kiosk)
                .ifPresentOrElse(
                        room -> room.uses()
                                .ended(
                                        peer,
                                        kiosk,
                                        whole(room.id(), signed.get()),
                                        card(signed.get(), room.id()),
                                        verdict -> note(
                                                kiosk,
                                                peer,
                                                message.command(),
                                                verdict.name().toLowerCase(Locale.ROOT))),
                        () -> note(kiosk, peer, message.command(), "late"));
    }

    /** Whether every page of it is stored for this room. Waits for the database. */
    public boolean areKept(RoomId room, DeviceResult result) {
        return !(result instanceof DeviceResult.PagesKept(List<Blob> pages))
                || pages.stream().allMatch(page -> pagesKept.keeps(room, page));
    }

    private SignedResult whole(RoomId room, SignedResult signed) {
        return areKept(room, signed.result())
                ? signed
                : new SignedResult(
                        signed.kiosk(),
                        signed.command(),
                        signed.nonce(),
                        new DeviceResult.TaskFailed(Trouble.MALFORMED));
    }

    private void note(KioskId kiosk, Peer peer, CommandId command, String outcome) {
        registry.counter("virtualwindow.device.results", "outcome", outcome).increment();
        if (!outcome.equals(Verdict.TAKEN.name().toLowerCase(Locale.ROOT))) {
            log.info("A result of {} for {} changed nothing: {}", kiosk, command, outcome);
        }
        peer.send(new ToDevice.ResultNoted(command));
    }

    private Optional<CardRead> card(SignedResult signed, RoomId room) {
        return signed.result() instanceof DeviceResult.CardWasRead read
                ? Optional.of(earlier.cardRead(read.document(), room))
                : Optional.empty();
    }

    private Optional<Room> room(KioskId kiosk) {
        return visits.at(kiosk).flatMap(visit -> rooms.find(visit.room()));
    }
}
