package org.virtualwindow.server;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.websocket.server.ServerEndpointConfig;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.server.card.CardReader;
import org.virtualwindow.server.clerk.ClerkDoor;
import org.virtualwindow.server.clerk.ClerkParts;
import org.virtualwindow.server.clerk.Seating;
import org.virtualwindow.server.config.DatabaseChoice;
import org.virtualwindow.server.config.Https;
import org.virtualwindow.server.config.Refusal;
import org.virtualwindow.server.config.ServerConfig;
import org.virtualwindow.server.connection.Sockets;
import org.virtualwindow.server.demo.DemoCards;
import org.virtualwindow.server.demo.DemoCities;
import org.virtualwindow.server.desk.CallMilestones;
import org.virtualwindow.server.desk.Desk;
import org.virtualwindow.server.desk.DeskRows;
import org.virtualwindow.server.desk.TalkTimes;
import org.virtualwindow.server.device.DeviceDoor;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.find.CurrentFinder;
import org.virtualwindow.server.form.Catalog;
import org.virtualwindow.server.form.PackageFault;
import org.virtualwindow.server.hall.HallDoor;
import org.virtualwindow.server.hall.HallViews;
import org.virtualwindow.server.http.HttpServer;
import org.virtualwindow.server.identity.DeviceKeys;
import org.virtualwindow.server.identity.HelperSignIn;
import org.virtualwindow.server.identity.OneTimeCodes;
import org.virtualwindow.server.identity.ResumeCodes;
import org.virtualwindow.server.identity.Sessions;
import org.virtualwindow.server.identity.SlowHashing;
import org.virtualwindow.server.identity.StaffSignIn;
import org.virtualwindow.server.items.CurrentOffering;
import org.virtualwindow.server.items.Packages;
import org.virtualwindow.server.journal.Journal;
import org.virtualwindow.server.journal.NodeLock;
import org.virtualwindow.server.kiosk.KioskDoor;
import org.virtualwindow.server.kiosk.KioskParts;
import org.virtualwindow.server.kiosk.Resuming;
import org.virtualwindow.server.mailbox.Load;
import org.virtualwindow.server.mailbox.Mailbox;
import org.virtualwindow.server.media.MediaRooms;
import org.virtualwindow.server.metrics.Figures;
import org.virtualwindow.server.postgres.DataFolder;
import org.virtualwindow.server.postgres.Database;
import org.virtualwindow.server.postgres.LocalPostgres;
import org.virtualwindow.server.postgres.Sql;
import org.virtualwindow.server.room.EarlierCases;
import org.virtualwindow.server.room.PutAside;
import org.virtualwindow.server.room.Rooms;
import org.virtualwindow.server.room.Visits;

