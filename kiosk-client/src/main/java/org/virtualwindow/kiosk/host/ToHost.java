package org.virtualwindow.kiosk.host;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import org.virtualwindow.kiosk.driver.Found;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.values.Trouble;

/** What a driver's process is told. A {@code call} numbers what is answered; {@code key} is that of the device. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
sealed interface ToHost {
    Long call();

    record Find(Long call, Map<String, String> settings) implements ToHost {}

    record Open(Long call, Found found, Map<String, String> settings) implements ToHost {}

    record AskStatus(Long call, String key) implements ToHost {}

    /** @param name of the use */
    record RunTask(Long call, String key, DeviceTask task, String name) implements ToHost {}

    /** The task of this call is not wanted any more. */
    record Stop(Long call) implements ToHost {}

    record Close(Long call, String key) implements ToHost {}

    /** The page that the task of this call handed in is stored. */
    record PageIsKept(Long call, Blob blob) implements ToHost {}

    /** What the task of this call asked for does not go. */
    record Refused(Long call, Trouble why) implements ToHost {}

    /** Of the document that the task of this call asked for, in base64. */
    record DocumentPart(Long call, String part, Boolean last) implements ToHost {}
}
