package org.virtualwindow.server.room;

import java.time.Instant;
import java.util.Optional;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.values.GrantScope;

/**
 * What others may know of a room without being in it.
 *
 * @param aside nobody sits at a kiosk in it
 * @param kiosk at which it is or was open
 * @param clerk who had it last
 * @param resumedAt when its applicant came back with it
 * @param provedByCard whether the card that was read shows whose it is
 * @param provedByMobile whether a mobile in the form does
 * @param maskedName the first character of the applicant's name; empty where it is not known, or the clerk might not see the form
 */
public record RoomFacts(
        boolean aside,
        KioskId kiosk,
        Optional<ClerkId> clerk,
        Optional<Instant> resumedAt,
        boolean provedByCard,
        boolean provedByMobile,
        String maskedName) {

    static RoomFacts of(RoomState room) {
        return new RoomFacts(
                room.visits().aside(),
                room.kiosk(),
                room.visits().clerk(),
                room.visits().resumedAt(),
                SecondFactor.card(room),
                SecondFactor.mobile(room),
                room.granted(GrantScope.SEE_FORM) ? PrefillRules.maskedName(room) : "");
    }
}
