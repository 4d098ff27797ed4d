package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;

/**
 * What the others see at once and nobody keeps: typing, pointing, drawing. Never answered; what may not be sent is dropped
 * and counted. The others get it as {@link RoomMessage.Shown}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface RoomSignal {
    RoomId room();

    sealed interface ByApplicant extends RoomSignal, FromKiosk {}

    sealed interface ByClerk extends RoomSignal, FromClerk {}

    /** The text of a field as it is being typed. Never sent for masked fields; the clerk's needs the grant to write. */
    record Draft(RoomId room, FieldPath path, FieldValue text) implements ByApplicant, ByClerk {}

    /** The sender's focus is in this field, or in none. It holds the field for the sender while they type. */
    record Focus(RoomId room, Optional<FieldPath> path) implements ByApplicant, ByClerk {}

    /** The clerk turns the applicant's form to this page, and whoever follows goes along; or leads no longer. */
    record Lead(RoomId room, Optional<String> page) implements ByClerk {}

    /** Whether the kiosk follows the clerk's pages, and which page of the form it shows. */
    record Follow(RoomId room, Boolean follows, Optional<String> page) implements ByApplicant {}

    /**
     * Somebody would like to go on writing a long text that another holds. Who holds it leaves the field, or writes on. Dropped where
     * nobody else holds it.
     */
    record AskTurn(RoomId room, FieldPath path) implements ByApplicant, ByClerk {}

    /**
     * Two wrote this field at the same moment: what the sender wrote came second and was refused, and the sender chooses which of both
     * stands; or has chosen. The text that was refused is not in it.
     */
    record Choosing(RoomId room, FieldPath path, Boolean choosing) implements ByApplicant, ByClerk {}

    /** The clerk, who may point, points at this field and it lights up on the kiosk, or stops pointing. */
    record Point(RoomId room, Optional<FieldPath> path) implements ByClerk {}

    /**
     * The clerk draws on the shared screen. Coordinates are fractions (0 to 1) of the shared picture's width and height.
     *
     * @param fromX for an arrow its tail, for a circle one corner of the box around it; for a point equal to {@code toX}
     */
    record DrawMark(RoomId room, String mark, MarkShape shape, Double fromX, Double fromY, Double toX, Double toY)
            implements ByClerk {
        public DrawMark {
            for (double part : new double[] {fromX, fromY, toX, toY}) {
                if (!(part >= 0 && part <= 1)) {
                    throw new IllegalArgumentException("coordinates are fractions from 0 to 1");
                }
            }
            if (mark.isBlank() || mark.length() > 40) {
                throw new IllegalArgumentException("mark must have 1 to 40 characters");
            }
        }
    }

    /** All marks vanish: the applicant touched the screen, or the clerk wiped. */
    record ClearMarks(RoomId room) implements ByApplicant, ByClerk {}

    /** The forms of a mark. */
    enum MarkShape {
        POINT,
        ARROW,
        CIRCLE
    }
}
