package org.virtualwindow.server.journal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one stream. Whoever erases it erases the stream's bodies, everywhere and for ever.
 *
 * @param wrapped the key as it is stored, encrypted by the master key
 */
record StreamKey(Aead aead, SecretKeySpec marking, byte[] wrapped) {

    /** The same for the same bytes, and to be made or checked only with this key. */
    String mark(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(hmac(marking, bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(SecretKeySpec with, byte[] bytes) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(with);
        return mac.doFinal(bytes);
    }

    private static final String HMAC = "HmacSHA256";

    byte[] encrypt(byte[] plain, String stream, long seq) {
        try {
            return aead.encrypt(plain, place(stream, seq));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] decrypt(byte[] body, String stream, long seq) {
        try {
            return aead.decrypt(body, place(stream, seq));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Entry " + seq + " of " + stream + " does not decrypt", e);
        }
    }

    /** A body cannot be moved to another place of the journal. */
    private static byte[] place(String stream, long seq) {
        return (stream + '/' + seq).getBytes(StandardCharsets.UTF_8);
    }

    /** The key that wraps all others: a file beside the configuration, never in the database. */
    static final class Master {
        /** Names the master key in every stream's row; a second one comes with rotation. */
        static final long ID = 1;

        private final Aead aead;
        private final SecretKeySpec naming;

        private Master(Aead aead, SecretKeySpec naming) {
            this.aead = aead;
            this.naming = naming;
        }

        /** The same for the same text, and to be made or checked only with this key. */
        byte[] pseudonym(String of) {
            try {
                return hmac(naming, bytes(of));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Reads the key file, or makes one that only its owner may read. */
        static Master in(Path file) {
            try {
                AeadConfig.register();
                if (!Files.exists(file)) {
                    KeysetHandle made = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
                    Files.write(
                            Files.createFile(
                                    file,
                                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))),
                            TinkProtoKeysetFormat.serializeKeyset(made, InsecureSecretKeyAccess.get()),
                            StandardOpenOption.SYNC);
                }
                KeysetHandle handle =
                        TinkProtoKeysetFormat.parseKeyset(Files.readAllBytes(file), InsecureSecretKeyAccess.get());
                return new Master(aead(handle), derived(handle, "pseudonyms"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("The key file " + file.getFileName() + " cannot be read", e);
            }
        }

        StreamKey make(String stream) {
            try {
                KeysetHandle made = KeysetHandle.generateNew(PredefinedAeadParameters.AES128_GCM);
                byte[] wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(made, aead, bytes(stream));
                return new StreamKey(aead(made), marking(made), wrapped);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        StreamKey unwrap(String stream, byte[] wrapped) {
            try {
                KeysetHandle handle = TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, aead, bytes(stream));
                return new StreamKey(aead(handle), marking(handle), wrapped);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("The key of stream " + stream + " does not unwrap", e);
            }
        }

        /** Made from the stream's one key, so that erasing it erases this too. */
        private static SecretKeySpec marking(KeysetHandle handle) throws GeneralSecurityException {
            return derived(handle, "operations");
        }

        @AccessesPartialKey
        private static SecretKeySpec derived(KeysetHandle handle, String purpose) throws GeneralSecurityException {
            AesGcmKey key = (AesGcmKey) handle.getPrimary().getKey();
            byte[] secret = key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
            return new SecretKeySpec(hmac(new SecretKeySpec(secret, HMAC), bytes(purpose)), HMAC);
        }

        private static Aead aead(KeysetHandle handle) throws GeneralSecurityException {
            return handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
        }

        private static byte[] bytes(String stream) {
            return stream.getBytes(StandardCharsets.UTF_8);
        }
    }
}
