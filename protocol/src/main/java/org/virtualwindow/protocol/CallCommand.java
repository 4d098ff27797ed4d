package org.virtualwindow.protocol;

import java.util.Optional;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;

/**
 * What applicant and clerk do with a call. Each is answered by {@link Answer.Accepted} or {@link Answer.Refused}; the call's
 * new state follows as {@link ToKiosk.KioskCallChanged} and {@link ToClerk.ClerkCallChanged}.
 */
public sealed interface CallCommand {
    OpId opId();

    sealed interface ByApplicant extends CallCommand, FromKiosk {}

    sealed interface ByClerk extends CallCommand, FromClerk {}

    /** 呼叫人工: the applicant asks for a clerk of the centre the room belongs to. A second press is the same call. */
    record RequestCall(OpId opId, RoomId room) implements ByApplicant {}

    /** The applicant changed their mind before anyone answered. */
    record CancelCall(OpId opId, CallId call) implements ByApplicant {}

    /** Either side puts down the call. The room stays. */
    record HangUp(OpId opId, CallId call) implements ByApplicant, ByClerk {}

    /** The clerk is at the desk and takes calls, or is away. */
    record SetReady(OpId opId, Boolean ready) implements ByClerk {}

    /** The clerk answers the call that rings. */
    record AnswerCall(OpId opId, CallId call) implements ByClerk {}

    /** The clerk lets the next one answer, and is away from now on. */
    record DeclineCall(OpId opId, CallId call) implements ByClerk {}

    /**
     * The clerk has finished what follows a call, and takes the next one or is away.
     *
     * @param outcome what became of it; a call that was only a question is not finished without, and refused as {@code INCOMPLETE}
     */
    record FinishWrapUp(OpId opId, CallId call, Boolean ready, Optional<Outcome> outcome) implements ByClerk {}

    /** What became of a question. */
    enum Outcome {
        /** 已答复. */
        ANSWERED,
        /** 已指引到别处: it is handled elsewhere, and they know where. */
        REFERRED,
        /** 未解决. */
        UNSOLVED
    }

    /**
     * The kiosk's browser was started anew during the call, so it shows nothing of the applicant; the clerk has seen that
     * the same person sits there and lets them back in.
     */
    record LetBackIn(OpId opId, CallId call) implements ByClerk {}
}
