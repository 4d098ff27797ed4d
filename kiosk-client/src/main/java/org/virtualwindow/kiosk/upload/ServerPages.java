package org.virtualwindow.kiosk.upload;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BiFunction;
import org.virtualwindow.kiosk.command.Pages;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.ids.CommandId;

/** Pages and documents of this kiosk's commands, at its server. */
public final class ServerPages implements Pages {
    /** A command's own time ends it before, where that is shorter. */
    private static final Duration WITHIN = Duration.ofMinutes(1);

    private final PageUpload upload;
    private final DocumentFetch fetch;

    /** As of {@link PageUpload}. */
    public ServerPages(
            HttpClient http, URI server, BiFunction<String, URI, String> authorization, InstantSource clock) {
        upload = new PageUpload(http, server, authorization, clock);
        fetch = new DocumentFetch(http, server, authorization, clock);
    }

    @Override
    public Blob keep(CommandId command, byte[] page, String mediaType) throws DeviceFault, InterruptedException {
        return upload.keep(command, page, mediaType, WITHIN);
    }

    @Override
    public InputStream fetch(CommandId command, Blob document) throws DeviceFault, InterruptedException {
        return new ByteArrayInputStream(fetch.fetch(document, WITHIN));
    }
}
