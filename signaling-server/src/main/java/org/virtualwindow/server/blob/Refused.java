package org.virtualwindow.server.blob;

import java.util.Locale;

/** Why a page is not taken. Travels as {@link #code}. */
enum Refused {
    /** The length is 0. */
    EMPTY(400),
    TOO_LARGE(413),
    /** Neither JPEG nor PNG was announced, or the content is something else than was. */
    WRONG_TYPE(415),
    UNKNOWN(404),
    TOO_MANY_UPLOADS(429),
    /** The room holds as much as it may. */
    ROOM_FULL(413),
    WRONG_OFFSET(409),
    /** More bytes came than were announced. */
    LONGER_THAN_SAID(400),
    /** What came is not what its sender says it sent. The chunk, or the whole page, was thrown away. */
    WRONG_CHECKSUM(460),
    /** As {@link #WRONG_CHECKSUM}, said once the page is complete. */
    WRONG_HASH(422),
    /** More pixels than are taken. */
    TOO_MANY_PIXELS(422),
    /** It begins like a picture and is none, or it was cut. */
    BROKEN_PICTURE(422),
    /** It took longer to read than any honest picture. */
    TOO_SLOW(422),
    /** Of a phone: its code has expired, was ended at the kiosk, or another came in its place. */
    CODE_OVER(410),
    /** Of a phone: the visit is over, or the matter is filed. */
    VISIT_OVER(410),
    /** Of a phone: its code let it send as much as it may. */
    CODE_USED_UP(429),
    /** Of a phone: so many pages wait to be taken at the kiosk that no more may come. */
    TOO_MANY_WAIT(429),
    /** Too many pictures are waiting to be looked at. */
    OVERLOADED(503);

    private final int status;

    Refused(int status) {
        this.status = status;
    }

    /** Of HTTP, or of tus. */
    int status() {
        return status;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
