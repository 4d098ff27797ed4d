package org.virtualwindow.server.desk;

import java.time.Instant;
import org.virtualwindow.protocol.ids.ClerkId;

/** Whether a clerk said that they take calls, and since when. Kept over a restart. */
public record Duty(ClerkId clerk, Boolean ready, Instant since) {}
