package org.virtualwindow.server.blob;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.server.identity.JsonDoor;
import org.virtualwindow.server.identity.PhoneLinks;
import org.virtualwindow.server.identity.Visitor.KioskVisitor;

/**
 * {@code /api/upload}: how a page comes in, by tus 1.0.0 with its extensions creation, termination and checksum.
 *
 * <ul>
 *   <li>{@code POST} with {@code Upload-Length} and {@code Upload-Metadata}: {@code type}, the media type; {@code room} from a
 *       kiosk's page or {@code command} from a daemon, neither from a phone, which shows its {@code Upload-Pass} with every request;
 *       {@code sha256} of the whole, hex, if its sender knows it. 201 with {@code Location}.
 *   <li>{@code PATCH}: 204 once what came is durable. The one that brings the last byte returns when the page is stored, and
 *       names it in {@code Upload-Blob}, a {@link org.virtualwindow.protocol.Blob}.
 *   <li>{@code HEAD}: how far it is, with {@code Upload-Blob} once it is stored.
 *   <li>{@code DELETE}: whoever sent it does not want it. A page that it became stays where it came of a use, or where the
 *       applicant took it from a phone; else it is deleted. The answer comes when that is written in the room.
 * </ul>
 *
 * A refusal is {@code {"error":"code"}}, and {@code Upload-Refused: code} where an answer has no body. Who did not begin an upload
 * is told that there is none.
 */
public final class UploadDoor extends JsonDoor {
    private static final String VERSION = "1.0.0";
    private static final String CHUNK_TYPE = "application/offset+octet-stream";
    private static final int SHA256_BYTES = 32;
    private static final Predicate<String> ID =
            Pattern.compile("[A-Za-z0-9_-]{1,40}").asMatchPredicate();

    private final Caller.Known callers;
    private final Seated seated;
    private final OpenTasks tasks;
    private final Uploads uploads;
    private final Blobs blobs;
    private final FromPhones phones;

    UploadDoor(Caller.Known callers, Seated seated, OpenTasks tasks, Uploads uploads, Blobs blobs, FromPhones phones) {
        super("OPTIONS", "POST", "HEAD", "PATCH", "DELETE");
        this.callers = callers;
        this.seated = seated;
        this.tasks = tasks;
        this.uploads = uploads;
        this.blobs = blobs;
        this.phones = phones;
    }

