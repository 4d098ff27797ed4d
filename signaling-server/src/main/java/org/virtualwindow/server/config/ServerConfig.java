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
 * @param dailyTestPage every kiosk prints a page in its daily self-test
 * @param blobKey the file with the key of all stored pages
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
        ConnectionLimits connections,
        LicenceSettings licence,
        boolean dailyTestPage,
        Path blobKey) {

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
                ConnectionLimits.USUAL,
                LicenceSettings.USUAL,
                false,
                data.resolve("blobs.key"));
    }

    /** A server as tests and first tries want it: any port, a database of its own, plain http on this machine. */
    public static ServerConfig local(Path data) {
        return new ServerConfig(0, data, new DatabaseChoice.Own(false), new Https.Off(), TurnCredentials.NONE, true);
    }

    /** With item packages of their own. */
    public ServerConfig with(Path folder) {
        return but(Optional.of(folder), turn, media, desk, licence);
    }

    public ServerConfig with(DeskTimes times) {
        return but(items, turn, media, times, licence);
    }

    public ServerConfig with(MediaSettings chosen) {
        return but(items, turn, chosen, desk, licence);
    }

    public ServerConfig with(TurnCredentials credentials) {
        return but(items, credentials, media, desk, licence);
    }

    public ServerConfig with(LicenceSettings settings) {
        return but(items, turn, media, desk, settings);
    }

    /** The rest stays. */
    private ServerConfig but(
            Optional<Path> items, TurnCredentials turn, MediaSettings media, DeskTimes desk, LicenceSettings licence) {
        return new ServerConfig(
                port,
                data,
                items,
                database,
                https,
                turn,
                demo,
                media,
                desk,
                connections,
                licence,
                dailyTestPage,
                blobKey);
    }
}
