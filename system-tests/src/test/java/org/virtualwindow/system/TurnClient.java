package org.virtualwindow.system;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.MediaPlan.IceServer;

/** As much of STUN and TURN (RFC 8489, RFC 8656) over UDP as it takes to ask a server for what it should refuse. */
final class TurnClient implements AutoCloseable {
    static final int GRANTED = 0;

    private static final int BINDING = 0x0001;
    private static final int ALLOCATE = 0x0003;
    private static final int CREATE_PERMISSION = 0x0008;
    private static final int ERROR = 0x0110;
    private static final int USERNAME = 0x0006;
    private static final int MESSAGE_INTEGRITY = 0x0008;
    private static final int ERROR_CODE = 0x0009;
    private static final int XOR_PEER_ADDRESS = 0x0012;
    private static final int REALM = 0x0014;
    private static final int NONCE = 0x0015;
    private static final int REQUESTED_TRANSPORT = 0x0019;
    private static final int SOFTWARE = 0x8022;
    private static final int MAGIC = 0x2112A442;
    private static final int HEADER = 20;
    private static final int UDP = 17;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DatagramSocket socket;
    private final String user;
    private final String password;
    private byte @Nullable [] realm;
    private byte[] nonce = {};
    private boolean namesItsSoftware;

    TurnClient(InetSocketAddress server, String user, String password) throws IOException {
        this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        this.socket.connect(server);
        this.socket.setSoTimeout(10_000);
        this.user = user;
        this.password = password;
    }

    /** With what the server gave a page. */
    TurnClient(InetSocketAddress server, IceServer given) throws IOException {
        this(server, given.username().orElseThrow(), given.credential().orElseThrow());
    }

    /** Asks for an address to send from; returns {@link #GRANTED} or the code of the refusal. */
    int allocate() throws IOException, GeneralSecurityException {
        return ask(ALLOCATE, attribute(REQUESTED_TRANSPORT, new byte[] {UDP, 0, 0, 0}));
    }

    /** Asks to send to that address and to hear from it. */
    int permit(String ipv4) throws IOException, GeneralSecurityException {
        int address = ByteBuffer.wrap(InetAddress.ofLiteral(ipv4).getAddress()).getInt();
        ByteBuffer peer = ByteBuffer.allocate(8)
                .putShort((short) 1)
                .putShort((short) (9 ^ MAGIC >>> 16))
                .putInt(address ^ MAGIC);
        return ask(CREATE_PERMISSION, attribute(XOR_PEER_ADDRESS, peer.array()));
    }

    /** Whether any answer so far said which program it came from. */
    boolean namesItsSoftware() {
        return namesItsSoftware;
    }

    /** A request that anybody may make. */
    static byte[] bindingRequest() {
        return message(BINDING, new byte[] {}, 0).array();
    }

    /** The first request of a client is refused with what it takes to sign the second. */
    private int ask(int method, byte[] what) throws IOException, GeneralSecurityException {
        if (realm == null) {
            Map<Integer, byte[]> challenge = exchange(message(method, what, 0).array());
            realm = challenge.get(REALM);
            nonce = Optional.ofNullable(challenge.get(NONCE)).orElseThrow();
        }
        return code(exchange(signed(method, what)));
    }

    private byte[] signed(int method, byte[] what) throws GeneralSecurityException {
        byte[] realmNow = Optional.ofNullable(realm).orElseThrow();
        byte[] name = user.getBytes(StandardCharsets.UTF_8);
        byte[] body = join(what, attribute(USERNAME, name), attribute(REALM, realmNow), attribute(NONCE, nonce));
        ByteBuffer message = message(method, body, 4 + HEADER);
        String secret = user + ":" + new String(realmNow, StandardCharsets.UTF_8) + ":" + password;
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(
                MessageDigest.getInstance("MD5").digest(secret.getBytes(StandardCharsets.UTF_8)), "HmacSHA1"));
        mac.update(message.array(), 0, message.position());
        return message.put(attribute(MESSAGE_INTEGRITY, mac.doFinal())).array();
    }

    private Map<Integer, byte[]> exchange(byte[] request) throws IOException {
        socket.send(new DatagramPacket(request, request.length));
        DatagramPacket packet = new DatagramPacket(new byte[1500], 1500);
        socket.receive(packet);
        ByteBuffer answer = ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
        int type = answer.getShort();
        answer.position(HEADER);
        Map<Integer, byte[]> attributes = new HashMap<>();
        while (answer.remaining() >= 4) {
            int name = answer.getShort() & 0xffff;
            byte[] value = new byte[answer.getShort()];
            answer.get(value);
            answer.position(Math.min(answer.limit(), answer.position() + padding(value.length)));
            attributes.putIfAbsent(name, value);
        }
        namesItsSoftware |= attributes.containsKey(SOFTWARE);
        if ((type & ERROR) == ERROR && !attributes.containsKey(ERROR_CODE)) {
            throw new IllegalStateException("a refusal without a code");
        }
        return attributes;
    }

    private static int code(Map<Integer, byte[]> answer) {
        byte[] error = answer.get(ERROR_CODE);
        return error == null ? GRANTED : error[2] * 100 + error[3];
    }

    /** @param follows how many bytes are still to be put behind the body */
    private static ByteBuffer message(int method, byte[] body, int follows) {
        byte[] transaction = new byte[12];
        RANDOM.nextBytes(transaction);
        return ByteBuffer.allocate(HEADER + body.length + follows)
                .putShort((short) method)
                .putShort((short) (body.length + follows))
                .putInt(MAGIC)
                .put(transaction)
                .put(body);
    }

    private static byte[] attribute(int name, byte[] value) {
        return ByteBuffer.allocate(4 + value.length + padding(value.length))
                .putShort((short) name)
                .putShort((short) value.length)
                .put(value)
                .array();
    }

    private static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer whole = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            whole.put(part);
        }
        return whole.array();
    }

    private static int padding(int length) {
        return -length & 3;
    }

    @Override
    public void close() {
        socket.close();
    }
}
