package org.virtualwindow.kiosk.daemon;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.virtualwindow.kiosk.command.Pages;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceTask.PrintDocument;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CommandId;

/** The page that a self-test prints; whatever else is kept or fetched is the server's. */
record TestPage(Pages others) implements Pages {
    private static final byte[] PAGE = read();
    private static final Blob DOCUMENT =
            new Blob(new BlobId("test-page"), "application/pdf", (long) PAGE.length, sha256(PAGE));

    static final PrintDocument PRINTED = new PrintDocument(DOCUMENT, 1L);

    @Override
    public Blob keep(CommandId command, byte[] page, String mediaType) throws DeviceFault, InterruptedException {
        return others.keep(command, page, mediaType);
    }

    @Override
    public InputStream fetch(CommandId command, Blob document) throws DeviceFault, InterruptedException {
        return document.equals(DOCUMENT) ? new ByteArrayInputStream(PAGE) : others.fetch(command, document);
    }

    private static byte[] read() {
        try (InputStream page = TestPage.class.getResourceAsStream("test-page.pdf")) {
            return Objects.requireNonNull(page).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
