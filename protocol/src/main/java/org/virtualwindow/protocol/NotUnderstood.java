package org.virtualwindow.protocol;

/** The message was JSON, but not one that this role may say. Nothing was changed. */
public record NotUnderstood(String reason) implements ToKiosk, ToClerk, ToHall, ToDevice {}
