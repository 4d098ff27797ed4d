package org.virtualwindow.kiosk.command;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.kiosk.driver.Picture;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceResult.CardWasRead;
import org.virtualwindow.protocol.DeviceResult.PagesKept;
import org.virtualwindow.protocol.DeviceResult.TaskCancelled;
import org.virtualwindow.protocol.DeviceResult.TaskFailed;
import org.virtualwindow.protocol.DeviceResult.WasPrinted;
import org.virtualwindow.protocol.DeviceResult.WasSigned;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.DeviceTask.CapturePage;
import org.virtualwindow.protocol.DeviceTask.DrawSignature;
import org.virtualwindow.protocol.DeviceTask.PrintDocument;
import org.virtualwindow.protocol.DeviceTask.ReadIdCard;
import org.virtualwindow.protocol.DeviceTask.ScanPages;
import org.virtualwindow.protocol.DeviceTask.WatchBed;

/** What a driver's results may be. */
final class Results {
    private static final int LONGEST_DETAIL = 200;

    private Results() {}

    /** @param kept the pages that were stored for this task: no others can be its result */
    static boolean fits(DeviceTask task, @Nullable DeviceResult result, Set<Blob> kept) {
        return switch (result) {
            case null -> false;
            case CardWasRead _ -> task instanceof ReadIdCard;
            case WasPrinted _ -> task instanceof PrintDocument;
            case WasSigned _ -> task instanceof DrawSignature;
            case PagesKept(var pages) -> !pages.isEmpty() && kept.containsAll(pages) && pages.size() <= mostPages(task);
            case TaskFailed _, TaskCancelled _ -> true;
        };
    }

    /** As many may be kept for it. */
    static long mostPages(DeviceTask task) {
        return switch (task) {
            case CapturePage _ -> 1;
            case ScanPages scan -> scan.maxPages();
            case ReadIdCard _, PrintDocument _, WatchBed _, DrawSignature _ -> 0;
        };
    }

    /** Something of the applicant is in it, or in what it names. */
    static boolean isOfAPerson(DeviceResult result) {
        return switch (result) {
            case CardWasRead _, PagesKept _, WasSigned _ -> true;
            case WasPrinted _, TaskFailed _, TaskCancelled _ -> false;
        };
    }

    /** What a file begins with says what it is. */
    static boolean isPicture(byte[] bytes, String mediaType) {
        return Picture.of(bytes)
                .filter(picture -> picture.mediaType().equals(mediaType))
                .isPresent();
    }

    static String shortened(String detail) {
        return detail.substring(0, Math.min(LONGEST_DETAIL, detail.length()));
    }
}
