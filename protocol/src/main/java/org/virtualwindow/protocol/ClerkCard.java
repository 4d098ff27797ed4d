package org.virtualwindow.protocol;

import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.values.LocalText;

/**
 * How a clerk is introduced to an applicant.
 *
 * @param staffNo 工号, printed on every receipt
 * @param unit the clerk's department or office
 * @param region the division the clerk answers for
 */
public record ClerkCard(ClerkId clerk, String name, String staffNo, LocalText unit, LocalText region) {}
