package org.virtualwindow.campaigns;

import org.virtualwindow.campaigns.proxy.Way;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.OpId;

/** The acknowledgements on a command's way. The line breaks with the one that is lost. */
enum Lost {
    ACCEPTED(Way.DOWN, "Accepted", "server to clerk: the command is written down"),
    COMMAND_BEGAN(Way.UP, "CommandBegan", "daemon to server: it is begun"),
    COMMAND_ENDED(Way.UP, "CommandEnded", "daemon to server: it is over, with its result"),
    RESULT_NOTED(Way.DOWN, "ResultNoted", "server to daemon: the result is written down");

    final Way way;
    /** The message's. */
    final String type;
    /** In words, for who reads the figures. */
    final String what;

    Lost(Way way, String type, String what) {
        this.way = way;
        this.type = type;
        this.what = what;
    }

    boolean isClerks() {
        return this == ACCEPTED;
    }

    /** Whether a message is this one. */
    boolean is(String message, OpId op, CommandId command) {
        String of = isClerks() ? op.value() : command.value();
        return message.contains("\"type\":\"" + type + "\"") && message.contains("\"" + of + "\"");
    }
}
