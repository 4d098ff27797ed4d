package org.virtualwindow.protocol;

/** What a clerk is doing, as far as the line is concerned. */
public enum ClerkState {
    /** No console is connected. */
    OFFLINE,
    /** 小休: signed in, takes no calls. */
    AWAY,
    READY,
    RINGING,
    TALKING,
    WRAP_UP
}
