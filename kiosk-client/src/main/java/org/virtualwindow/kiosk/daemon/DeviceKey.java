package org.virtualwindow.kiosk.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.json.WireCodec.Decoded;

/** By what this kiosk is known to its server. Kept in a file that only its owner can read. Prints itself masked. */
record DeviceKey(String server, KioskId kiosk, String token) {
    static Optional<DeviceKey> readFrom(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (WireCodec.decode(Files.readString(file), DeviceKey.class) instanceof Decoded.Message<DeviceKey>(var key)) {
            return Optional.of(key);
        }
        throw new IOException(file + " holds something else than a device key");
    }

    void writeTo(Path file) throws IOException {
        Path whole = file.toAbsolutePath();
        Files.createDirectories(whole.getParent());
        Path unfinished = whole.resolveSibling(whole.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, WireCodec.encode(this));
        Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public String toString() {
        return "DeviceKey[" + kiosk + " at " + server + "]";
    }
}
