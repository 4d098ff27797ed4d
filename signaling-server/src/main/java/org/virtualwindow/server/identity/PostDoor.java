package org.virtualwindow.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.json.WireCodec.Decoded;

/** A door that takes one JSON object, usually a small one, from a page of ours only. */
abstract class PostDoor<B> extends JsonDoor {
    private static final int LARGEST = 4 * 1024;
    private static final int UNPROCESSABLE = 422;

    private final Class<B> body;
    private final int largest;

    PostDoor(Class<B> body) {
        this(body, LARGEST);
    }

    /** @param largest in bytes */
    PostDoor(Class<B> body, int largest) {
        super("POST");
        this.body = body;
        this.largest = largest;
    }

    abstract void open(B body, HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** Whether a program that is no browser, and so sends no origin, may come in too. */
    boolean opensWithoutOrigin() {
        return false;
    }

    @Override
    protected final void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isOurs(request).orElse(opensWithoutOrigin())) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, "foreign-origin");
            return;
        }
        String type = request.getContentType();
        if (type == null || !type.split(";")[0].strip().equalsIgnoreCase("application/json")) {
            refuse(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "json-expected");
            return;
        }
        byte[] bytes = request.getInputStream().readNBytes(largest + 1);
        if (bytes.length > largest) {
            response.setHeader("Connection", "close");
            refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "too-large");
            return;
        }
        switch (decoded(bytes)) {
            case Decoded.Message<B>(B message) -> open(message, request, response);
            case Decoded.NotOurs<B> _ -> refuse(response, UNPROCESSABLE, "malformed");
            case Decoded.Unreadable<B> _ -> refuse(response, HttpServletResponse.SC_BAD_REQUEST, "unreadable");
        }
    }

    private Decoded<B> decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return WireCodec.decode(text, body, largest);
        } catch (CharacterCodingException e) {
            return new Decoded.Unreadable<>();
        }
    }
}