    @Override
    protected void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Tus-Resumable", VERSION);
        if (request.getMethod().equals("OPTIONS")) {
            options(response);
            return;
        }
        if (!VERSION.equals(request.getHeader("Tus-Resumable"))) {
            response.setHeader("Tus-Version", VERSION);
            refuse(request, response, HttpServletResponse.SC_PRECONDITION_FAILED, "tus-version");
            return;
        }
        Optional<Caller> caller = callers.sender(request);
        boolean writes = !request.getMethod().equals("HEAD");
        if (!isOurs(request)
                .orElse(!writes
                        || caller.filter(Caller.Daemon.class::isInstance).isPresent())) {
            refuse(request, response, HttpServletResponse.SC_FORBIDDEN, "foreign-origin");
            return;
        }
        try {
            Caller who = caller.orElseThrow(
                    () -> new NotTaken(request.getHeader(Caller.PASS) == null ? Refused.UNKNOWN : Refused.CODE_OVER));
            switch (request.getMethod()) {
                case "POST" -> begin(who, request, response);
                case "PATCH" -> append(who, mine(who, request).id(), request, response);
                case "HEAD" -> answer(who, uploads.look(mine(who, request).id()), HttpServletResponse.SC_OK, response);
                default -> {
                    end(who, mine(who, request));
                    done(response);
                }
            }
        } catch (NotTaken refused) {
            response.setHeader("Upload-Refused", refused.why().code());
            refuse(request, response, refused.why().status(), refused.why().code());
        } catch (IllegalArgumentException unreadable) {
            refuse(request, response, HttpServletResponse.SC_BAD_REQUEST, "unreadable");
        }
    }

    /** Reads the rest of a chunk first: a client whose bytes are not taken may never read why. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status, String code)
            throws IOException {
        request.getInputStream().skip(Uploads.CHUNK);
        refuse(response, status, code);
    }

    private static void options(HttpServletResponse response) {
        response.setHeader("Tus-Version", VERSION);
        response.setHeader("Tus-Extension", "creation,termination,checksum");
        response.setHeader("Tus-Checksum-Algorithm", "sha256");
        response.setHeader("Tus-Max-Size", String.valueOf(Uploads.LARGEST));
        done(response);
    }

    private void begin(Caller who, HttpServletRequest request, HttpServletResponse response) throws NotTaken {
        if (request.getPathInfo() != null) {
            throw new NotTaken(Refused.UNKNOWN);
        }
        UploadMetadata said = UploadMetadata.of(request.getHeader("Upload-Metadata"));
        Optional<CommandId> command = said.get("command").map(CommandId::new);
        RoomId room = room(who, command).orElseThrow(() -> nowhere(who));
        if (who instanceof Caller.Page && !said.get("room").equals(Optional.of(room.value()))) {
            throw new NotTaken(Refused.UNKNOWN);
        }
        long length = number(request.getHeader("Upload-Length"));
        if (who instanceof Caller.Phone(PhoneLinks.Link link)) {
            phones.mayBegin(link);
        }
        String id = uploads.begin(
                new Uploads.Wanted(
                        room,
                        command,
                        said.get("type").orElse(""),
                        length,
                        said.get("sha256")
                                .map(hex ->
                                        HexFormat.of().formatHex(HexFormat.of().parseHex(hex)))),
                who.name());
        if (who instanceof Caller.Phone(PhoneLinks.Link link)) {
            phones.hasBegun(link, id, length);
        }
        response.setHeader("Location", "/api/upload/" + id);
        response.setStatus(HttpServletResponse.SC_CREATED);
    }

    private void append(Caller who, String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException, NotTaken {
        if (!CHUNK_TYPE.equals(request.getContentType())) {
            refuse(request, response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "chunk-expected");
            return;
        }
        Upload upload = uploads.append(
                id,
                number(request.getHeader("Upload-Offset")),
                request.getInputStream(),
                Optional.ofNullable(request.getHeader("Upload-Checksum")).map(UploadDoor::sha256));
        answer(who, upload, HttpServletResponse.SC_NO_CONTENT, response);
    }

    private void answer(Caller who, Upload upload, int status, HttpServletResponse response) throws NotTaken {
        response.setHeader("Upload-Offset", String.valueOf(upload.received()));
        response.setHeader("Upload-Length", String.valueOf(upload.length()));
        response.setHeader("Cache-Control", "no-store");
        Optional<Blob> page = upload.blob().flatMap(blobs::find).map(Blobs.Stored::blob);
        if (page.isPresent()) {
            if (who instanceof Caller.Phone(PhoneLinks.Link link)) {
                phones.came(link, upload, page.get());
            }
            response.setHeader("Upload-Blob", WireCodec.encode(page.get()));
        }
        response.setStatus(status);
    }

    /** What a daemon brought is settled when its command is over. */
    private void end(Caller who, Upload upload) throws NotTaken {
        if (who instanceof Caller.Daemon) {
            uploads.terminate(upload.id());
        } else {
            phones.takesBack(upload);
        }
    }

    /** The upload that is asked for, if whoever asks began it and may still. */
    private Upload mine(Caller who, HttpServletRequest request) throws NotTaken {
        if (who instanceof Caller.Phone && room(who, Optional.empty()).isEmpty()) {
            throw nowhere(who); // what it has begun is given up, and it is told why
        }
        Upload upload = Optional.ofNullable(request.getPathInfo())
                .map(path -> path.substring(1))
                .filter(ID)
                .flatMap(uploads::find)
                .filter(found -> found.by().equals(who.name()))
                .orElseThrow(() -> new NotTaken(Refused.UNKNOWN));
        if (!room(who, upload.command()).equals(Optional.of(upload.room()))) {
            throw nowhere(who);
        }
        return upload;
    }

    private static NotTaken nowhere(Caller who) {
        return new NotTaken(who instanceof Caller.Phone ? Refused.VISIT_OVER : Refused.UNKNOWN);
    }

    /** For which room they may bring something at this moment. */
    private Optional<RoomId> room(Caller who, Optional<CommandId> command) {
        return switch (who) {
            case Caller.Page(KioskVisitor kiosk) -> seated.of(kiosk);
            case Caller.Daemon(KioskId kiosk) -> command.flatMap(given -> tasks.room(kiosk, given));
            case Caller.Phone(PhoneLinks.Link link) ->
                link.visitOver() ? Optional.empty() : seated.of(link.kiosk()).filter(link.room()::equals);
            case Caller.Clerk _ -> Optional.empty();
        };
    }

    private static long number(@Nullable String header) {
        if (header == null) {
            throw new IllegalArgumentException("a number is missing");
        }
        return Long.parseLong(header);
    }

    private static String sha256(String header) {
        String[] parts = header.split(" ", 2);
        byte[] sum = parts.length == 2 ? Base64.getDecoder().decode(parts[1]) : new byte[0];
        if (!parts[0].equals("sha256") || sum.length != SHA256_BYTES) {
            throw new IllegalArgumentException("sha256 is the only one");
        }
        return HexFormat.of().formatHex(sum);
    }
}
