package org.virtualwindow.server;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.websocket.server.ServerEndpointConfig;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.server.blob.Materials;
import org.virtualwindow.server.clerk.ClerkDoor;
import org.virtualwindow.server.clerk.ClerkParts;
import org.virtualwindow.server.clerk.Seating;
import org.virtualwindow.server.config.DatabaseChoice;
import org.virtualwindow.server.config.Https;
import org.virtualwindow.server.config.ServerConfig;
import org.virtualwindow.server.connection.Sockets;
import org.virtualwindow.server.demo.DemoCities;
import org.virtualwindow.server.demo.DemoLobby;
import org.virtualwindow.server.desk.CallMilestones;
import org.virtualwindow.server.desk.Desk;
import org.virtualwindow.server.desk.DeskRows;
import org.virtualwindow.server.desk.TalkTimes;
import org.virtualwindow.server.device.DeviceDoor;
import org.virtualwindow.server.device.Devices;
import org.virtualwindow.server.device.Signatures;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.doctor.EchoDoor;
import org.virtualwindow.server.document.Receipts;
import org.virtualwindow.server.find.CurrentFinder;
import org.virtualwindow.server.fleet.DailyTests;
import org.virtualwindow.server.fleet.Fleet;
import org.virtualwindow.server.fleet.KioskOrders;
import org.virtualwindow.server.hall.HallDoor;
import org.virtualwindow.server.hall.HallViews;
import org.virtualwindow.server.http.HttpServer;
import org.virtualwindow.server.identity.DeviceKeys;
import org.virtualwindow.server.identity.DoctorDoors;
import org.virtualwindow.server.identity.HelperSignIn;
import org.virtualwindow.server.identity.OneTimeCodes;
import org.virtualwindow.server.identity.PhoneDoor;
import org.virtualwindow.server.identity.PhoneLinks;
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
import org.virtualwindow.server.mailbox.Mailbox;
import org.virtualwindow.server.mailbox.Threads;
import org.virtualwindow.server.media.MediaRooms;
import org.virtualwindow.server.metrics.Figures;
import org.virtualwindow.server.postgres.DataFolder;
import org.virtualwindow.server.postgres.Database;
import org.virtualwindow.server.postgres.LocalPostgres;
import org.virtualwindow.server.postgres.Sql;
import org.virtualwindow.server.room.EarlierCases;
import org.virtualwindow.server.room.KeptPages;
import org.virtualwindow.server.room.PutAside;
import org.virtualwindow.server.room.Rooms;
import org.virtualwindow.server.room.Visits;

