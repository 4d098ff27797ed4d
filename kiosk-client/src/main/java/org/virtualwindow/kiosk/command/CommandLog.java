package org.virtualwindow.kiosk.command;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.values.Malformed;

/**
 * Which commands were begun, on disk, so that none is done twice by a daemon that died in between. It holds their ids and nothing else:
 * nothing of an applicant, no result. A line is {@code begun ID} or {@code ended ID}; the latest {@value #MOST} commands are kept. What
 * could not be written whole, on a full disk, is no part of it: the file is made anew before anything else is written. Any thread; blocks
 * on the disk.
 */
public final class CommandLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLog.class);
    static final int MOST = 2_000;
    private static final int LINES_OF_A_COMMAND = 2;
    private static final String BEGUN = "begun ";
    private static final String ENDED = "ended ";

    private enum State {
        BEGUN,
        ENDED
    }

    private final Path file;
    private final Map<CommandId, State> commands = new LinkedHashMap<>();
    /** Those that this daemon does just now. */
    private final Set<CommandId> running = new HashSet<>();
    /** Those of {@link #commands}, for who may not wait for the disk. */
    private final Set<CommandId> known = ConcurrentHashMap.newKeySet();

    /** No channel: an interrupt of a thread that writes into one closes it. */
    private FileOutputStream out;

    /** Something went wrong while it was written, so that nobody knows how the file ends. */
    private boolean torn;

    private int lines;

    private CommandLog(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            read(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        out = writtenAnew();
    }

    /** @throws IOException it cannot be read or written: then nothing may be done at all */
    public static CommandLog open(Path file) throws IOException {
        Path whole = file.toAbsolutePath();
        Files.createDirectories(whole.getParent());
        return new CommandLog(whole);
    }

    /** It was begun once, by this daemon or one before. Never waits. */
    public boolean knows(CommandId command) {
        return known.contains(command);
    }

    /** Those that were begun, did not end, and are not being done: what came of them may still happen. */
    public synchronized Set<CommandId> unended() {
        return commands.entrySet().stream()
                .filter(command -> command.getValue() == State.BEGUN)
                .map(Map.Entry::getKey)
                .filter(command -> !running.contains(command))
                .collect(Collectors.toSet());
    }

    /**
     * On disk when it returns.
     *
     * @throws IOException it is not: nothing may be begun
     */
    public synchronized void begun(CommandId command) throws IOException {
        if (torn || lines > MOST * LINES_OF_A_COMMAND + MOST) {
            writeAnew();
        }
        append(BEGUN + command);
        commands.put(command, State.BEGUN);
        known.add(command);
        running.add(command);
    }

    /** It is being done no more, and its end is not known: it stays one that was begun. */
    public synchronized void lost(CommandId command) {
        running.remove(command);
    }

    /** Need not be on disk at once: what is lost of it only leaves a command begun. */
    public synchronized void ended(CommandId command) throws IOException {
        running.remove(command);
        if (torn) {
            writeAnew();
        }
        append(ENDED + command);
        commands.put(command, State.ENDED);
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(String line) throws IOException {
        torn = true;
        out.write((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
        if (line.startsWith(BEGUN)) {
            out.getFD().sync();
        }
        torn = false;
        lines++;
    }

    private void writeAnew() throws IOException {
        torn = true;
        FileOutputStream old = out;
        out = writtenAnew();
        old.close();
        torn = false;
    }

    /** A line without its end was being written when the power went: its command had not begun. */
    private void read(String text) {
        int whole = text.lastIndexOf('\n') + 1;
        text.substring(0, whole).lines().forEach(this::readLine);
    }

    /**
     * A line to which another was glued ends with the one that was written whole. Of one that is none at all the command was never begun,
     * since that is only done once its line is on disk.
     */
    private void readLine(String line) {
        int begun = line.lastIndexOf(BEGUN);
        int ended = line.lastIndexOf(ENDED);
        int last = Math.max(begun, ended);
        if (last != 0) {
            LOG.warn("A line of the command log is broken");
        }
        try {
            if (last >= 0) {
                String id = line.substring(last + BEGUN.length());
                commands.put(new CommandId(id), begun > ended ? State.BEGUN : State.ENDED);
            }
        } catch (Malformed noId) {
            LOG.debug("It names no command", noId);
        }
    }

    private FileOutputStream writtenAnew() throws IOException {
        Iterator<CommandId> oldest = List.copyOf(commands.keySet()).iterator();
        while (commands.size() > MOST) {
            commands.remove(oldest.next());
        }
        known.addAll(commands.keySet());
        known.retainAll(commands.keySet());
        StringBuilder kept = new StringBuilder();
        commands.forEach((command, state) -> kept.append(state == State.BEGUN ? BEGUN : ENDED)
                .append(command)
                .append('\n'));
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        var written = new FileOutputStream(unfinished.toFile());
        try {
            written.write(kept.toString().getBytes(StandardCharsets.ISO_8859_1));
            written.getFD().sync();
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
                folder.force(true); // the new name must outlast the power, too
            }
        } catch (IOException e) {
            written.close();
            throw e;
        }
        lines = commands.size();
        return written;
    }
}
