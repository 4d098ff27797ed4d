package org.virtualwindow.server.story;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.json.WireCodec;

/** Somebody with a cookie who speaks tus by hand, on a connection for each request: one that was refused may be closed under the next. */
record Sender(String origin, String cookie) {
    HttpResponse<byte[]> begins(RoomId room, String type, long length) {
        return asks(
                "POST",
                "/api/upload",
                new byte[0],
                "Upload-Length",
                String.valueOf(length),
                "Upload-Metadata",
                "room " + base64(room.value()) + ",type " + base64(type));
    }

    String begun(RoomId room, String type, long length) {
        return begins(room, type, length).headers().firstValue("Location").orElseThrow();
    }

    HttpResponse<byte[]> sends(String upload, byte[] file, int from, int to) {
        return asks(
                "PATCH",
                upload,
                Arrays.copyOfRange(file, from, to),
                "Upload-Offset",
                String.valueOf(from),
                "Content-Type",
                "application/offset+octet-stream");
    }

    HttpResponse<byte[]> looks(String upload) {
        return asks("HEAD", upload, new byte[0]);
    }

    Blob stores(RoomId room, String type, byte[] file) {
        return blob(sends(begun(room, type, file.length), file, 0, file.length));
    }

    static Blob blob(HttpResponse<byte[]> answer) {
        String header = answer.headers().firstValue("Upload-Blob").orElseThrow();
        return WireCodec.read(header.getBytes(StandardCharsets.UTF_8), Blob.class);
    }

    HttpResponse<byte[]> gets(String path) {
        return asks("GET", path, new byte[0]);
    }

    /** @param headers instead of those a page sends, where they are the same */
    HttpResponse<byte[]> asks(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path))
                .header("Cookie", cookie)
                .setHeader("Tus-Resumable", "1.0.0")
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!List.of(headers).contains("Authorization")) {
            request.setHeader("Origin", origin); // a page's, not a daemon's
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(List.of(method, path).toString(), e);
        }
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
