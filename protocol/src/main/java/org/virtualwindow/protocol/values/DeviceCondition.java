package org.virtualwindow.protocol.values;

/** How a device is. */
public enum DeviceCondition {
    UNKNOWN,
    OK,
    /** It works; somebody should look after it soon: {@link Trouble#MEDIA_LOW}. */
    WARNING,
    /** It does not work. */
    FAULT,
    BUSY,
    /** Switched off by the hall. */
    DISABLED
}
