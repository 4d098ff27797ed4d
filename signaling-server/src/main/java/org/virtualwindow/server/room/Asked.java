package org.virtualwindow.server.room;

import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.server.journal.Operation;

/**
 * An operation that is judged for the first time.
 *
 * @param by as whom the speaker acts
 * @param sent what makes it the same when it is sent again
 */
record Asked(Speaker who, Author by, OpId opId, Operation sent) {
    void refused(Refusal why) {
        who.peer().send(new Answer.Refused(opId, why));
    }
}
