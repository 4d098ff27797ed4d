package org.virtualwindow.server.desk;

import org.virtualwindow.server.journal.Projection;

/** What the desk writes down: a call or a clerk's duty as it is from now on. */
sealed interface DeskChange permits Call, Duty {
    /** The desk after it. */
    DeskState in(DeskState before);

    /** Its row, written in the same transaction. */
    Projection row();
}
