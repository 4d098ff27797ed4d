package org.virtualwindow.protocol.values;

/**
 * Who did something, as everybody in the room may see it.
 *
 * @param id the clerk's or helper's id, the kiosk's for an applicant
 * @param name shown on the screens; empty for an applicant, who is not asked for a name here
 */
public record Author(Role role, String id, String name) {}
