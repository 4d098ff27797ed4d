package org.virtualwindow.protocol.values;

/** A name or sentence that is data, in both languages of the screens. */
public record LocalText(String zh, String en) {}
