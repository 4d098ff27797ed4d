package org.virtualwindow.campaigns;

import java.util.List;
import org.virtualwindow.protocol.CallCommand;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;

/** The steps by which people come together over a form. */
final class Meeting {
    private Meeting() {}

    /** The applicant chooses and agrees, and opens the part of the form that is typed into. */
    static RoomId opensTheForm(Person<ToKiosk> applicant) throws InterruptedException {
        RoomId room = opensARoom(applicant);
        OpId op = applicant.newOp();
        applicant.achieves(
                op,
                new RoomOperation.SetField(
                        op,
                        room,
                        new FieldPath("/namePattern"),
                        new FieldValue("REGION_TRADE_INDUSTRY_FORM"),
                        applicant.rev("/namePattern")));
        return room;
    }

    static RoomId opensARoom(Person<ToKiosk> applicant) throws InterruptedException {
        OpId op = applicant.newOp();
        applicant.achieves(
                op,
                new FromKiosk.OpenRoom(
                        op,
                        new ServiceItemId("ENT_NAME"),
                        new CentreId("330503"),
                        List.of("WHO_SEES", "NOT_RECORDED", "KEPT")));
        return applicant.room().orElseThrow().room();
    }

    static void calls(Person<ToKiosk> applicant, RoomId room) throws InterruptedException {
        OpId op = applicant.newOp();
        applicant.achieves(op, new CallCommand.RequestCall(op, room));
    }

    /** The clerk is the only one who is free; they talk, and both may write. */
    static void meets(Person<ToKiosk> applicant, Person<ToClerk> clerk, RoomId room) throws InterruptedException {
        OpId ready = clerk.newOp();
        clerk.achieves(ready, new CallCommand.SetReady(ready, true));
        calls(applicant, room);
        Await.until(
                () -> clerk.call(ToClerk.Ringing.class).isPresent(), Play.PATIENCE, () -> "it rings at " + clerk.who());
        OpId answer = clerk.newOp();
        clerk.achieves(
                answer,
                new CallCommand.AnswerCall(
                        answer, clerk.call(ToClerk.Ringing.class).orElseThrow().call()));
        Await.until(() -> clerk.room().isPresent(), Play.PATIENCE, () -> clerk.who() + " is shown the room");
        OpId ask = clerk.newOp();
        clerk.achieves(ask, new RoomOperation.AskGrant(ask, room, GrantScope.EDIT_FORM));
        OpId give = applicant.newOp();
        applicant.achieves(give, new RoomOperation.GiveGrant(give, room, GrantScope.EDIT_FORM));
    }
}
