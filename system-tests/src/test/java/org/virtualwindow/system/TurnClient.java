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
    private static final int REQUESTED_ADDRESS_FAMILY = 0x0017;
    private static final int REQUESTED_TRANSPORT = 0x0019;
    private static final int SOFTWARE = 0x8022;
    private static final int MAGIC = 0x2112A442;
    private static final int HEADER = 20;
    private static final int INTEGRITY = 24;
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
        return ask(ALLOCATE, transaction -> attribute(REQUESTED_TRANSPORT, new byte[] {UDP, 0, 0, 0}));
    }

    /** The same for an IPv6 address. */
    int allocateIpv6() throws IOException, GeneralSecurityException {
        return ask(
                ALLOCATE,
                transaction -> join(
                        attribute(REQUESTED_TRANSPORT, new byte[] {UDP, 0, 0, 0}),
                        attribute(REQUESTED_ADDRESS_FAMILY, new byte[] {2, 0, 0, 0})));
    }

    /** Asks to send to that address and to hear from it. */
    int permit(String literal) throws IOException, GeneralSecurityException {
        byte[] address = literal.contains(":")
                ? ipv6(literal)
                : InetAddress.ofLiteral(literal).getAddress();
        return ask(CREATE_PERMISSION, transaction -> {
            ByteBuffer mask = ByteBuffer.allocate(16).putInt(MAGIC).put(transaction);
            ByteBuffer peer = ByteBuffer.allocate(4 + address.length)
                    .putShort((short) (address.length == 4 ? 1 : 2))
                    .putShort((short) (9 ^ MAGIC >>> 16));
            for (int at = 0; at < address.length; at++) {
                peer.put((byte) (address[at] ^ mask.get(at)));
            }
            return attribute(XOR_PEER_ADDRESS, peer.array());
        });
    }

    /** Sixteen bytes also for an address that Java takes for an IPv4 one. */
    private static byte[] ipv6(String literal) {
        byte[] address = InetAddress.ofLiteral(literal).getAddress();
        return address.length == 16 ? address : join(new byte[10], new byte[] {-1, -1}, address);
    }

    /** Whether any answer so far said which program it came from. */
    boolean namesItsSoftware() {
        return namesItsSoftware;
    }

    /** A request that anybody may make. */
    static byte[] bindingRequest() {
        return message(BINDING, transaction(), new byte[] {}, 0).array();
    }

    /** The first request of a client is refused with what it takes to sign the second. */
    private int ask(int method, Body what) throws IOException, GeneralSecurityException {
        if (realm == null) {
            byte[] transaction = transaction();
            Map<Integer, byte[]> challenge = exchange(
                    message(method, transaction, what.in(transaction), 0).array());
            realm = challenge.get(REALM);
            nonce = Optional.ofNullable(challenge.get(NONCE)).orElseThrow();
        }
        return code(exchange(signed(method, what)));
    }

    private byte[] signed(int method, Body what) throws GeneralSecurityException {
        byte[] realmNow = Optional.ofNullable(realm).orElseThrow();
        byte[] name = user.getBytes(StandardCharsets.UTF_8);
        byte[] transaction = transaction();
        byte[] body = join(
                what.in(transaction), attribute(USERNAME, name), attribute(REALM, realmNow), attribute(NONCE, nonce));
        ByteBuffer message = message(method, transaction, body, INTEGRITY);
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

    private static byte[] transaction() {
        byte[] transaction = new byte[12];
        RANDOM.nextBytes(transaction);
        return transaction;
    }

    /** @param follows how many bytes are still to be put behind the body */
    private static ByteBuffer message(int method, byte[] transaction, byte[] body, int follows) {
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

    /** What a request asks for; addresses in it are hidden by its transaction's number. */
    private interface Body {
        byte[] in(byte[] transaction);
    }
}
