package org.virtualwindow.kiosk.driver.rig;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.virtualwindow.kiosk.driver.Use;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.values.Trouble;

/** Remembers what a driver said, and hands out one document. */
public final class RecordedUse implements Use {
    public static final byte[] PDF = "%PDF-1.4\n%one page\n%%EOF\n".getBytes(US_ASCII);

    public final List<Integer> progress = new CopyOnWriteArrayList<>();
    public final List<Trouble> waits = new CopyOnWriteArrayList<>();
    public final List<byte[]> pages = new CopyOnWriteArrayList<>();
    private final String name = "kiosk-" + UUID.randomUUID();
    private final byte[] document;

    public RecordedUse() {
        this(PDF);
    }

    public RecordedUse(byte[] document) {
        this.document = document;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void progress(int percent) {
        progress.add(percent);
    }

    @Override
    public void waitsFor(Trouble trouble) {
        waits.add(trouble);
    }

    @Override
    public Blob keep(byte[] page, String mediaType) {
        pages.add(page);
        return blob(page, mediaType);
    }

    @Override
    public InputStream fetch(Blob blob) {
        return new ByteArrayInputStream(document);
    }

    public Blob document() {
        return blob(document, "application/pdf");
    }

    private static Blob blob(byte[] bytes, String mediaType) {
        return new Blob(
                new BlobId("b" + sha256(bytes).substring(0, 20)), mediaType, (long) bytes.length, sha256(bytes));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
