package org.virtualwindow.server.room;

import static org.virtualwindow.server.room.Decision.happens;
import static org.virtualwindow.server.room.Decision.refuse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.DeviceView;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomEvent.UseEnd;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Trouble;
import org.virtualwindow.server.room.KioskDevices.AtKiosk;
import org.virtualwindow.server.room.Uses.Use;

/** Who may have what done by the devices of the kiosk, and when that is over. Pure. */
final class UseRules {
    /** Whoever enters a room is shown its uses in one message that their line must be able to take. */
    static final int MOST = 200;

    private UseRules() {}

    /** @param here what the kiosk has */
    static Decision decide(RoomState room, Author by, RoomOperation.OnDevices operation, AtKiosk here) {
        if (room.ended() || room.visits().aside()) {
            return refuse(Refusal.NO_ROOM);
        }
        return switch (operation) {
            case RoomOperation.Operate operate -> operate(room, by, operate, here);
            case RoomOperation.AllowUse allow -> allow(room, by, allow.command());
            case RoomOperation.RefuseUse no -> refuseUse(room, no.command());
            case RoomOperation.StopUse stop -> stop(room, by, stop.command());
            case RoomOperation.DidByHand did -> doneByHand(room, did.command());
            case RoomOperation.EndUseConsent end -> withdraw(room, end.capability());
            case RoomOperation.UseDone done -> doneInPage(room, done);
        };
    }

    private static Decision operate(RoomState room, Author by, RoomOperation.Operate operate, AtKiosk here) {
        Capability taken = operate.task().takes();
        Optional<Refusal> refusal = notAsked(by, operate.task()).or(() -> refusal(room, operate, here));
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        boolean allowed = by.role() == Role.APPLICANT || room.uses().consents().contains(taken);
        RoomEvent asked = new RoomEvent.UseAsked(operate.command(), operate.task(), operate.material());
        return here.watched() && allowed ? happens(asked, new RoomEvent.UseAllowed(operate.command())) : happens(asked);
    }

