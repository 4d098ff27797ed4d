package org.virtualwindow.server.blob;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.blob.Blobs.Stored;
import org.virtualwindow.server.identity.JsonDoor;
import org.virtualwindow.server.identity.Visitor.KioskVisitor;

/**
 * {@code GET /api/blob/ID}: a page or document, for the kiosk where its room sits, for the clerk who talks in it now, and for a
 * daemon that is to print it. Everybody else is told that there is none. {@code ?size=thumb} is a small JPEG of a picture.
 *
 * <p>What the server made for the applicant, a clerk has printed without being shown it: it carries the secret of the progress.
 */
public final class BlobDoor extends JsonDoor {
    private static final int THUMB = 320;

    private final Caller.Known callers;
    private final Seated seated;
    private final OpenTasks tasks;
    private final Blobs blobs;
    private final Pictures pictures;

    BlobDoor(Caller.Known callers, Seated seated, OpenTasks tasks, Blobs blobs, Pictures pictures) {
        super("GET");
        this.callers = callers;
        this.seated = seated;
        this.tasks = tasks;
        this.blobs = blobs;
        this.pictures = pictures;
    }

    @Override
    protected void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Stored> found = asked(request)
                .flatMap(blobs::find)
                .filter(stored -> callers.of(request).stream().anyMatch(who -> maySee(who, stored)));
        if (found.isEmpty()) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, "unknown");
            return;
        }
        Stored stored = found.get();
        boolean small = "thumb".equals(request.getParameter("size"));
        try (InputStream bytes = blobs.read(stored)) {
            if (small && stored.blob().mediaType().startsWith("image/")) {
                byte[] thumb = pictures.small(bytes.readAllBytes(), THUMB);
                head(response, PictureType.JPEG.mediaType(), thumb.length);
                response.getOutputStream().write(thumb);
            } else {
                head(response, stored.blob().mediaType(), stored.blob().bytes());
                bytes.transferTo(response.getOutputStream());
            }
        } catch (NotTaken busy) {
            refuse(response, busy.why().status(), busy.why().code());
        }
    }

    /** Whatever it is, a browser only shows it: it runs nothing and loads nothing. */
    private static void head(HttpServletResponse response, String mediaType, long length) {
        response.setContentType(mediaType);
        response.setContentLengthLong(length);
        response.setHeader("Content-Disposition", "inline");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
    }

    private boolean maySee(Caller who, Stored stored) {
        return switch (who) {
            case Caller.Page(KioskVisitor kiosk) -> seated.of(kiosk).equals(Optional.of(stored.room()));
            case Caller.Clerk(ClerkId clerk) ->
                stored.blob().mediaType().startsWith("image/")
                        && seated.of(clerk).equals(Optional.of(stored.room()))
                        && !seated.isUntaken(stored.room(), stored.blob().blob());
            case Caller.Daemon(KioskId kiosk) ->
                tasks.names(kiosk, stored.room(), stored.blob().blob());
            case Caller.Phone _ -> false;
        };
    }

    private static Optional<BlobId> asked(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getPathInfo()).map(path -> new BlobId(path.substring(1)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