/** The running server: every part is made here, in the order in which it needs the others, and closed in the reverse. */
public final class Wiring implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Wiring.class);
    private static final long TICK_MILLIS = 250;
    private static final long EXPIRY_MINUTES = 1;
    private static final int MUST_BEGIN_AGAIN = 3;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Database database;
    private final Optional<DemoCities> demo;
    private final OneTimeCodes codes;
    private final Sockets connections;
    private final HttpServer http;
    private volatile boolean stopping;

    /** Starts everything; when a part refuses, those before it are stopped again. */
    public Wiring(ServerConfig config) {
        this(config, InstantSource.system());
    }

    /** As above, for tests in which time passes when they say so. */
    public Wiring(ServerConfig config, InstantSource clock) {
        try {
            // Storage; the item packages are read while the database starts
            CompletableFuture<Catalog> files = CompletableFuture.supplyAsync(
                    () -> Catalog.load(config.items()),
                    Thread.ofPlatform().name("items").daemon()::start);
            DataFolder folder = part(DataFolder.claim(config.data()));
            database = part(
                    switch (config.database()) {
                        case DatabaseChoice.Own(boolean fresh) ->
                            Database.open(part(LocalPostgres.start(folder, fresh)));
                        case DatabaseChoice.External external -> Database.open(external);
                    });

            // Identity
            Sql sql = new Sql(database.dataSource());
            demo = config.demo() ? Optional.of(DemoCities.load(sql, folder.path())) : Optional.empty();
            Directory directory = new Directory(sql);
            Sessions sessions = new Sessions(sql, clock, !(config.https() instanceof Https.Off));
            codes = new OneTimeCodes(sql, clock);
            DeviceKeys deviceKeys = new DeviceKeys(sql, codes, clock);
            SlowHashing hashing = new SlowHashing();
            StaffSignIn staff = new StaffSignIn(sql, hashing, clock);
            HelperSignIn helpers = new HelperSignIn(sql, directory, hashing, clock);

            // Journal, rooms, desk
            NodeLock node = part(NodeLock.take(database.dataSource()));
            PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            database.bindTo(registry);
            hashing.bindTo(registry);
            Executor threads = Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("task-", 0).factory());
            ScheduledExecutorService timer = timer();
            part(timer::shutdownNow);
            Journal journal = part(
                    new Journal(database.dataSource(), folder.path().resolve("journal.key"), node.fence(), registry));
            Packages packages = Packages.load(sql, read(files), clock, new Load(threads, registry, "packages"));
            CurrentFinder finder = new CurrentFinder(packages::now, directory::regions);
            threads.execute(finder::get);
            CurrentOffering offering = new CurrentOffering(packages::now);
            Visits visits = new Visits(sql);
            Rooms rooms = new Rooms(journal, packages, visits, sql, clock, new Load(threads, registry, "room"));
            connections = new Sockets(
                    config.connections(), InstantSource.system(), threads, HttpServer::cut, timer, registry);
            Desk desk = DeskRows.load(
                    journal,
                    sql,
                    directory,
                    clock,
                    config.desk(),
                    new Load(threads, registry, "desk"),
                    this::beginAgain);
            rooms.seatsAreKnownBy(room -> desk.now().talkingIn(room));
            MediaRooms media = MediaWiring.start(
                    config,
                    sql,
                    desk,
                    node.fence(),
                    new MediaWiring.Around(threads, timer, registry, clock),
                    this::part);
            TalkTimes talkTimes = new TalkTimes(config.desk().typicalCall());
            Mailbox errands = new Mailbox(new Load(threads, registry, "errands"));
            Seating seating = new Seating(rooms, directory, errands);

            // Cards and matters put aside
            CardReader cards = config.demo() ? DemoCards.READER : CardReader.NONE;
            PutAside aside = new PutAside(sql, rooms, clock);
            Resuming resuming = new Resuming(
                    new ResumeCodes(sql, journal::pseudonym, clock), rooms, visits, desk, cards, packages, clock);

            // Doors; a listener hears of a change after those named before it
            KioskDoor kiosks = new KioskDoor(
                    sessions,
                    directory,
                    new KioskParts(
                            desk,
                            rooms,
                            visits,
                            media,
                            packages,
                            offering,
                            helpers,
                            cards,
                            new EarlierCases(sql, rooms),
                            resuming),
                    talkTimes,
                    config.desk().grace(),
                    clock,
                    timer);
            ClerkDoor clerks = new ClerkDoor(
                    sessions,
                    directory,
                    packages::now,
                    new ClerkParts(
                            desk,
                            rooms,
                            directory,
                            packages,
                            media,
                            kiosks,
                            errands,
                            new Mailbox(new Load(threads, registry, "reminders")),
                            config.desk().longWait(),
                            aside),
                    rooms::filedAs,
                    clock,
                    timer);
            DeviceDoor devices = new DeviceDoor(deviceKeys, desk::look);
            HallDoor halls = new HallDoor(
                    sessions,
                    directory,
                    desk,
                    codes,
                    new HallViews(
                            directory,
                            packages::now,
                            kiosks,
                            devices,
                            visits,
                            config.desk().longWait()),
                    clock,
                    timer);
            List.of(new CallMilestones(), talkTimes, media, seating, kiosks, clerks, halls)
                    .forEach(desk::listen);
            kiosks.settle();
            desk.inOrder(seating::begin);
            resuming.listen(clerks::asideChanged);
            Mailbox expiry = new Mailbox(new Load(threads, registry, "expiry"));
            timer.scheduleWithFixedDelay(() -> expiry.execute(aside::expire), 0, EXPIRY_MINUTES, TimeUnit.MINUTES);
            timer.scheduleWithFixedDelay(desk::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
            timer.scheduleWithFixedDelay(media::renew, 1, 1, TimeUnit.SECONDS);
            List<ServerEndpointConfig> sockets = List.of(
                    connections.at("/ws/kiosk", kiosks),
                    connections.at("/ws/clerk", clerks),
                    connections.at("/ws/hall", halls),
                    connections.at("/ws/device", devices));

            // The desk is there before the first route is
            Routes routes = new Routes();
            routes.ofOperators(database, desk, journal, () -> !stopping, new Figures(registry, desk::now));
            routes.ofPeople(sessions, staff, codes, deviceKeys, directory);
            routes.ofItems(sql, sessions, directory, packages, offering, finder, () -> {
                kiosks.offersChanged();
                rooms.packagesChanged();
            });
            http = part(HttpServer.start(config, sockets, routes.all()));
            http.bindTo(registry);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private static Catalog read(CompletableFuture<Catalog> files) {
        try {
            return files.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof PackageFault fault
                    ? new Refusal("An item package is refused: " + fault.getMessage() + ".", fault)
                    : e;
        }
    }

    /** What one tick may be late does not matter: the desk usually rings for 20 s. */
    private static ScheduledExecutorService timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("timer").daemon().factory());
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        timer.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        return timer;
    }

    /** The desk in memory is not the one on disk; only a new start reads it from there. */
    private void beginAgain() {
        log.error("The desk could not be written; the server stops so that it begins again from the journal");
        stopping = true;
        connections.sendAway();
        Thread.ofPlatform().name("stop").start(() -> System.exit(MUST_BEGIN_AGAIN));
    }

    /** The origin of all pages, like {@code http://localhost:8080}. */
    public String origin() {
        return http.origin();
    }

    /** Who may come in where, if the demo cities are loaded, with a fresh launch code for each of their kiosks. */
    public Optional<String> demoBanner() {
        return demo.map(cities -> cities.banner(origin(), codes));
    }

    /** For whoever starts a kiosk's browser on this machine. */
    public OneTimeCodes launchCodes() {
        return codes;
    }

    public Database database() {
        return database;
    }

    @Override
    public void close() {
        stopping = true;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                log.warn("A part did not close", e);
            }
        }
    }

    private <T extends AutoCloseable> T part(T made) {
        parts.push(made);
        return made;
    }
}
