package org.virtualwindow.campaigns.kiosk;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Looks for what may have stayed of a visit, everywhere at its kiosk. */
public final class Search {
    private static final int DEEP = 12;
    private static final int SHALLOW = 3;
    private static final List<Path> TEMPORARY =
            List.of(Path.of("/tmp"), Path.of("/var/tmp"), Path.of("/var/spool/cups"), Path.of("/var/spool/cups-pdf"));

    private final SupervisedKiosk kiosk;
    private final Fingers fingers;
    private final Path serversData;
    private final Path serversLog;
    private long files;
    private long bytes;

    public Search(SupervisedKiosk kiosk, Fingers fingers, Path serversData, Path serversLog) {
        this.kiosk = kiosk;
        this.fingers = fingers;
        this.serversData = serversData;
        this.serversLog = serversLog;
    }

    /**
     * Returns where something was, never what.
     *
     * @param traces nobody has looked with yet
     * @param next the page of whoever comes next
     * @param began what was written before is not read, in milliseconds since 1970
     */
    public List<String> find(Traces traces, Page next, long began) throws IOException {
        next.getByRole(AriaRole.HEADING).first().waitFor();
        traces.inText("the next page", next.content() + next.title() + next.url());
        traces.inText("what the next page keeps", String.valueOf(next.evaluate("""
            async () => JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }, history.length,
              await indexedDB.databases(), await caches.keys()])\
            """)));
        traces.inText("the clipboard", fingers.clipboards());
        traces.inFolder(kiosk.profiles(), DEEP, 0);
        traces.inFolder(kiosk.folder(), DEEP, 0);
        traces.inFolder(Path.of("/dev/shm"), DEEP, began);
        for (Path each : TEMPORARY) {
            traces.inFolder(each, SHALLOW, began);
        }
        traces.inFile(serversLog);
        for (String pages : List.of("blobs", "uploads")) { // encrypted there
            traces.inFolder(serversData.resolve(pages), DEEP, 0);
        }
        traces.inMemory("the daemon", kiosk.pid());
        for (ProcessHandle each : kiosk.browsers()) {
            traces.inMemory("the next browser", each.pid());
        }
        files += traces.files();
        bytes += traces.bytes();
        return traces.found();
    }

    /** Whether the daemon's memory holds something now. */
    public boolean isHeld(Traces traces) throws IOException {
        traces.inMemory("the daemon", kiosk.pid());
        return !traces.found().isEmpty();
    }

    public long files() {
        return files;
    }

    public long bytes() {
        return bytes;
    }
}
