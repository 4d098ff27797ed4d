package org.virtualwindow.kiosk.command;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.virtualwindow.protocol.ids.CommandId;

/** The last thousand commands that were stopped before they came. Of the thread of {@link Commands} alone. */
final class StoppedBefore {
    private static final int MOST = 1_000;

    private final SequencedSet<CommandId> commands = new LinkedHashSet<>();

    void add(CommandId command) {
        commands.add(command);
        if (commands.size() > MOST) {
            commands.removeFirst();
        }
    }

    boolean contains(CommandId command) {
        return commands.contains(command);
    }
}
