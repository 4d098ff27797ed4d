package org.virtualwindow.kiosk.daemon;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;

/** Opens the WebSocket to the device door with the key. */
final class Upgrade {
    private static final String SUBPROTOCOL = "virtual-window.v1";
    private static final int PATIENCE_MILLIS = 10_000;

    private Upgrade() {}

    /** Tyrus forgets that its thread was interrupted, so it gets one of its own. */
    static Session connect(DeviceKey key, Endpoint ear) throws IOException, InterruptedException {
        String authorization = key.connecting();
        var connecting = new FutureTask<>(() -> connectUninterrupted(key, authorization, ear));
        Thread.ofVirtual().name("upgrade").start(connecting);
        try {
            return connecting.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException(cause.getMessage(), cause);
        }
    }

    private static Session connectUninterrupted(DeviceKey key, String authorization, Endpoint ear)
            throws IOException, DeploymentException {
        // By name: the container a look-up finds may be another library's that happens to be on the path.
        ClientManager client = ClientManager.createClient();
        client.getProperties().put(ClientProperties.HANDSHAKE_TIMEOUT, PATIENCE_MILLIS);
        client.getProperties()
                .put(ClientProperties.SHARED_CONTAINER, true); // else each of a lobby has threads of its own
        ClientEndpointConfig config = ClientEndpointConfig.Builder.create()
                .preferredSubprotocols(List.of(SUBPROTOCOL))
                .configurator(new ClientEndpointConfig.Configurator() {
                    @Override
                    public void beforeRequest(Map<String, List<String>> headers) {
                        headers.put("Authorization", List.of(authorization));
                    }
                })
                .build();
        return client.connectToServer(ear, config, door(key.server()));
    }

    /** {@code http} becomes {@code ws}, {@code https} becomes {@code wss}. */
    private static URI door(String server) {
        return URI.create(server.replaceFirst("^http", "ws") + "/ws/device");
    }
}
