package org.virtualwindow.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;

/**
 * The secrets of the demo cities: random, made once per data folder and kept in a file that only its owner can read, so that
 * they can be printed again. Prints itself masked.
 */
final class DemoSignIns {
    static final String FILE = "demo-sign-ins";

    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SequencedMap<String, String> secrets;

    private DemoSignIns(SequencedMap<String, String> secrets) {
        this.secrets = secrets;
    }

    /** Reads the file; what it does not name is made and added. */
    static DemoSignIns in(Path folder, List<String> accounts, List<String> helpers) {
        Path file = folder.resolve(FILE);
        try {
            SequencedMap<String, String> secrets = Files.exists(file) ? read(file) : new LinkedHashMap<>();
            boolean grew = fill(secrets, accounts, DemoSignIns::password) | fill(secrets, helpers, DemoSignIns::code);
            if (grew) {
                write(file, secrets);
            }
            return new DemoSignIns(secrets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(String account) {
        String secret = secrets.get(account);
        if (secret == null) {
            throw new IllegalArgumentException("no demo account " + account);
        }
        return secret;
    }

    /** Changes when any of them changes. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secrets.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "DemoSignIns" + secrets.keySet();
    }

    private static boolean fill(SequencedMap<String, String> secrets, List<String> names, Supplier<String> make) {
        boolean grew = false;
        for (String name : names) {
            grew |= secrets.putIfAbsent(name, make.get()) == null;
        }
        return grew;
    }

    /** Twelve characters, 59 bits, like {@code k3md-7qpx-2h4t}. */
    private static String password() {
        return String.join("-", letters(), letters(), letters());
    }

    private static String letters() {
        return RANDOM.ints(4, 0, LETTERS.length())
                .collect(StringBuilder::new, (word, i) -> word.append(LETTERS.charAt(i)), StringBuilder::append)
                .toString();
    }

    /** Eight digits: it is typed on a kiosk's number pad. */
    private static String code() {
        return "%08d".formatted(RANDOM.nextInt(100_000_000));
    }

    private static SequencedMap<String, String> read(Path file) throws IOException {
        SequencedMap<String, String> secrets = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] words = line.strip().split("\\s+");
            if (words.length == 2 && !words[0].startsWith("#")) {
                secrets.put(words[0], words[1]);
            }
        }
        return secrets;
    }

    private static void write(Path file, SequencedMap<String, String> secrets) throws IOException {
        Path unfinished = file.resolveSibling(FILE + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var text =
                new StringBuilder("# Sign-ins of the demo cities. Without this file the next start makes new ones.\n");
        secrets.forEach((account, secret) ->
                text.append(account).append(' ').append(secret).append('\n'));
        Files.writeString(unfinished, text);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
