package org.virtualwindow.kiosk.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * @param program Chromium, or a script that becomes it
 * @param display the X display, like {@code :0}; without one it runs headless
 * @param profiles where a profile lies while its applicant is here; better in memory than on a disk
 * @param window how large it begins, like {@code 1080,1921}; otherwise that is found out
 * @param more switches of Chromium beside ours
 */
public record BrowserOptions(
        Path program, Optional<String> display, Path profiles, Optional<String> window, List<String> more) {
    BrowserOptions sized(String size) {
        return new BrowserOptions(program, display, profiles, Optional.of(size), more);
    }

    /** In memory where the system has such a folder for this user, or at least for all. */
    public static Path usualProfiles() {
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        Path shared = Path.of("/dev/shm");
        if (runtime != null && Files.isWritable(Path.of(runtime))) {
            return Path.of(runtime, "virtual-window");
        }
        return (Files.isWritable(shared) ? shared : Path.of(System.getProperty("java.io.tmpdir")))
                .resolve("virtual-window-" + System.getProperty("user.name"));
    }
}