/** The running server: every part is made here, in the order in which it needs the others, and closed in the reverse. */
public final class Wiring implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Wiring.class);
    private static final long TICK_MILLIS = 250;
    private static final int MUST_BEGIN_AGAIN = 3;
    /** The oldest device daemon this server talks with; raised with a release that asks more of daemons than the one before. */
    private static final int OLDEST_DAEMON = 1;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Database database;
    private final Optional<DemoCities> demo;
    private final OneTimeCodes codes;
    private final DeviceKeys deviceKeys;
    private final Path lobbyFolder;
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
            ItemFiles files = ItemFiles.of(config.items());
            DataFolder folder = part(DataFolder.claim(config.data()));
            lobbyFolder = folder.resolve("lobby");
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
            deviceKeys = new DeviceKeys(sql, codes, clock);
            SlowHashing hashing = new SlowHashing();
            StaffSignIn staff = new StaffSignIn(sql, hashing, clock);
            HelperSignIn helpers = new HelperSignIn(sql, directory, hashing, clock);

            // Journal, rooms, desk
            NodeLock node = part(NodeLock.take(database.dataSource()));
            PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            database.bindTo(registry);
            hashing.bindTo(registry);
            Threads threads = new Threads();
            ScheduledExecutorService timer = Around.oneTimer();
            part(timer::shutdownNow);
            Around around = new Around(threads, timer, registry, clock);
            Journal journal = part(
                    new Journal(database.dataSource(), folder.path().resolve("journal.key"), node.fence(), registry));
            Packages packages = Packages.load(sql, files.read(), clock, around.load("packages"));
            CurrentFinder finder = new CurrentFinder(packages::now, directory::regions);
            threads.execute(finder::get);
            CurrentOffering offering = new CurrentOffering(packages::now);
            Visits visits = new Visits(sql);
            Rooms rooms = new Rooms(journal, packages, visits, sql, clock, around.load("room"));
            connections = new Sockets(
                    config.connections(), InstantSource.system(), threads, HttpServer::cut, timer, registry);
            Desk desk =
                    DeskRows.load(journal, sql, directory, clock, config.desk(), around.load("desk"), this::beginAgain);
            rooms.seatsAreKnownBy(room -> desk.now().talkingIn(room));
            MediaRooms media = MediaWiring.start(config, sql, desk, node.fence(), around, this::part);
            TalkTimes talkTimes = new TalkTimes(config.desk().typicalCall());
            Mailbox errands = around.mailbox("errands");
            Seating seating = new Seating(rooms, directory, errands);

            // Pages and documents
            Materials materials = part(new Materials(folder.path(), config.blobKey(), sql, clock));

            // Devices of the kiosks
            EarlierCases earlier = new EarlierCases(sql, rooms, clock);
            StoredPages pages = new StoredPages(materials, around.mailbox("pages"));
            Devices devices = new Devices(
                    rooms, visits, earlier, Signatures.by(deviceKeys), pages, config.demo(), clock, registry);
            rooms.devicesAre(devices);
            rooms.unwantedGo(pages);
            visits.listen(devices::visitOver);
            PhoneLinks phones = new PhoneLinks(clock);
            visits.listenToRooms(phones::visitOver);
            rooms.registersAre(LicenceWiring.start(config, registry, this::part));
            rooms.documentsAre(
                    new Receipts(rooms, materials.blobs(), directory, devices::origin, around.mailbox("documents")));

            // Matters put aside
            PutAside aside = new PutAside(sql, rooms, clock);
            Resuming resuming = new Resuming(
                    new ResumeCodes(sql, journal::pseudonym, clock), rooms, visits, desk, devices, packages, clock);

            Fleet fleet = new Fleet(sql, around.mailbox("fleet"), clock);

            // Doors; a listener hears of a change after those named before it
            KioskDoor kiosks = new KioskDoor(
                    sessions,
                    directory,
                    new KioskParts(
                            desk, rooms, visits, media, packages, offering, helpers, earlier, resuming, devices, fleet,
                            phones),
                    talkTimes,
                    config.desk().grace(),
                    clock,
                    timer);
            phones.seenBy(kiosks::phoneSeen);
            phones.listen(link -> {
                pages.phoneIsOver(link);
                kiosks.phoneOver(link);
            });
            deviceKeys.listen(kiosks::keyIsRevoked);
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
                            around.mailbox("reminders"),
                            config.desk().longWait(),
                            aside),
                    rooms::filedAs,
                    clock,
                    timer);
            DeviceDoor daemons = new DeviceDoor(deviceKeys, devices, OLDEST_DAEMON, clock, fleet::says, desk::look);
            AtKiosks atKiosks = new AtKiosks(visits, desk, kiosks, daemons);
            KioskOrders orders = new KioskOrders(directory, fleet, atKiosks);
            HallDoor halls = new HallDoor(
                    sessions,
                    directory,
                    desk,
                    codes,
                    daemons,
                    orders,
                    new HallViews(
                            directory,
                            packages::now,
                            kiosks,
                            daemons,
                            devices,
                            fleet,
                            visits,
                            config.desk().longWait()),
                    clock,
                    timer);
            List.of(new CallMilestones(), talkTimes, media, seating, kiosks, clerks, halls)
                    .forEach(desk::listen);
            List.<Runnable>of(kiosks::lobbyChanged, halls::changed).forEach(changed -> {
                fleet.listen(changed);
                devices.listen(changed);
            });
            kiosks.settle();
            desk.inOrder(seating::begin);
            resuming.listen(clerks::asideChanged);
            DailyTests tests = new DailyTests(
                    directory,
                    fleet,
                    orders,
                    atKiosks,
                    kiosk -> kiosks.isHere(kiosk.id()),
                    config.dailyTestPage(),
                    clock);
            new Rounds(around)
                    .quick(desk::tick, TICK_MILLIS, TimeUnit.MILLISECONDS)
                    .quick(media::renew, 1, TimeUnit.SECONDS)
                    .quick(fleet::tick, 1, TimeUnit.SECONDS)
                    .quick(phones::expire, 1, TimeUnit.MINUTES)
                    .quick(fleet::forgetOrders, 1, TimeUnit.HOURS)
                    .slow("overdue", devices::tick, 1, TimeUnit.SECONDS)
                    .slow("expiry", aside::expire, 1, TimeUnit.MINUTES)
                    .slow("leavings", () -> materials.expire(room -> KeptPages.of(rooms, room)), 1, TimeUnit.MINUTES)
                    .slow("selftests", tests::tick, 1, TimeUnit.MINUTES);
            List<ServerEndpointConfig> sockets = List.of(
                    connections.at("/ws/kiosk", kiosks),
                    connections.at("/ws/clerk", clerks),
                    connections.at("/ws/hall", halls),
                    connections.at("/ws/device", daemons),
                    connections.at("/ws/doctor", new EchoDoor(sessions)));

            // The desk is there before the first route is
            Routes routes = new Routes();
            routes.ofOperators(database, desk, journal, () -> !stopping, new Figures(registry, desk::now));
            routes.ofPeople(sessions, staff, codes, deviceKeys, directory);
            routes.ofDoctors(new DoctorDoors(sessions, config.turn(), clock));
            routes.ofItems(sql, sessions, directory, packages, offering, finder, () -> {
                kiosks.lobbyChanged();
                rooms.packagesChanged();
            });
            InRooms inRooms = new InRooms(visits, desk, rooms, phones);
            routes.ofMaterials(materials.doors(sessions, deviceKeys, phones, inRooms, devices, inRooms));
            routes.ofPhones(new PhoneDoor(phones, inRooms::goesOn));
            part(threads); // what is under way ends before what it writes to is closed
            http = part(HttpServer.start(config, sockets, routes.all()));
            http.bindTo(registry);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
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

    /**
     * Gives each kiosk of the demo cities a simulated card reader, scanner and printer, unless it has a device daemon already. False
     * where there are no demo cities, and over https, where the daemon would not trust a certificate made here.
     *
     * @param daemon its jar
     */
    public boolean openLobby(Path daemon) {
        if (demo.isEmpty() || !origin().startsWith("http:")) {
            return false;
        }
        part(DemoLobby.start(daemon, lobbyFolder, origin(), deviceKeys, codes));
        return true;
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
