package org.virtualwindow.kiosk.host;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceDriver;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Found;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.kiosk.driver.Use;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.Trouble;

/** Does with every task what its settings say, as native code would: {@code does}. */
public final class BreakingDriver implements DeviceDriver {
    static final int PAGE = 3 * Frames.PART + 17;

    @Override
    public String id() {
        return "breaking";
    }

    @Override
    public boolean isNative() {
        return true;
    }

    @Override
    public List<Found> find(Settings settings) {
        return List.of(
                new Found(Long.toString(ProcessHandle.current().pid()), "Breaking", List.of(Capability.SCAN), true));
    }

    @Override
    public Device open(Found found, Settings settings) throws DeviceFault {
        if (settings.get("does", "").equals("refuse")) {
            throw new DeviceFault(Trouble.ACCESS_DENIED, "no");
        }
        return new Broken(settings.get("does", ""));
    }

    private record Broken(String does) implements Device {
        @Override
        public Status status() {
            return Status.OK;
        }

        @Override
        public DeviceResult run(DeviceTask task, Use use) throws DeviceFault, InterruptedException {
            return switch (does) {
                case "die" -> {
                    Runtime.getRuntime().halt(139);
                    yield new DeviceResult.TaskCancelled();
                }
                case "hang" -> {
                    use.waitsFor(Trouble.NO_DOCUMENT);
                    while (true) {
                        try {
                            Thread.sleep(1_000);
                        } catch (InterruptedException neverMind) {
                            // this is what it is for
                        }
                    }
                }
                case "listen" -> {
                    use.waitsFor(Trouble.NO_DOCUMENT);
                    Thread.sleep(1_000_000);
                    yield new DeviceResult.TaskCancelled();
                }
                case "throw" -> throw new IllegalStateException("somebody's name");
                case "print" -> {
                    print();
                    yield scanned(use);
                }
                case "copy" -> copied((DeviceTask.PrintDocument) task, use);
                default -> scanned(use);
            };
        }

        private static DeviceResult scanned(Use use) throws DeviceFault, InterruptedException {
            byte[] page = new byte[PAGE];
            Arrays.fill(page, (byte) 7);
            use.progress(50);
            return new DeviceResult.PagesKept(List.of(use.keep(page, "image/jpeg")));
        }

        private static DeviceResult copied(DeviceTask.PrintDocument print, Use use)
                throws DeviceFault, InterruptedException {
            try (var document = use.fetch(print.document())) {
                var copy = new ByteArrayOutputStream();
                document.transferTo(copy);
                Blob kept = use.keep(copy.toByteArray(), "image/png");
                return new DeviceResult.PagesKept(List.of(kept));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** As a native library does: past Java, and without an end of line. */
        @SuppressWarnings("resource")
        private static void print() {
            try {
                new FileOutputStream(FileDescriptor.out)
                        .write("{\"type\": 录入 half a li".getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {}
    }
}
