package org.virtualwindow.protocol.values;

/** Why an operation was refused. A refusal changes nothing; each has a sentence in the language files. */
public enum Refusal {
    /** Somebody else is typing in this field. */
    LOCKED,
    /** The field changed since the sender saw it; the current value comes with the refusal. */
    CONFLICT,
    /** This role may not do this. */
    DENIED,
    /** The applicant has not allowed the clerk this, or withdrew it: see {@link GrantScope}. */
    NEEDS_GRANT,
    /** A helper may not declare, sign, confirm or submit: only the applicant can. */
    HELPER_MAY_NOT,
    /** The applicant is away for a moment: what only they can do waits for them. */
    APPLICANT_AWAY,
    /** The value is not what the identity card says; it may stand there with a reason. */
    NEEDS_REASON,
    /** The value cannot stand in this field at all (not a choice of the list, too long). */
    INVALID,
    /** The same operation id came before with another content. */
    MISMATCH,
    /** No such field, row, table, declaration or suggestion. */
    UNKNOWN,
    /** The field is hidden by what stands in another. */
    HIDDEN,
    /** The field follows from others; nobody writes it. */
    COMPUTED,
    /** The sender acted on an older state than the present one. */
    STALE,
    /**
     * The form has issues, unconfirmed fields or, where it is to be filed, missing declarations; they come with the refusal. A form is
     * signed when nothing else is left to do in it.
     */
    INCOMPLETE,
    /** The case is filed; the form no longer changes. */
    SUBMITTED,
    /** 只咨询: a question is answered, nothing is filed from it. */
    NOTHING_TO_FILE,
    /** There is no such room, or the sender has no seat in it. */
    NO_ROOM,
    /** There is no such call, it is over, or it is not the sender's. */
    NO_CALL,
    /** This was done already, or is being done. */
    ALREADY,
    /** Outside opening hours. */
    CLOSED,
    /** Nobody is assigned to this item. */
    NOT_SERVED,
    /** The line is full. */
    LINE_FULL,
    /** The clerk is not free, or not assigned to this item; or the call still waits for one. */
    NOT_FREE,
    /** A code or name that is not known. */
    WRONG_CODE,
    /** A matter can be put aside only where its applicant can show who they are later: a card was read, or a mobile is in the form. */
    NO_SECOND_FACTOR,
    /** Right code, right person, but the centre that decides cannot be reached from this kiosk. */
    OTHER_REGION,
    /** Right code, right person, but the matter is open at another kiosk; it is taken over only on purpose. */
    OPEN_ELSEWHERE,
    /** No device of this kiosk can do that. */
    NO_DEVICE,
    /** The device for it does not work, or the hall has switched it off. */
    DEVICE_FAULT,
    /** The device for it is in use, or the applicant is still asked about another use of it. */
    DEVICE_BUSY,
    /** The kiosk's device daemon is not connected, or too old to be asked for anything. */
    DEVICE_NOT_REACHED,
    /** No authority is connected here that could be asked. */
    NO_REGISTER,
    /** Somebody sits at the kiosk: what is done to it waits until they have left. */
    IN_USE,
    /** The hall has switched this kiosk off. */
    OUT_OF_ORDER,
    /** Too many attempts; wait before the next. */
    TOO_MANY,
    /** Something failed on our side; nothing was changed, and trying again is right. */
    TRY_AGAIN
}
