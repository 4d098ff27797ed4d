package org.virtualwindow.server.http;

import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * What must be true before anything else looks at a request. It stands before the servlets because an upgrade to a WebSocket
 * never passes their filters.
 *
 * <ul>
 *   <li>The host is one we answer for: otherwise a foreign page whose name points at us would be of our origin.
 *   <li>A socket speaks our protocol by name.
 *   <li>A socket comes from a page of ours. The device daemon is no browser and may come without an origin.
 * </ul>
 */
final class Gate extends Handler.Wrapper {
    static final String SUBPROTOCOL = "virtual-window.v1";

    private static final String SOCKETS = "/ws/";
    private static final String DEVICE_SOCKET = "/ws/device";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Predicate<String> host;

    private Gate(Handler next, Predicate<String> host) {
        super(next);
        this.host = host;
    }

    /** For a server other machines cannot reach. */
    static Gate forThisMachine(Handler next) {
        return new Gate(next, THIS_MACHINE::contains);
    }

    /** For a server whose names only its certificate knows. */
    static Gate forAnyHost(Handler next) {
        return new Gate(next, name -> true);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!host.test(Request.getServerName(request))) {
            return refuse(request, response, callback, HttpStatus.MISDIRECTED_REQUEST_421, "unknown host");
        }
        String path = request.getHttpURI().getCanonicalPath();
        if (path != null && path.startsWith(SOCKETS)) {
            HttpField subprotocol = request.getHeaders().getField(HttpHeader.SEC_WEBSOCKET_SUBPROTOCOL);
            if (subprotocol == null || !subprotocol.contains(SUBPROTOCOL)) {
                return refuse(request, response, callback, HttpStatus.BAD_REQUEST_400, "subprotocol " + SUBPROTOCOL);
            }
            if (!isOurs(request.getHeaders().get(HttpHeader.ORIGIN), request, path)) {
                return refuse(request, response, callback, HttpStatus.FORBIDDEN_403, "foreign origin");
            }
        }
        return super.handle(request, response, callback);
    }

    private static boolean isOurs(@Nullable String origin, Request request, String path) {
        if (origin == null) {
            return path.equals(DEVICE_SOCKET);
        }
        String scheme = request.isSecure() ? "https" : "http";
        return origin.equals(scheme + "://" + request.getHeaders().get(HttpHeader.HOST));
    }

    private static boolean refuse(Request request, Response response, Callback callback, int status, String reason) {
        Response.writeError(request, response, callback, status, reason);
        return true;
    }
}
