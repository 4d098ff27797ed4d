package org.virtualwindow.server.find;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.server.form.Catalog;

/** The finder of the catalogue that is in force: made when it is first asked for, and anew when the catalogue is another. */
public final class CurrentFinder implements Supplier<ItemFinder> {
    private record Made(Catalog of, CompletableFuture<ItemFinder> finder) {}

    private final Supplier<Catalog> catalog;
    private final Supplier<Map<CentreId, String>> regions;
    private final AtomicReference<@Nullable Made> made = new AtomicReference<>();

    /** @param regions where each centre is, in Chinese */
    public CurrentFinder(Supplier<Catalog> catalog, Supplier<Map<CentreId, String>> regions) {
        this.catalog = catalog;
        this.regions = regions;
    }

    /** Waits, seconds perhaps, where it is not made yet; it is made once, however many ask. */
    @Override
    public ItemFinder get() {
        Catalog now = catalog.get();
        Made last = made.get();
        if (last != null && last.of() == now) {
            return last.finder().join();
        }
        Made next = new Made(now, new CompletableFuture<>());
        if (made.compareAndSet(last, next)) {
            make(next);
        }
        return get();
    }

    private void make(Made next) {
        try {
            next.finder().complete(ItemFinder.of(next.of().byCentre(), next.of().events(), regions.get()));
        } catch (RuntimeException | Error e) {
            made.compareAndSet(next, null); // who asks next tries again
            next.finder().completeExceptionally(e);
            throw e;
        }
    }
}
