package org.virtualwindow.server.blob;

import java.util.Optional;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.server.identity.PhoneLinks;
import org.virtualwindow.server.identity.PhoneLinks.Link;

/** What is different about a page that a phone sends: its code lets it send so much, and the applicant waits for it. Blocks. */
record FromPhones(PhoneLinks links, Arrivals arrivals, Uploads uploads) {

    void mayBegin(Link link) throws NotTaken {
        if (!arrivals.wants(link.room(), link.material().code())) {
            throw new NotTaken(Refused.VISIT_OVER);
        }
        if (!links.allowsMore(link)) {
            throw new NotTaken(Refused.CODE_USED_UP);
        }
    }

    /** Counted once it is begun; a code that ended in between ended before it. */
    void hasBegun(Link link, String upload, long length) throws NotTaken {
        if (!links.counts(link, length)) {
            uploads.terminate(upload);
            throw new NotTaken(links.isCurrent(link) ? Refused.CODE_USED_UP : Refused.CODE_OVER);
        }
    }

    /** The page is stored: it waits at the kiosk from now on, or nothing of it remains. */
    void came(Link link, Upload upload, Blob page) throws NotTaken {
        uploads.alone(upload.id(), () -> {
            if (uploads.find(upload.id()).isEmpty()) {
                throw new NotTaken(Refused.UNKNOWN); // taken back meanwhile, and with it the page
            }
            return switch (arrivals.came(link, page)) {
                case WAITS -> page;
                case NOT_NOW -> throw new NotTaken(Refused.OVERLOADED);
                case ROOM_OVER -> throw new NotTaken(Refused.VISIT_OVER);
                case TOO_LATE ->
                    throw givenUp(upload, links.now(link).isPresent() ? Refused.VISIT_OVER : Refused.CODE_OVER);
                case TOO_MANY -> throw givenUp(upload, Refused.TOO_MANY_WAIT);
            };
        });
    }

    private NotTaken givenUp(Upload upload, Refused why) throws NotTaken {
        uploads.giveUp(upload.id());
        return new NotTaken(why);
    }

    /**
     * Whoever sent it does not want it, also the kiosk's page: nothing of it remains unless the room has a use for it, also where it
     * became a page just now.
     */
    void takesBack(Upload upload) throws NotTaken {
        uploads.alone(upload.id(), () -> {
            Optional<BlobId> page = uploads.find(upload.id()).flatMap(Upload::blob);
            if (page.isPresent() && !arrivals.tookBack(upload.room(), page.get())) {
                throw new NotTaken(Refused.OVERLOADED);
            }
            uploads.terminate(upload.id());
            return upload;
        });
    }
}