    /** At the kiosk the applicant alone has something read by themselves, their card; with that they allow it, too. */
    private static Optional<Refusal> notAsked(Author by, DeviceTask task) {
        return switch (by.role()) {
            case APPLICANT -> task instanceof DeviceTask.ReadIdCard ? Optional.empty() : Optional.of(Refusal.DENIED);
            case HELPER -> Optional.of(Refusal.HELPER_MAY_NOT);
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> refusal(RoomState room, RoomOperation.Operate operate, AtKiosk here) {
        if (room.uses().find(operate.command()).isPresent()) {
            return Optional.of(Refusal.ALREADY);
        }
        if (room.uses().all().size() >= MOST) {
            return Optional.of(Refusal.TOO_MANY);
        }
        if (room.uses().inUse(operate.task())) {
            return Optional.of(Refusal.DEVICE_BUSY);
        }
        return unusable(operate.task().takes(), here)
                .or(() -> unfit(room, operate.task()))
                .or(() -> operate.material().flatMap(code -> MaterialRules.refusal(room, operate.task(), code)));
    }

    private static Optional<Refusal> unusable(Capability taken, AtKiosk here) {
        if (!taken.inPage() && !here.reached()) {
            return Optional.of(Refusal.DEVICE_NOT_REACHED);
        }
        List<DeviceView> able = here.devices().stream()
                .filter(device -> device.can().contains(taken))
                .toList();
        if (able.isEmpty()) {
            return Optional.of(Refusal.NO_DEVICE);
        }
        return able.stream().allMatch(UseRules::isOut) ? Optional.of(Refusal.DEVICE_FAULT) : Optional.empty();
    }

    private static boolean isOut(DeviceView device) {
        return device.condition() == DeviceCondition.FAULT || device.condition() == DeviceCondition.DISABLED;
    }

    /** What this matter has no use for. */
    private static Optional<Refusal> unfit(RoomState room, DeviceTask task) {
        return switch (task) {
            case DeviceTask.ReadIdCard _ ->
                room.filed().isPresent()
                        ? Optional.of(Refusal.SUBMITTED)
                        : PrefillRules.readsCard(room) ? Optional.empty() : Optional.of(Refusal.UNKNOWN);
            case DeviceTask.DrawSignature sign -> unsignable(room, sign.field());
            case DeviceTask.PrintDocument print ->
                room.uses().has(print.document()) ? Optional.empty() : Optional.of(Refusal.UNKNOWN);
            case DeviceTask.WatchBed _ ->
                room.granted(GrantScope.SEE_FORM)
                        ? room.visits().awaySince().map(_ -> Refusal.APPLICANT_AWAY)
                        : Optional.of(Refusal.NEEDS_GRANT);
            case DeviceTask.ScanPages _, DeviceTask.CapturePage _ -> Optional.empty();
        };
    }

    private static Optional<Refusal> unsignable(RoomState room, FieldPath field) {
        if (!room.granted(GrantScope.SEE_FORM)) {
            return Optional.of(Refusal.NEEDS_GRANT);
        }
        if (!room.form().signature(field)) {
            return Optional.of(Refusal.UNKNOWN);
        }
        if (room.filed().isPresent()) {
            return Optional.of(Refusal.SUBMITTED);
        }
        return SignatureRules.isLast(room) ? Optional.empty() : Optional.of(Refusal.INCOMPLETE);
    }

    private static Decision allow(RoomState room, Author by, CommandId command) {
        Optional<Use> use = room.uses().find(command).filter(Use::open);
        if (use.isEmpty()) {
            return refuse(Refusal.UNKNOWN);
        }
        if (by.role() == Role.HELPER) {
            return refuse(Refusal.HELPER_MAY_NOT);
        }
        return use.get().waits() ? happens(new RoomEvent.UseAllowed(command)) : happens();
    }

    private static Decision refuseUse(RoomState room, CommandId command) {
        return room.uses().find(command).filter(Use::waits).isPresent()
                ? happens(new RoomEvent.UseEnded(command, UseEnd.REFUSED))
                : refuse(Refusal.UNKNOWN);
    }

    /** Whoever at the kiosk stops one use of the document camera stops the camera. */
    private static Decision stop(RoomState room, Author by, CommandId command) {
        Optional<Use> stopped = room.uses().find(command);
        if (stopped.isEmpty()) {
            return refuse(Refusal.UNKNOWN);
        }
        Capability taken = stopped.get().task().takes();
        boolean all = by.role() != Role.CLERK && stopped.get().open() && taken == Capability.CAPTURE;
        return new Decision.Happens(cancelled(
                room, (each, use) -> each.equals(command) || (all && use.task().takes() == taken)));
    }

    private static Decision doneByHand(RoomState room, CommandId command) {
        Optional<Use> use = room.uses().find(command).filter(Use::takesHands);
        if (use.isEmpty()) {
            return refuse(Refusal.UNKNOWN);
        }
        return use.get().byHand().isPresent() ? happens() : happens(new RoomEvent.DoneByHand(command));
    }

    private static Decision withdraw(RoomState room, Capability capability) {
        if (!room.uses().consents().contains(capability)) {
            return happens();
        }
        List<RoomEvent> events = new ArrayList<>();
        events.add(new RoomEvent.UseConsentEnded(capability));
        events.addAll(cancelled(room, (_, use) -> use.task().takes() == capability));
        return new Decision.Happens(events);
    }

    private static Decision doneInPage(RoomState room, RoomOperation.UseDone done) {
        Optional<Use> use = room.uses().find(done.command()).filter(Use::runs);
        if (use.isEmpty()) {
            return refuse(Refusal.UNKNOWN);
        }
        DeviceTask task = use.get().task();
        if (!task.takes().inPage()) {
            return refuse(Refusal.DENIED);
        }
        if (!fits(room, task, done.result())) {
            return refuse(Refusal.INVALID);
        }
        if (task instanceof DeviceTask.DrawSignature sign
                && done.result() instanceof DeviceResult.WasSigned
                && !isSigned(room, sign.field(), use.get())) {
            return refuse(Refusal.INCOMPLETE);
        }
        return new Decision.Happens(ended(room, done.command(), done.result()));
    }

    /** What stood there before this was allowed is no answer to it. */
    private static boolean isSigned(RoomState room, FieldPath field, Use use) {
        return room.form()
                .field(field)
                .filter(state -> !state.value().isEmpty())
                .filter(state -> use.allowedAt().filter(state.at()::isBefore).isEmpty())
                .isPresent();
    }

    /** Whether such a task ends like this. A page is given once. */
    static boolean fits(RoomState room, DeviceTask task, DeviceResult result) {
        return switch (result) {
            case DeviceResult.TaskFailed _, DeviceResult.TaskCancelled _ -> true;
            case DeviceResult.CardWasRead _ -> task instanceof DeviceTask.ReadIdCard;
            case DeviceResult.WasPrinted _ -> task instanceof DeviceTask.PrintDocument;
            case DeviceResult.WasSigned _ -> task instanceof DeviceTask.DrawSignature;
            case DeviceResult.PagesKept(List<Blob> pages) ->
                !pages.isEmpty()
                        && pages.size() <= mostPages(task)
                        && new HashSet<>(pages).size() == pages.size()
                        && pages.stream().noneMatch(room.uses()::has);
        };
    }

    private static long mostPages(DeviceTask task) {
        return switch (task) {
            case DeviceTask.ScanPages scan -> scan.source() == DeviceTask.ScanSource.GLASS ? 1 : scan.maxPages();
            case DeviceTask.CapturePage _ -> 1;
            default -> 0;
        };
    }

    /** What stands in the journal of a result, but for what a card fills in. */
    static List<RoomEvent> ended(RoomState room, CommandId command, DeviceResult result) {
        return switch (result) {
            case DeviceResult.PagesKept(List<Blob> pages) -> kept(room, command, pages);
            case DeviceResult.CardWasRead _, DeviceResult.WasPrinted _, DeviceResult.WasSigned _ ->
                List.of(new RoomEvent.UseEnded(command, UseEnd.DONE));
            case DeviceResult.TaskCancelled _ -> List.of(new RoomEvent.UseEnded(command, UseEnd.CANCELLED));
            case DeviceResult.TaskFailed failed ->
                List.of(
                        failed.why() == Trouble.TIMED_OUT
                                ? new RoomEvent.UseEnded(command, UseEnd.TIMED_OUT)
                                : failed(command, failed.why()));
        };
    }

    /** Pages that were asked for a material are of it, unless the form was filed meanwhile. */
    private static List<RoomEvent> kept(RoomState room, CommandId command, List<Blob> pages) {
        List<RoomEvent> events = new ArrayList<>();
        events.add(new RoomEvent.PagesTaken(command, pages));
        room.uses()
                .find(command)
                .flatMap(Use::material)
                .filter(material -> MaterialRules.refusal(room, new DeviceTask.CapturePage(), material)
                        .isEmpty())
                .ifPresent(material -> events.add(new RoomEvent.PagesAssigned(material, pages)));
        events.add(new RoomEvent.UseEnded(command, UseEnd.DONE));
        return events;
    }

    static RoomEvent failed(CommandId command, Trouble why) {
        return new RoomEvent.UseEnded(command, UseEnd.FAILED, Optional.of(why));
    }

    /** Somebody else may stand at the kiosk by now: nothing runs on, and nothing that was allowed stays so. */
    static List<RoomEvent> forgotten(RoomState room) {
        List<RoomEvent> events = new ArrayList<>();
        room.uses().consents().forEach(capability -> events.add(new RoomEvent.UseConsentEnded(capability)));
        events.addAll(cancelled(room));
        return events;
    }

    /** Nobody waits for what the clerk wanted to see; what is the applicant's own runs to its end. */
    static List<RoomEvent> clerkLeaves(RoomState room) {
        return cancelled(room, (_, use) -> !use.outlastsClerk());
    }

    /** The visit is over: whatever is asked for or runs is, too. */
    static List<RoomEvent> cancelled(RoomState room) {
        return cancelled(room, (_, _) -> true);
    }

    /** Nobody is at the kiosk who sees that the bed is watched, or the papers of the applicant are theirs alone. */
    static List<RoomEvent> unwatched(RoomState room) {
        return cancelled(room, (_, use) -> use.watches());
    }

    private static List<RoomEvent> cancelled(RoomState room, BiPredicate<CommandId, Use> which) {
        return room.uses().open().entrySet().stream()
                .filter(use -> which.test(use.getKey(), use.getValue()))
                .map(use -> (RoomEvent) new RoomEvent.UseEnded(use.getKey(), UseEnd.CANCELLED))
                .toList();
    }
}
