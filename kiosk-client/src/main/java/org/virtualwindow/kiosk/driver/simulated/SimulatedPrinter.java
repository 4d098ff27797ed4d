package org.virtualwindow.kiosk.driver.simulated;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.kiosk.driver.Use;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.DeviceTask.PrintDocument;
import org.virtualwindow.protocol.values.Trouble;

/** Waits for paper as a printer does; each copy is one sheet, a file of the sheets' folder where there is one. */
final class SimulatedPrinter implements Device {
    private static final Set<Trouble> WAITS = Set.of(
            Trouble.MEDIA_EMPTY, Trouble.MEDIA_JAM, Trouble.COVER_OPEN, Trouble.TONER_EMPTY, Trouble.OUTPUT_FULL);

    private final Faults faults;
    private final Optional<String> sheets;
    private final Duration pace;

    SimulatedPrinter(Faults faults, Optional<String> sheets, Duration pace) {
        this.faults = faults;
        this.sheets = sheets;
        this.pace = pace;
    }

    @Override
    public Status status() {
        return faults.status();
    }

    @Override
    public DeviceResult run(DeviceTask task, Use use) throws DeviceFault, InterruptedException {
        if (!(task instanceof PrintDocument print)) {
            throw new DeviceFault(Trouble.MALFORMED);
        }
        byte[] document = read(print, use);
        try {
            for (int copy = 1; copy <= print.copies(); copy++) {
                faults.waitOut(WAITS, use);
                Thread.sleep(pace);
                putOut(document);
                faults.didOne();
                use.progress(Math.toIntExact(100 * copy / print.copies()));
            }
        } finally {
            Arrays.fill(document, (byte) 0);
        }
        return faults.does(Script.Misdeed.NONSENSE) ? new DeviceResult.WasSigned() : new DeviceResult.WasPrinted();
    }

    @Override
    public void close() {}

    private static byte[] read(PrintDocument print, Use use) throws DeviceFault, InterruptedException {
        try (InputStream document = use.fetch(print.document())) {
            return document.readAllBytes();
        } catch (IOException e) {
            throw new DeviceFault(Trouble.NOT_REACHED);
        }
    }

    /** Numbered on over restarts, so that nothing is ever put over another. */
    private void putOut(byte[] document) throws DeviceFault {
        if (sheets.isEmpty()) {
            return;
        }
        Path folder = Path.of(sheets.get());
        try {
            Files.createDirectories(folder);
            for (int number = 1; ; number++) {
                try {
                    Files.write(
                            folder.resolve("sheet-%05d.pdf".formatted(number)),
                            document,
                            StandardOpenOption.CREATE_NEW);
                    return;
                } catch (FileAlreadyExistsException taken) {
                    // the next number
                }
            }
        } catch (IOException e) {
            throw new DeviceFault(Trouble.IO_ERROR, "the folder for sheets cannot be written");
        }
    }
}
