package org.virtualwindow.server.http;

import java.util.concurrent.Executor;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;

/**
 * Handles requests on threads that may wait for the database. Jetty could do so by itself, but would then also begin such a
 * thread for every read of a socket, whose own code never waits.
 */
final class OnVirtualThreads extends Handler.Wrapper {
    private final Executor threads = VirtualThreads.getNamedVirtualThreadsExecutor("http-");

    OnVirtualThreads(Handler next) {
        super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        threads.execute(() -> {
            try {
                if (!super.handle(request, response, callback)) {
                    Response.writeError(request, response, callback, 404);
                }
            } catch (Throwable e) {
                Response.writeError(request, response, callback, e);
            }
        });
        return true;
    }
}
