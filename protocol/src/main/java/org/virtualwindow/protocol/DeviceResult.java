package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.values.Trouble;

/** How a {@link DeviceTask} ended. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface DeviceResult {

    record CardWasRead(IdentityDocument document) implements DeviceResult {}

    /** @param pages in order, each stored completely before this was said */
    record PagesKept(List<Blob> pages) implements DeviceResult {}

    record WasPrinted() implements DeviceResult {}

    record WasSigned() implements DeviceResult {}

    /** @param detail what the device or its driver said, for operators: never anything of a person, at most 200 characters */
    record TaskFailed(Trouble why, Optional<String> detail) implements DeviceResult {
        private static final int LONGEST = 200;

        public TaskFailed {
            if (detail.filter(text -> text.length() > LONGEST).isPresent()) {
                throw new IllegalArgumentException("detail must have at most " + LONGEST + " characters");
            }
        }

        public TaskFailed(Trouble why) {
            this(why, Optional.empty());
        }
    }

    /** 停止: the applicant or the clerk did not want it any more. What it had made was thrown away. */
    record TaskCancelled() implements DeviceResult {}
}
