package org.virtualwindow.system;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's TURN server on this machine, with the configuration that is shipped. */
final class Coturn implements AutoCloseable {
    static final String SECRET = "a secret of both servers";

    private static final Path SHIPPED = Path.of("..", "docs", "operations", "turnserver.conf");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;
    private final int port;
    private final int tlsPort;

    private Coturn(Process process, int port, int tlsPort) {
        this.process = process;
        this.port = port;
        this.tlsPort = tlsPort;
    }

    /** As it is shipped. What has to be said besides is the place: addresses, ports, files and the secret. */
    static Coturn start(Path folder) throws IOException, InterruptedException {
        return start(folder, List.of());
    }

    /** Lets the two browsers of a test meet: on one machine even their relayed addresses are loopback. */
    static Coturn startForBrowsers(Path folder, TestCertificate certificate) throws IOException, InterruptedException {
        return start(
                folder,
                List.of(
                        "--allow-loopback-peers",
                        "--allowed-peer-ip=127.0.0.1",
                        "--cert=" + certificate.certificate(),
                        "--pkey=" + certificate.key()));
    }

    private static Coturn start(Path folder, List<String> more) throws IOException, InterruptedException {
        int port = freePort();
        int tlsPort = freePort();
        List<String> command = new ArrayList<>(List.of(
                "turnserver",
                "-c",
                SHIPPED.toAbsolutePath().normalize().toString(),
                "--listening-ip=127.0.0.1",
                "--relay-ip=127.0.0.1",
                "--listening-port=" + port,
                "--tls-listening-port=" + tlsPort,
                "--static-auth-secret=" + SECRET,
                "--pidfile=" + folder.resolve("turnserver.pid"),
                "--userdb=" + folder.resolve("turndb")));
        if (ipv6()) {
            command.add("--relay-ip=::1");
        }
        command.addAll(more);
        Path said = folder.resolve("turnserver.out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        Coturn coturn = new Coturn(process, port, tlsPort);
        if (!coturn.answers()) {
            coturn.close();
            throw new IllegalStateException("turnserver does not answer: " + Files.readString(said));
        }
        return coturn;
    }

    /** Whether there is an IPv6 address here to relay to and from. */
    static boolean ipv6() {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress("::1", 0))) {
            return socket.isBound();
        } catch (SocketException e) {
            return false;
        }
    }

    /** For UDP and TCP. */
    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    InetSocketAddress tlsAddress() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), tlsPort);
    }

    String udpUrl() {
        return "turn:127.0.0.1:" + port + "?transport=udp";
    }

    String tlsUrl() {
        return "turns:localhost:" + tlsPort + "?transport=tcp";
    }

    /** Asks what address we come from, until there is an answer. */
    private boolean answers() throws IOException {
        byte[] request = TurnClient.bindingRequest();
        Instant until = Instant.now().plus(PATIENCE);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(100);
            while (process.isAlive() && Instant.now().isBefore(until)) {
                try {
                    socket.send(new DatagramPacket(request, request.length, address()));
                    socket.receive(new DatagramPacket(new byte[500], 500));
                    return true;
                } catch (SocketTimeoutException e) {
                    // not yet
                }
            }
        }
        return false;
    }

    /** Also through what lies before it; the first packet of all takes longest there. */
    static void awaitAnswer(InetSocketAddress at) throws IOException {
        byte[] request = TurnClient.bindingRequest();
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.send(new DatagramPacket(request, request.length, at));
            socket.receive(new DatagramPacket(new byte[500], 500));
        }
    }

    /** Free for TCP and for UDP. */
    private static int freePort() throws IOException {
        try (ServerSocket tcp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), InetAddress.getLoopbackAddress())) {
            return udp.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
