package org.virtualwindow.server.room;

import static org.virtualwindow.server.room.Decision.refuse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomOperation.RejectLicence;
import org.virtualwindow.protocol.RoomOperation.RejectPage;
import org.virtualwindow.protocol.values.MaterialWord;
import org.virtualwindow.protocol.values.PageFlaw;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.server.room.Lookups.Inquiry;

/** What a clerk says of an e-licence that was found: it stands for the paper unless they do not take it. Pure. */
final class LicenceRules {
    /** What can be wrong with what an authority keeps; the others are of a page. */
    private static final Set<PageFlaw> OF_LICENCES =
            EnumSet.of(PageFlaw.EXPIRED, PageFlaw.DIFFERS, PageFlaw.WRONG_PAPER, PageFlaw.OTHER);

    private LicenceRules() {}

    /** Of the material it stood for nothing is there any more by this; where it passed by nothing else, it is open again. */
    static Decision reject(RoomState room, RejectLicence reject) {
        Optional<Inquiry> found = room.lookups()
                .find(reject.lookup())
                .filter(each ->
                        each.answer().flatMap(answer -> answer.licence()).isPresent() && each.found());
        if (found.isEmpty()) {
            return refuse(Refusal.UNKNOWN);
        }
        boolean said = reject.text()
                .map(text -> text.text().length() <= RejectPage.LONGEST_REASON)
                .orElse(reject.flaw() != PageFlaw.OTHER);
        if (!said || !OF_LICENCES.contains(reject.flaw())) {
            return refuse(Refusal.INVALID);
        }
        List<RoomEvent> events = new ArrayList<>();
        events.add(new RoomEvent.LookupEnded(
                reject.lookup(), found.get().answer().orElseThrow().rejected(reject.flaw(), reject.text())));
        LookupRules.material(room, found.get().code())
                .filter(material -> LookupRules.isPassedUnseen(room, material))
                .ifPresent(material -> events.add(new RoomEvent.MaterialJudged(material, MaterialWord.OPEN)));
        return new Decision.Happens(events);
    }
}
