package org.virtualwindow.campaigns.history;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.virtualwindow.protocol.json.WireCodec;

/** A file to which facts are added, one a line, in the order in which they were added. */
public final class History implements AutoCloseable {
    private final Path file;
    private final BufferedWriter writer;
    private final long began = System.nanoTime();

    private History(Path file, BufferedWriter writer) {
        this.file = file;
        this.writer = writer;
    }

    /** Begins anew where there is such a file. */
    public static History begin(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return new History(file, Files.newBufferedWriter(file));
    }

    public static List<Fact> read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> WireCodec.read(line.getBytes(StandardCharsets.UTF_8), Fact.class))
                    .toList();
        }
    }

    public Path file() {
        return file;
    }

    /** For {@link Fact}'s {@code at}. */
    public long now() {
        return System.nanoTime() - began;
    }

    public void add(Fact fact) {
        String line = WireCodec.encode(fact);
        try {
            synchronized (writer) {
                writer.write(line);
                writer.newLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For whoever reads it before it is closed. */
    public void flush() throws IOException {
        synchronized (writer) {
            writer.flush();
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (writer) {
            writer.close();
        }
    }
}
