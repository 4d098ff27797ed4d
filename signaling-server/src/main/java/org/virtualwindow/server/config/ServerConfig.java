package org.virtualwindow.server.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the person who starts the server chose.
 *
 * @param port 0 takes any free port
 * @param data the folder that holds all the server keeps on this machine
 * @param items a folder of item packages over those that come with the program
 * @param turn the TURN server that browsers are sent to
 * @param demo whether the demo cities and their sign-ins exist
 */
public record ServerConfig(
        int port,
        Path data,
        Optional<Path> items,
        DatabaseChoice database,
        Https https,
        TurnCredentials turn,
        boolean demo,
        MediaSettings media,
        DeskTimes desk,
        ConnectionLimits connections) {

    /** With everything else as it usually is. */
    public ServerConfig(int port, Path data, DatabaseChoice database, Https https, TurnCredentials turn, boolean demo) {
        this(
                port,
                data,
                Optional.empty(),
                database,
                https,
                turn,
                demo,
                MediaSettings.USUAL,
                DeskTimes.USUAL,
                ConnectionLimits.USUAL);
    }

    /** A server as tests and first tries want it: any port, a database of its own, plain http on this machine. */
    public static ServerConfig local(Path data) {
        return new ServerConfig(0, data, new DatabaseChoice.Own(false), new Https.Off(), TurnCredentials.NONE, true);
    }

    /** With item packages of their own. */
    public ServerConfig with(Path folder) {
        return new ServerConfig(port, data, Optional.of(folder), database, https, turn, demo, media, desk, connections);
    }

    public ServerConfig with(DeskTimes times) {
        return new ServerConfig(port, data, items, database, https, turn, demo, media, times, connections);
    }

    public ServerConfig with(MediaSettings chosen) {
        return new ServerConfig(port, data, items, database, https, turn, demo, chosen, desk, connections);
    }

    public ServerConfig with(TurnCredentials credentials) {
        return new ServerConfig(port, data, items, database, https, credentials, demo, media, desk, connections);
    }
}
