package org.virtualwindow.server;

import jakarta.websocket.server.ServerEndpointConfig;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.virtualwindow.server.config.DatabaseChoice;
import org.virtualwindow.server.config.ServerConfig;
import org.virtualwindow.server.http.Health;
import org.virtualwindow.server.http.HttpServer;
import org.virtualwindow.server.http.Route;
import org.virtualwindow.server.postgres.DataFolder;
import org.virtualwindow.server.postgres.Database;
import org.virtualwindow.server.postgres.LocalPostgres;

/** The running server: every part is made here, in the order in which it needs the others, and closed in the reverse. */
public final class Wiring implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Database database;
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

            // Doors
            List<ServerEndpointConfig> sockets = List.of();
            List<Route> routes = List.of(new Route("/health", new Health(database::alive)));
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
