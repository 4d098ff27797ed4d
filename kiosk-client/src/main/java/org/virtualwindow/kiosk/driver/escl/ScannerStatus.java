package org.virtualwindow.kiosk.driver.escl;

import java.util.List;
import java.util.Optional;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.Trouble;

/**
 * How a scanner says it is.
 *
 * @param state of the whole: Idle, Processing, Testing, Stopped, Down
 * @param feeder empty where it has none or does not say
 */
record ScannerStatus(String state, String feeder, List<Job> jobs) {

    record Job(String uri, String state, List<String> reasons) {}

    static ScannerStatus of(Xml xml) {
        return new ScannerStatus(
                xml.first("State").map(Xml::text).orElse(""),
                xml.first("AdfState").map(Xml::text).orElse(""),
                xml.all("JobInfo").stream().map(ScannerStatus::job).toList());
    }

    private static Job job(Xml xml) {
        return new Job(
                xml.first("JobUri").map(Xml::text).orElse(""),
                xml.first("JobState").map(Xml::text).orElse(""),
                xml.texts("JobStateReason"));
    }

    /** The state of the whole device; an empty feeder is nothing wrong. */
    Status status() {
        Optional<Trouble> feeding = feederTrouble().filter(trouble -> trouble != Trouble.NO_DOCUMENT);
        if (feeding.isPresent()) {
            return Status.of(DeviceCondition.FAULT, feeding.get());
        }
        return switch (state) {
            case "Idle" -> Status.OK;
            case "Processing", "Testing" -> Status.of(DeviceCondition.BUSY);
            case "Stopped" -> Status.of(DeviceCondition.FAULT, Trouble.IO_ERROR);
            case "Down" -> Status.of(DeviceCondition.FAULT, Trouble.OFFLINE);
            default -> Status.of(DeviceCondition.UNKNOWN);
        };
    }

    Optional<Trouble> feederTrouble() {
        return switch (feeder) {
            case "ScannerAdfEmpty" -> Optional.of(Trouble.NO_DOCUMENT);
            case "ScannerAdfJam",
                    "ScannerAdfMispick",
                    "ScannerAdfMultipickDetected",
                    "ScannerAdfDuplexPageTooShort",
                    "ScannerAdfDuplexPageTooLong" -> Optional.of(Trouble.MEDIA_JAM);
            case "ScannerAdfHatchOpen", "ScannerAdfCoverOpen" -> Optional.of(Trouble.COVER_OPEN);
            case "ScannerAdfInputTrayFailed", "ScannerAdfInputTrayOverloaded" -> Optional.of(Trouble.IO_ERROR);
            default -> Optional.empty();
        };
    }

    /** Of the job at this path, which may stand there as a whole address. */
    Optional<Job> job(String path) {
        return jobs.stream()
                .filter(job -> !job.uri().isEmpty() && job.uri().endsWith(path))
                .findFirst();
    }
}
