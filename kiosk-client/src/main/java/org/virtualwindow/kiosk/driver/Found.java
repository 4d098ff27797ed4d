package org.virtualwindow.kiosk.driver;

import java.util.List;
import org.virtualwindow.protocol.values.Capability;

/**
 * A device that a driver found.
 *
 * @param key tells it from others of the same driver, and is the same after every start: an address, a serial number, a slot. 1 to 30
 *     letters, digits, {@code _} and {@code -}
 * @param name maker and model, as it says itself
 * @param simulated no real device: every screen says so
 */
public record Found(String key, String name, List<Capability> can, boolean simulated) {}
