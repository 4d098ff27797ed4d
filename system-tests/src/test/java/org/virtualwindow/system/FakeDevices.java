package org.virtualwindow.system;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What one person's camera sees and microphone hears: a colour with a light block that moves, and a tone. Whoever receives
 * them can tell who sent them.
 */
record FakeDevices(String name, Colour colour, int hertz) {
    static final FakeDevices APPLICANT = new FakeDevices("applicant", new Colour(20, 60, 210), 440);
    static final FakeDevices CLERK = new FakeDevices("clerk", new Colour(235, 125, 20), 880);

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int FRAMES = 10;
    private static final int BLOCK = 40;
    private static final int RATE = 48_000;

    /** A colour as people write it, each part up to 255. */
    record Colour(int red, int green, int blue) {
        int y() {
            return (int) Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
        }

        int u() {
            return (int) Math.round(128 - 0.168736 * red - 0.331264 * green + 0.5 * blue);
        }

        int v() {
            return (int) Math.round(128 + 0.5 * red - 0.418688 * green - 0.081312 * blue);
        }

        /** How far apart two colours are, in the worst of their parts. */
        int from(Colour other) {
            return Math.max(
                    Math.abs(red - other.red), Math.max(Math.abs(green - other.green), Math.abs(blue - other.blue)));
        }
    }

    /** Writes the two files and names them to a browser. */
    String[] flags(Path folder) {
        try {
            Path picture = folder.resolve(name + ".y4m");
            Path sound = folder.resolve(name + ".wav");
            if (!Files.exists(sound)) {
                writePicture(picture);
                writeSound(sound);
            }
            return new String[] {
                "--use-file-for-fake-video-capture=" + picture, "--use-file-for-fake-audio-capture=" + sound
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writePicture(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("YUV4MPEG2 W%d H%d F20:1 Ip A1:1 C420\n"
                    .formatted(WIDTH, HEIGHT)
                    .getBytes(StandardCharsets.US_ASCII));
            for (int frame = 0; frame < FRAMES; frame++) {
                out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                out.write(light(frame));
                out.write(plane(colour.u()));
                out.write(plane(colour.v()));
            }
        }
    }

    private byte[] light(int frame) {
        byte[] plane = new byte[WIDTH * HEIGHT];
        Arrays.fill(plane, (byte) colour.y());
        int left = frame * BLOCK;
        for (int row = HEIGHT / 2; row < HEIGHT / 2 + BLOCK; row++) {
            Arrays.fill(plane, row * WIDTH + left, row * WIDTH + left + BLOCK, (byte) 250);
        }
        return plane;
    }

    private static byte[] plane(int value) {
        byte[] plane = new byte[WIDTH / 2 * HEIGHT / 2];
        Arrays.fill(plane, (byte) value);
        return plane;
    }

    /** Beeps: a tone that never stops is taken for noise, and filtered. */
    private void writeSound(Path file) throws IOException {
        int samples = 2 * RATE;
        ByteBuffer wav = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
        for (int i = 0; i < samples; i++) {
            boolean sounds = i % (RATE / 2) < RATE * 3 / 10;
            wav.putShort((short) (sounds ? 12_000 * Math.sin(2 * Math.PI * hertz * i / RATE) : 0));
        }
        Files.write(file, wav.array());
    }
}
