package org.virtualwindow.server;

import jakarta.websocket.server.ServerEndpointConfig;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.server.config.DatabaseChoice;
import org.virtualwindow.server.config.Https;
import org.virtualwindow.server.config.ServerConfig;
import org.virtualwindow.server.demo.DemoCities;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.http.Health;
import org.virtualwindow.server.http.HttpServer;
import org.virtualwindow.server.http.Route;
import org.virtualwindow.server.identity.DeviceKeys;
import org.virtualwindow.server.identity.EnrolDoor;
import org.virtualwindow.server.identity.LaunchDoor;
import org.virtualwindow.server.identity.NothingHere;
import org.virtualwindow.server.identity.OneTimeCodes;
import org.virtualwindow.server.identity.Sessions;
import org.virtualwindow.server.identity.SignInDoor;
import org.virtualwindow.server.identity.SignOutDoor;
import org.virtualwindow.server.identity.SlowHashing;
import org.virtualwindow.server.identity.StaffSignIn;
import org.virtualwindow.server.postgres.DataFolder;
import org.virtualwindow.server.postgres.Database;
import org.virtualwindow.server.postgres.LocalPostgres;
import org.virtualwindow.server.postgres.Sql;

/** The running server: every part is made here, in the order in which it needs the others, and closed in the reverse. */
public final class Wiring implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Database database;
    private final Optional<DemoCities> demo;
    private final OneTimeCodes codes;
    private final HttpServer http;

    /** Starts everything; when a part refuses, those before it are stopped again. */
    public Wiring(ServerConfig config) {
        try {
            // Storage
            DataFolder folder = part(DataFolder.claim(config.data()));
            database = part(
                    switch (config.database()) {
                        case DatabaseChoice.Own(boolean fresh) ->
                            Database.open(part(LocalPostgres.start(folder, fresh)));
                        case DatabaseChoice.External(String url) -> Database.open(url);
                    });

            // Identity
            InstantSource clock = InstantSource.system();
            Sql sql = new Sql(database.dataSource());
            demo = config.demo() ? Optional.of(DemoCities.load(sql, folder.path())) : Optional.empty();
            Directory directory = new Directory(sql);
            Sessions sessions = new Sessions(sql, clock, !(config.https() instanceof Https.Off));
            codes = new OneTimeCodes(sql, clock);
            DeviceKeys deviceKeys = new DeviceKeys(sql, codes, clock);
            SlowHashing hashing = new SlowHashing();
            StaffSignIn staff = new StaffSignIn(sql, hashing, clock);

            // Doors
            List<ServerEndpointConfig> sockets = List.of();
            List<Route> routes = List.of(
                    new Route("/health", new Health(database::alive)),
                    new Route("/api/*", new NothingHere()),
                    new Route("/api/kiosk/launch", new LaunchDoor(codes, directory, sessions)),
                    new Route("/api/clerk/sign-in", SignInDoor.forClerks(staff, sessions)),
                    new Route("/api/clerk/sign-out", SignOutDoor.forClerks(sessions)),
                    new Route("/api/hall/sign-in", SignInDoor.forHallManagers(staff, sessions)),
                    new Route("/api/hall/sign-out", SignOutDoor.forHallManagers(sessions)),
                    new Route("/api/device/enrol", new EnrolDoor(deviceKeys)));
            http = part(HttpServer.start(config, sockets, routes));
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** The origin of all pages, like {@code http://localhost:8080}. */
    public String origin() {
        return http.origin();
    }

    /** Who may come in where, if the demo cities are loaded, with a fresh launch code for each of their kiosks. */
    public Optional<String> demoBanner() {
        return demo.map(cities -> cities.banner(origin(), codes));
    }

    public Database database() {
        return database;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                System.getLogger("Wiring").log(System.Logger.Level.WARNING, "a part did not close", e);
            }
        }
    }

    private <T extends AutoCloseable> T part(T made) {
        parts.push(made);
        return made;
    }
}
