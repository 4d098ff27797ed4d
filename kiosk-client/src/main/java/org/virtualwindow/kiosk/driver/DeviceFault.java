package org.virtualwindow.kiosk.driver;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.values.Trouble;

/** A device did not do what was asked of it. */
public final class DeviceFault extends Exception {
    private static final long serialVersionUID = 1;

    private final Trouble why;

    public DeviceFault(Trouble why) {
        this(why, null);
    }

    /** @param detail what the device said, for operators: never anything of a person */
    public DeviceFault(Trouble why, @Nullable String detail) {
        super(detail);
        this.why = why;
    }

    public Trouble why() {
        return why;
    }

    public Optional<String> detail() {
        return Optional.ofNullable(getMessage());
    }
}
