package org.virtualwindow.server.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomEvent.UseEnd;
import org.virtualwindow.protocol.RoomMessage.UseView;
import org.virtualwindow.protocol.RoomMessage.UsesView;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Trouble;

/**
 * Every use of the kiosk's devices in a room, as its events made it. Immutable.
 *
 * @param all by command, in the order in which they were asked for; watching that is over stands behind what was done meanwhile
 * @param consents what the applicant has allowed for this visit
 * @param documents that the server made for this room
 */
record Uses(SequencedMap<CommandId, Use> all, Set<Capability> consents, List<Blob> documents) {
    static final Uses NONE = new Uses(new LinkedHashMap<>(), Set.of(), List.of());

    /**
     * @param askedBy who wanted it
     * @param allowedAt when it began; empty while it waits for consent
     * @param over how it ended
     * @param pages that came of it
     * @param material whose pages they are to be
     * @param byHand who at the kiosk laid the paper for it, or took what it printed
     */
    record Use(
            DeviceTask task,
            Role askedBy,
            Optional<Instant> allowedAt,
            Optional<Over> over,
            List<Blob> pages,
            Optional<String> material,
            Optional<Author> byHand) {
        boolean waits() {
            return allowedAt.isEmpty() && over.isEmpty();
        }

        boolean runs() {
            return allowedAt.isPresent() && over.isEmpty();
        }

        boolean open() {
            return over.isEmpty();
        }

        /** Paper is laid for a scan that runs, a print is taken once it is there. */
        boolean takesHands() {
            return switch (task) {
                case DeviceTask.ScanPages _ -> runs();
                case DeviceTask.PrintDocument _ ->
                    over.filter(each -> each.how() == UseEnd.DONE).isPresent();
                case DeviceTask.ReadIdCard _,
                        DeviceTask.CapturePage _,
                        DeviceTask.WatchBed _,
                        DeviceTask.DrawSignature _ -> false;
            };
        }

        /** The applicant's own, whoever else leaves: what is printed for them, and what they asked for themselves. */
        boolean outlastsClerk() {
            return runs() && (task instanceof DeviceTask.PrintDocument || askedBy == Role.APPLICANT);
        }

        boolean watches() {
            return task instanceof DeviceTask.WatchBed;
        }
    }

    /** @param by whose word or deed it was */
    record Over(UseEnd how, Role by, Optional<Trouble> why) {}

    Uses asked(RoomEvent.UseAsked asked, Role by) {
        SequencedMap<CommandId, Use> longer = new LinkedHashMap<>(all);
        longer.put(
                asked.command(),
                new Use(
                        asked.task(),
                        by,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        asked.material(),
                        Optional.empty()));
        return new Uses(longer, consents, documents);
    }

    Uses allowed(RoomEvent.UseAllowed allowed, Instant at) {
        Set<Capability> more = EnumSet.noneOf(Capability.class);
        more.addAll(consents);
        find(allowed.command())
                .map(use -> use.task().takes())
                .filter(capability -> !capability.askedEveryTime())
                .ifPresent(more::add);
        return changed(
                        allowed.command(),
                        use -> new Use(
                                use.task(),
                                use.askedBy(),
                                Optional.of(at),
                                use.over(),
                                use.pages(),
                                use.material(),
                                use.byHand()))
                .withConsents(more);
    }

    Uses gave(RoomEvent.PagesTaken taken) {
        return changed(
                taken.command(),
                use -> new Use(
                        use.task(),
                        use.askedBy(),
                        use.allowedAt(),
                        use.over(),
                        taken.pages(),
                        use.material(),
                        use.byHand()));
    }

    Uses byHand(RoomEvent.DoneByHand done, Author by) {
        return changed(
                done.command(),
                use -> new Use(
                        use.task(),
                        use.askedBy(),
                        use.allowedAt(),
                        use.over(),
                        use.pages(),
                        use.material(),
                        Optional.of(by)));
    }

    Uses ended(RoomEvent.UseEnded ended, Role by) {
        Over over = new Over(ended.how(), by, ended.why());
        Uses changed = changed(
                ended.command(),
                use -> new Use(
                        use.task(),
                        use.askedBy(),
                        use.allowedAt(),
                        Optional.of(over),
                        use.pages(),
                        use.material(),
                        use.byHand()));
        if (find(ended.command()).filter(Use::watches).isPresent()) {
            changed.all()
                    .putLast(
                            ended.command(),
                            Objects.requireNonNull(changed.all().get(ended.command())));
        }
        return changed;
    }

    /** The applicant is asked again before the next use of this. */
    Uses withdrawn(Capability capability) {
        Set<Capability> fewer = EnumSet.noneOf(Capability.class);
        fewer.addAll(consents);
        fewer.remove(capability);
        return withConsents(fewer);
    }

    /** What was allowed, was allowed to this clerk. */
    Uses askedAnew() {
        return withConsents(Set.of());
    }

    Uses with(Blob document) {
        return new Uses(
                all,
                consents,
                Stream.concat(documents.stream(), Stream.of(document)).toList());
    }

    Optional<Use> find(CommandId command) {
        return Optional.ofNullable(all.get(command));
    }

    /** By command, what is not over. */
    SequencedMap<CommandId, Use> open() {
        SequencedMap<CommandId, Use> open = new LinkedHashMap<>(all);
        open.values().removeIf(use -> !use.open());
        return open;
    }

    /** Whether something that is not over stands in the way of this. Pages are taken while the bed is watched. */
    boolean inUse(DeviceTask task) {
        boolean page = task instanceof DeviceTask.CapturePage;
        return all.values().stream()
                .filter(use -> use.open() && use.task().takes() == task.takes())
                .anyMatch(use -> !(page && use.watches() && use.runs()));
    }

    /** Whether this is a document of the room: made for it, or a page that came of a use. */
    boolean has(Blob document) {
        return Stream.concat(documents.stream(), all.values().stream().flatMap(use -> use.pages().stream()))
                .anyMatch(document::equals);
    }

    /** Whether the server made this for the room already. */
    boolean hasMade(String sha256) {
        return documents.stream().anyMatch(document -> document.sha256().equals(sha256));
    }

    /** Empty where nothing was ever asked for. */
    Optional<UsesView> view(boolean covered) {
        Set<Capability> seen = EnumSet.noneOf(Capability.class);
        List<UseView> shown = new ArrayList<>();
        all.reversed().forEach((command, use) -> {
            boolean latest = seen.add(use.task().takes());
            if (latest || use.open() || !use.pages().isEmpty()) {
                shown.addFirst(new UseView(
                        command,
                        use.task(),
                        use.allowedAt().isPresent(),
                        use.over().map(Over::how),
                        use.over().map(Over::by),
                        use.over().flatMap(Over::why),
                        covered ? List.of() : use.pages(),
                        use.material(),
                        use.byHand()));
            }
        });
        Optional<List<Blob>> made = Optional.of(documents).filter(some -> !covered && !some.isEmpty());
        return all.isEmpty() && documents.isEmpty()
                ? Optional.empty()
                : Optional.of(new UsesView(shown, List.copyOf(consents), made));
    }

    private Uses withConsents(Set<Capability> changed) {
        return new Uses(all, changed, documents);
    }

    private Uses changed(CommandId command, UnaryOperator<Use> change) {
        SequencedMap<CommandId, Use> changed = new LinkedHashMap<>(all);
        changed.computeIfPresent(command, (_, use) -> Objects.requireNonNull(change.apply(use)));
        return new Uses(changed, consents, documents);
    }
}
