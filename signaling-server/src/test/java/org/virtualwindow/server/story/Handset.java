package org.virtualwindow.server.story;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.virtualwindow.protocol.Blob;

/** A phone that scanned the code of a kiosk: it has no cookie, only a pass of its own. */
record Handset(String origin, String pass) {
    Handset(String origin, int number) {
        this(origin, "pass-of-handset-%032d".formatted(number));
    }

    HttpResponse<byte[]> opens(String code) {
        byte[] ask = "{\"code\":\"%s\",\"pass\":\"%s\"}".formatted(code, pass).getBytes(StandardCharsets.UTF_8);
        return sender().asks("POST", "/api/phone", ask, "Content-Type", "application/json");
    }

    HttpResponse<byte[]> begins(String type, long length) {
        return sender().asks(
                        "POST",
                        "/api/upload",
                        new byte[0],
                        "Upload-Pass",
                        pass,
                        "Upload-Length",
                        String.valueOf(length),
                        "Upload-Metadata",
                        "type " + Sender.base64(type));
    }

    String begun(byte[] photo) {
        return begins("image/jpeg", photo.length)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    HttpResponse<byte[]> sends(String upload, byte[] photo, int from, int to) {
        return sender().asks(
                        "PATCH",
                        upload,
                        Arrays.copyOfRange(photo, from, to),
                        "Upload-Pass",
                        pass,
                        "Upload-Offset",
                        String.valueOf(from),
                        "Content-Type",
                        "application/offset+octet-stream");
    }

    HttpResponse<byte[]> looks(String upload) {
        return sender().asks("HEAD", upload, new byte[0], "Upload-Pass", pass);
    }

    HttpResponse<byte[]> drops(String upload) {
        return sender().asks("DELETE", upload, new byte[0], "Upload-Pass", pass);
    }

    Blob sends(byte[] photo) {
        return Sender.blob(sends(begun(photo), photo, 0, photo.length));
    }

    private Sender sender() {
        return new Sender(origin, "none=none");
    }

    static String refusal(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Upload-Refused").orElse(new String(answer.body(), StandardCharsets.UTF_8));
    }
}
