package org.virtualwindow.protocol.values;

/**
 * What is wrong with a device, or why it did not do what it should. The words for paper and ink are the printer state reasons of the
 * Internet Printing Protocol (RFC 8011, 5.4.12), those for scanning have them too; each has a sentence in the language files.
 */
public enum Trouble {
    MEDIA_LOW,
    MEDIA_EMPTY,
    MEDIA_JAM,
    COVER_OPEN,
    TONER_LOW,
    TONER_EMPTY,
    /** Paper lies in the output tray. */
    OUTPUT_FULL,
    /** Nothing lies on the scanner or in its feeder. */
    NO_DOCUMENT,
    /** No card was laid on the reader in time. */
    NO_CARD,
    /** A card lies there and does not answer as one of its kind does. */
    CARD_UNREADABLE,
    /** The picture is all black: the lens is covered, or the light is off. */
    LENS_DARK,
    /** The microphone does not hear what the loudspeaker plays. */
    NOT_HEARD,
    /** There is no such device at this kiosk. */
    NOT_PRESENT,
    /** It is switched off, unplugged or does not answer. */
    OFFLINE,
    /** It does something else just now. */
    BUSY,
    /** The hall has switched it off. */
    SWITCHED_OFF,
    /** The daemon may not use it. */
    ACCESS_DENIED,
    /** It took longer than it may. */
    TIMED_OUT,
    /** What it made is larger than may be kept. */
    TOO_LARGE,
    /** The matter holds as many pages as it may: smaller ones do not help. */
    ROOM_FULL,
    /** What came from it is not what it should be. */
    MALFORMED,
    /** Its driver died or hung, and was started anew. */
    DRIVER_LOST,
    /**
     * The daemon stopped in the midst of it. It is not done again, because it may have been done: somebody has to look.
     */
    OUTCOME_UNKNOWN,
    /** The kiosk's daemon is not connected, or is of a version that does not know this. */
    NOT_REACHED,
    /** The device reported an error that has no word of its own here. */
    IO_ERROR
}
