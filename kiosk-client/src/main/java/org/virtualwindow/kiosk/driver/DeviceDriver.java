package org.virtualwindow.kiosk.driver;

import java.util.List;
import java.util.Set;

/**
 * Knows one kind of device by one way of speaking to it. Made by {@link java.util.ServiceLoader}, once for each place of the
 * configuration that names it: a public class with a public constructor without parameters that does nothing.
 */
public interface DeviceDriver {
    /** By what the kiosk's configuration calls it, like {@code ipp}. Never changes. */
    String id();

    /**
     * Whether it brings native code into the process. Such a driver runs in a process of its own, which is watched and started anew when
     * it dies or hangs.
     */
    default boolean isNative() {
        return false;
    }

    /**
     * The names of {@link Settings} it understands; a kiosk's configuration that says another is refused. Empty: it looks at them itself.
     */
    default Set<String> settings() {
        return Set.of();
    }

    /**
     * What is there just now. Asked again every few seconds, so that what is plugged in later is found: quick, and empty where nothing
     * is or nothing answers.
     */
    List<Found> find(Settings settings) throws InterruptedException;

    /** Opens one that was found. */
    Device open(Found found, Settings settings) throws DeviceFault, InterruptedException;

    /** Whoever was here has left and nothing runs for them any more: whatever it holds of them has to go. Any thread; does not wait. */
    default void forget() {}
}
