package org.virtualwindow.server.blob;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/** The key of all stored pages: a file beside the configuration, never in the database or beside the pages. */
final class BlobKey {
    private BlobKey() {}

    /**
     * Reads the key file, or makes one that only its owner may read.
     *
     * @throws IllegalStateException where it is none, or everybody on the machine can read it
     */
    static StreamingAead in(Path file) {
        try {
            StreamingAeadConfig.register();
            if (!Files.exists(file)) {
                make(file.toAbsolutePath());
            }
            refuseOpen(file);
            return TinkProtoKeysetFormat.parseKeyset(Files.readAllBytes(file), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key file " + file.getFileName() + " cannot be read", e);
        }
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        KeysetHandle made = KeysetHandle.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB);
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.write(
                Files.createFile(
                        unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))),
                TinkProtoKeysetFormat.serializeKeyset(made, InsecureSecretKeyAccess.get()),
                StandardOpenOption.SYNC);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(file.resolveSibling(""), StandardOpenOption.READ)) {
            folder.force(true); // the name, too
        }
    }

    private static void refuseOpen(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ)) {
            throw new IllegalStateException("Others can read the key file %s: chmod o= %1$s".formatted(file));
        }
    }
}
