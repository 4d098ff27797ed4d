package org.virtualwindow.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.server.form.ItemPackage;
import org.virtualwindow.server.form.PackageFault;
import org.virtualwindow.server.identity.Visitor.HallVisitor;
import org.virtualwindow.server.items.Packages;
import org.virtualwindow.server.items.Packages.InForce;
import org.virtualwindow.server.items.Packages.Wanted;

/**
 * The item packages of a hall manager's own centre; which centre that is follows from the session and cannot be said.
 *
 * <ul>
 *   <li>{@code GET /api/hall/packages}: those in force, each with those before it, newest first
 *   <li>{@code POST /api/hall/packages/try}: what a package would be, or what is wrong with it; changes nothing
 *   <li>{@code POST /api/hall/packages/put}: puts in force what was tried. 409 where it is not what was shown then, or another came
 *       into force since
 * </ul>
 */
public final class PackageDoors {
    /** Two files of 512 kB, with what JSON escapes. */
    private static final int LARGEST = 3 * 1024 * 1024;

    private PackageDoors() {}

    /** An item as it is in force, and as it was before. */
    record Listed(ServiceItemId item, LocalText title, List<Version> versions) {}

    record Version(Long version, String hash, Instant since, Optional<String> by) {}

    /**
     * @param insteadOf what was in force when it was tried; only for {@code put}
     * @param hash what was shown then; only for {@code put}
     */
    record Handed(
            ServiceItemId item,
            Optional<String> base,
            Optional<String> variant,
            Optional<String> again,
            Optional<String> hash,
            Optional<String> insteadOf) {
        Wanted wanted() {
            return new Wanted(item, base, variant, again);
        }
    }

    /** A fault and the file it is in. */
    record Placed(String file, String place, LocalText reason) {
        static List<Placed> of(PackageFault refused) {
            return refused.faults().stream()
                    .map(fault -> new Placed(refused.file(), fault.place(), fault.reason()))
                    .toList();
        }
    }

    /** Either what it would be, or its faults. {@code insteadOf} is what is in force. */
    record Tried(
            List<Placed> faults,
            Optional<ServiceItem> item,
            Optional<String> hash,
            Optional<ServiceItem> before,
            Optional<String> insteadOf) {}

    public static JsonDoor list(Sessions sessions, Packages packages) {
        return new JsonDoor("GET") {
            @Override
            protected void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
                Optional<HallVisitor> manager = sessions.hall(request.getHeader("Cookie"));
                if (manager.isEmpty()) {
                    refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "not-signed-in");
                    return;
                }
                answer(response, listed(packages, manager.get().centre()));
            }
        };
    }

    private static List<Listed> listed(Packages packages, CentreId owner) {
        Map<ServiceItemId, List<InForce>> all = new LinkedHashMap<>();
        packages.history(owner)
                .forEach(each ->
                        all.computeIfAbsent(each.item(), _ -> new ArrayList<>()).add(each));
        return packages.now().of(owner).stream()
                .map(item -> new Listed(
                        item.item(),
                        item.title(),
                        all.getOrDefault(item.item(), List.of()).stream()
                                .map(each -> new Version(each.version(), each.hash(), each.since(), each.by()))
                                .toList()))
                .toList();
    }

    public static JsonDoor trying(Sessions sessions, Packages packages) {
        return new OfManager(sessions) {
            @Override
            void open(Handed handed, HallVisitor manager, HttpServletResponse response) throws IOException {
                Optional<ItemPackage> current = packages.now().packageOf(handed.item(), manager.centre());
                Optional<ServiceItem> before = current.map(ItemPackage::item);
                Optional<String> insteadOf = current.map(ItemPackage::hash);
                try {
                    ItemPackage tried = packages.tried(manager.centre(), handed.wanted());
                    answer(
                            response,
                            new Tried(
                                    List.of(),
                                    Optional.of(tried.item()),
                                    Optional.of(tried.hash()),
                                    before,
                                    insteadOf));
                } catch (PackageFault refused) {
                    answer(
                            response,
                            new Tried(Placed.of(refused), Optional.empty(), Optional.empty(), before, insteadOf));
                }
            }
        };
    }

    /** @param changed called when another package is in force */
    public static JsonDoor putting(Sessions sessions, Packages packages, Runnable changed) {
        return new OfManager(sessions) {
            @Override
            void open(Handed handed, HallVisitor manager, HttpServletResponse response) throws IOException {
                try {
                    ItemPackage tried = packages.tried(manager.centre(), handed.wanted());
                    boolean asShown = handed.hash().equals(Optional.of(tried.hash()));
                    if (asShown && packages.putInForce(tried, handed.insteadOf(), manager.manager())) {
                        changed.run();
                        done(response);
                        return;
                    }
                } catch (PackageFault notAsShown) {
                    // what was tried had no faults: something else came into force since
                }
                refuse(response, HttpServletResponse.SC_CONFLICT, "moved-on");
            }
        };
    }

    private abstract static class OfManager extends PostDoor<Handed> {
        private final Sessions sessions;

        OfManager(Sessions sessions) {
            super(Handed.class, LARGEST);
            this.sessions = sessions;
        }

        abstract void open(Handed handed, HallVisitor manager, HttpServletResponse response) throws IOException;

        @Override
        void open(Handed handed, HttpServletRequest request, HttpServletResponse response) throws IOException {
            Optional<HallVisitor> manager = sessions.hall(request.getHeader("Cookie"));
            if (manager.isEmpty()) {
                refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "not-signed-in");
                return;
            }
            open(handed, manager.get(), response);
        }
    }
}
