package org.virtualwindow.server.media.kurento;

import java.util.Collections;

/** Descriptions as a browser makes them, shortened. */
public final class Sdp {
    private static final String FINGERPRINT = String.join(":", Collections.nCopies(32, "AB"));

    /** Sends sound and picture. */
    public static final String SENDS = offer("sendonly", "audio", "video");

    /** Receives sound and picture. */
    public static final String RECEIVES = offer("recvonly", "audio", "video");

    /** Sends a picture only. */
    public static final String SENDS_SCREEN = offer("sendonly", "video");

    /** Receives a picture only. */
    public static final String RECEIVES_SCREEN = offer("recvonly", "video");

    private Sdp() {}

    private static String offer(String direction, String... kinds) {
        StringBuilder sdp = new StringBuilder("v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n");
        int mid = 0;
        for (String kind : kinds) {
            sdp.append("m=%s 9 UDP/TLS/RTP/SAVPF 96\r\nc=IN IP4 0.0.0.0\r\na=setup:actpass\r\na=mid:%d\r\na=%s\r\n"
                    .formatted(kind, mid++, direction));
            sdp.append("a=ice-ufrag:abcd\r\na=ice-pwd:abcdefghijklmnopqrstuvwx\r\na=rtcp-mux\r\n");
            sdp.append("a=fingerprint:sha-256 ").append(FINGERPRINT).append("\r\n");
            sdp.append(kind.equals("video") ? "a=rtpmap:96 VP8/90000\r\n" : "a=rtpmap:96 opus/48000/2\r\n");
        }
        return sdp.toString();
    }
}
