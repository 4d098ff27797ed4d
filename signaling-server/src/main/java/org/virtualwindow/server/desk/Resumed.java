package org.virtualwindow.server.desk;

import java.time.Instant;
import java.util.Optional;
import org.virtualwindow.protocol.ids.ClerkId;

/**
 * 续办: the applicant came back with a matter they had put aside.
 *
 * @param clerk who had it then, and is asked first where they are free
 */
public record Resumed(Instant at, Optional<ClerkId> clerk) {}
