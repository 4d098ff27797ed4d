package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * How the machine of a kiosk is, as its daemon sees it.
 *
 * @param browser whether the page answers, where the daemon minds the browser
 * @param restarts how often the browser was started anew since the daemon started because it had died or hung
 * @param memoryMb memory that is free, in MB
 * @param diskMb what is free on the disk that holds the daemon's state, in MB
 */
public record DaemonHealth(
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Boolean> browser,
        Long restarts,
        Long memoryMb,
        Long diskMb) {}
