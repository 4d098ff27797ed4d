package org.virtualwindow.campaigns.history;

/** A promise that was not kept, and where. */
public record Violation(Invariant invariant, String what) {}
