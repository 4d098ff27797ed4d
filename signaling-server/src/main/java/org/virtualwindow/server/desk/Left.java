package org.virtualwindow.server.desk;

import java.time.Instant;
import java.util.Optional;
import org.virtualwindow.protocol.ids.CaseNo;
import org.virtualwindow.protocol.ids.ServiceItemId;

/**
 * A matter that a call went on from.
 *
 * @param filed as which case
 * @param keptUntil its applicant can take it up again with a code until then
 */
public record Left(ServiceItemId item, Optional<CaseNo> filed, Optional<Instant> keptUntil) {}
