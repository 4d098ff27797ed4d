package org.virtualwindow.server;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.virtualwindow.server.config.Refusal;
import org.virtualwindow.server.form.Catalog;
import org.virtualwindow.server.form.PackageFault;

/** The item packages' files, which are read while the database starts. */
record ItemFiles(CompletableFuture<Catalog> reading) {
    /** @param folder packages over those that come with the program */
    static ItemFiles of(Optional<Path> folder) {
        return new ItemFiles(CompletableFuture.supplyAsync(
                () -> Catalog.load(folder), Thread.ofPlatform().name("items").daemon()::start));
    }

    /** Waits for them. */
    Catalog read() {
        try {
            return reading.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof PackageFault fault
                    ? new Refusal("An item package is refused: " + fault.getMessage() + ".", fault)
                    : e;
        }
    }
}
