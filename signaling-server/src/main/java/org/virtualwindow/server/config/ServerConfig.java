package org.virtualwindow.server.config;

import java.nio.file.Path;

/**
 * What the person who starts the server chose.
 *
 * @param port 0 takes any free port
 * @param data the folder that holds all the server keeps on this machine
 * @param turn the TURN server that browsers are sent to
 * @param demo whether the demo cities and their sign-ins exist
 */
public record ServerConfig(
        int port, Path data, DatabaseChoice database, Https https, TurnCredentials turn, boolean demo) {
    /** A server as tests and first tries want it: any port, a database of its own, plain http on this machine. */
    public static ServerConfig local(Path data) {
        return new ServerConfig(0, data, new DatabaseChoice.Own(false), new Https.Off(), TurnCredentials.NONE, true);
    }
}
