package org.virtualwindow.kiosk.driver.ipp;

import com.hp.jipp.model.PrinterState;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.Trouble;

/** What a printer's words (RFC 8011, 5.4.12 and 5.3.8; PWG 5100.9) are here. */
final class Reasons {
    private Reasons() {}

    static Status status(@Nullable PrinterState state, List<String> reasons, boolean accepting) {
        List<Trouble> troubles = troubles(reasons);
        boolean stopped = PrinterState.stopped.equals(state);
        if (troubles.contains(Trouble.SWITCHED_OFF) || !accepting) {
            return Status.of(DeviceCondition.DISABLED, Trouble.SWITCHED_OFF);
        }
        if (stopped || reasons.stream().anyMatch(Reasons::stops)) {
            return new Status(DeviceCondition.FAULT, troubles.isEmpty() ? List.of(Trouble.IO_ERROR) : troubles);
        }
        if (PrinterState.processing.equals(state)) {
            return new Status(DeviceCondition.BUSY, troubles);
        }
        return troubles.isEmpty() ? Status.OK : new Status(DeviceCondition.WARNING, troubles);
    }

    /** Those that this program has words for, each once. */
    static List<Trouble> troubles(List<String> reasons) {
        return reasons.stream()
                .filter(reason -> !reason.endsWith("-report"))
                .map(Reasons::trouble)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Whether nothing is printed until somebody has come. A reason that does not say how grave it is, is. */
    static boolean stops(String reason) {
        @Nullable Trouble trouble = trouble(reason);
        return trouble != null
                && trouble != Trouble.MEDIA_LOW
                && trouble != Trouble.TONER_LOW
                && !reason.endsWith("-warning")
                && !reason.endsWith("-report");
    }

    private static @Nullable Trouble trouble(String reason) {
        return switch (reason.replaceFirst("-(error|warning|report)$", "")) {
            case "media-low" -> Trouble.MEDIA_LOW;
            case "media-empty", "media-needed", "input-tray-missing" -> Trouble.MEDIA_EMPTY;
            case "media-jam" -> Trouble.MEDIA_JAM;
            case "cover-open", "door-open", "interlock-open" -> Trouble.COVER_OPEN;
            case "toner-low", "marker-supply-low", "developer-low" -> Trouble.TONER_LOW;
            case "toner-empty", "marker-supply-empty", "developer-empty" -> Trouble.TONER_EMPTY;
            case "output-area-full", "output-tray-missing", "marker-waste-full" -> Trouble.OUTPUT_FULL;
            case "offline", "shutdown", "timed-out", "connecting-to-device" -> Trouble.OFFLINE;
            case "paused", "moving-to-paused", "hold-new-jobs", "deactivated" -> Trouble.SWITCHED_OFF;
            case "none", "", "cups-waiting-for-job-completed", "cups-waiting-for-job" -> null;
            default -> reason.endsWith("-error") ? Trouble.IO_ERROR : null;
        };
    }

    /** Why a job that the printer gave up was given up. */
    static Trouble aborted(List<String> jobReasons, List<Trouble> printer) {
        if (jobReasons.stream().anyMatch(reason -> reason.contains("document"))) {
            return Trouble.MALFORMED;
        }
        return printer.isEmpty() ? Trouble.IO_ERROR : printer.getFirst();
    }

    /** Why an answer is no. Absent where it is yes. */
    static @Nullable Trouble refusal(com.hp.jipp.model.Status status) {
        if (status.getCode() < 0x0400) {
            return null;
        }
        return switch (status.getName()) {
            case "client-error-forbidden", "client-error-not-authenticated", "client-error-not-authorized" ->
                Trouble.ACCESS_DENIED;
            case "client-error-not-found", "client-error-gone" -> Trouble.NOT_PRESENT;
            case "client-error-request-entity-too-large" -> Trouble.TOO_LARGE;
            case "client-error-document-format-not-supported", "client-error-document-format-error" ->
                Trouble.MALFORMED;
            case "server-error-busy", "server-error-temporary-error", "server-error-too-many-jobs" -> Trouble.BUSY;
            case "server-error-not-accepting-jobs", "server-error-printer-is-deactivated" -> Trouble.SWITCHED_OFF;
            default -> Trouble.IO_ERROR;
        };
    }
}
