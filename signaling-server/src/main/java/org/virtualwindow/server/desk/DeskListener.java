package org.virtualwindow.server.desk;

/** Is told after every change of the desk that is on disk, in order, in the desk's mailbox: must not wait. */
@FunctionalInterface
public interface DeskListener {
    void changed(DeskState before, DeskState after);
}
