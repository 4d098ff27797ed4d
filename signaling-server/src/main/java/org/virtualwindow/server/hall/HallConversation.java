package org.virtualwindow.server.hall;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.protocol.FromHall;
import org.virtualwindow.protocol.FromHall.AssignCall;
import org.virtualwindow.protocol.FromHall.MakeEnrolCode;
import org.virtualwindow.protocol.FromHall.MakeLaunchCode;
import org.virtualwindow.protocol.FromHall.OnKiosk;
import org.virtualwindow.protocol.FromHall.PutOnWindow;
import org.virtualwindow.protocol.FromHall.RevokeDeviceKey;
import org.virtualwindow.protocol.FromHall.TakeOffWindow;
import org.virtualwindow.protocol.ToHall.Board;
import org.virtualwindow.protocol.ToHall.CodeMade;
import org.virtualwindow.protocol.ToHall.CodePurpose;
import org.virtualwindow.protocol.ToHall.WaitingCount;
import org.virtualwindow.protocol.ToHall.WaitingLately;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.WindowId;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.server.connection.Conversation;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.desk.Desk;
import org.virtualwindow.server.device.DeviceDoor;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.directory.Directory.ManagerEntry;
import org.virtualwindow.server.fleet.KioskOrders;
import org.virtualwindow.server.identity.OneTimeCodes;

/** One connected board. What belongs to another centre is answered as if it did not exist. */
final class HallConversation implements Conversation<FromHall> {
    private final ManagerEntry manager;
    private final Peer peer;
    private final Desk desk;
    private final Directory directory;
    private final OneTimeCodes codes;
    private final DeviceDoor devices;
    private final KioskOrders orders;
    private final Consumer<HallConversation> left;
    private @Nullable Board shown;

    HallConversation(
            ManagerEntry manager,
            Peer peer,
            Desk desk,
            Directory directory,
            OneTimeCodes codes,
            DeviceDoor devices,
            KioskOrders orders,
            Consumer<HallConversation> left) {
        this.manager = manager;
        this.peer = peer;
        this.desk = desk;
        this.directory = directory;
        this.codes = codes;
        this.devices = devices;
        this.orders = orders;
        this.left = left;
    }

    ManagerEntry manager() {
        return manager;
    }

    @Override
    public void handle(FromHall message) {
        switch (message) {
            case AssignCall assign -> assign(assign);
            case PutOnWindow put -> onWindow(put.opId(), put.clerk(), put.window(), true);
            case TakeOffWindow take -> onWindow(take.opId(), take.clerk(), take.window(), false);
            case MakeLaunchCode make -> code(make.opId(), make.kiosk(), CodePurpose.LAUNCH);
            case MakeEnrolCode make -> code(make.opId(), make.kiosk(), CodePurpose.ENROL);
            case RevokeDeviceKey revoke -> revoke(revoke.opId(), revoke.kiosk());
            case OnKiosk order ->
                orders.carryOut(manager, order)
                        .ifPresentOrElse(
                                why -> refuse(order.opId(), why),
                                () -> peer.send(new Answer.Accepted(order.opId(), 0L)));
            case Beat _ -> {} // answered by the connection
        }
    }

    /** What a board cannot know that was not open yet. */
    void begin(List<WaitingCount> lately) {
        peer.send(new WaitingLately(lately));
    }

    /** Sends the board where anything but the time on it changed. */
    void show(Board next) {
        Board before = shown;
        boolean same = before != null
                && before.waiting().equals(next.waiting())
                && before.talking().equals(next.talking())
                && before.clerks().equals(next.clerks())
                && before.windows().equals(next.windows())
                && before.kiosks().equals(next.kiosks());
        if (!same) {
            shown = next;
            peer.send(next);
        }
    }

    @Override
    public void gone() {
        left.accept(this);
    }

    private void assign(AssignCall assign) {
        CentreId centre = manager.centre();
        boolean ours = desk.now()
                .call(assign.call())
                .filter(call -> call.owner().equals(centre))
                .isPresent();
        if (!ours) {
            refuse(assign.opId(), Refusal.NO_CALL);
        } else if (directory.clerk(centre, assign.clerk()).isEmpty()) {
            refuse(assign.opId(), Refusal.UNKNOWN);
        } else {
            desk.assign(peer, assign.opId(), assign, manager.id().value(), assign.call(), assign.clerk());
        }
    }

    private void onWindow(OpId opId, ClerkId clerk, WindowId window, boolean on) {
        CentreId centre = manager.centre();
        if (directory.clerk(centre, clerk).isEmpty()
                || directory.window(centre, window).isEmpty()) {
            refuse(opId, Refusal.UNKNOWN);
            return;
        }
        if (on) {
            directory.assign(clerk, window);
        } else {
            directory.unassign(clerk, window);
        }
        desk.look();
        peer.send(new Answer.Accepted(opId, 0L));
    }

    private void code(OpId opId, KioskId kiosk, CodePurpose purpose) {
        Optional<Directory.KioskEntry> ours = directory.kiosk(manager.centre(), kiosk);
        if (ours.isEmpty()) {
            refuse(opId, Refusal.UNKNOWN);
            return;
        }
        OneTimeCodes.Made made = switch (purpose) {
            case LAUNCH -> codes.makeLaunch(kiosk);
            case ENROL -> codes.makeEnrol(kiosk);
        };
        peer.send(new CodeMade(opId, kiosk, purpose, made.code(), made.until()));
        peer.send(new Answer.Accepted(opId, 0L));
    }

    private void revoke(OpId opId, KioskId kiosk) {
        if (directory.kiosk(manager.centre(), kiosk).isEmpty()) {
            refuse(opId, Refusal.UNKNOWN);
            return;
        }
        devices.revoke(kiosk);
        peer.send(new Answer.Accepted(opId, 0L));
    }

    private void refuse(OpId opId, Refusal why) {
        peer.send(new Answer.Refused(opId, why));
    }
}
