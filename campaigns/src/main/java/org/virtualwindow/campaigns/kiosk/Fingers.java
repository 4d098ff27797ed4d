package org.virtualwindow.campaigns.kiosk;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Keys and pointer of an X display, pressed as hardware presses them: no browser can tell. They are in a process of their own, because
 * a Java program has one display at most, and this one perhaps none.
 */
public final class Fingers implements AutoCloseable {
    private final Process process;
    private final BufferedWriter out;
    private final BufferedReader in;

    private Fingers(Process process) {
        this.process = process;
        this.out = process.outputWriter(StandardCharsets.UTF_8);
        this.in = process.inputReader(StandardCharsets.UTF_8);
    }

    /** The packages are {@code libxtst6}, {@code libxi6} and {@code libxrender1}. */
    public static boolean areThere() {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(Path.of("/usr/lib"))) {
            for (Path folder : folders) {
                if (Files.exists(folder.resolve("libXtst.so.6"))) {
                    return true;
                }
            }
            return false;
        } catch (IOException none) {
            return false;
        }
    }

    /** Returns when they can press. */
    public static Fingers at(String display) throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=false",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Fingers.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("DISPLAY", display);
        var fingers = new Fingers(builder.start());
        fingers.ask("ready");
        return fingers;
    }

    /** All at once, then let go. @param keys named as in {@link KeyEvent}, like {@code CONTROL+SHIFT+I} */
    public void press(String keys) throws IOException {
        ask("press " + keys);
    }

    /** Letters, digits and what a German or American keyboard has without a second key, one after the other. */
    public void type(String text) throws IOException {
        for (char each : text.toCharArray()) {
            press(
                    switch (each) {
                        case ':' -> "SHIFT+SEMICOLON";
                        case '/' -> "SLASH";
                        case '-' -> "MINUS";
                        case '.' -> "PERIOD";
                        default -> String.valueOf(Character.toUpperCase(each));
                    });
        }
    }

    /** @param button 1 left, 2 middle, 3 right */
    public void click(int x, int y, int button) throws IOException {
        ask("click " + x + " " + y + " " + button);
    }

    public void drag(int x, int y, int toX, int toY) throws IOException {
        ask("drag " + x + " " + y + " " + toX + " " + toY);
    }

    /** With CONTROL down, as for larger letters. */
    public void wheel(int steps) throws IOException {
        ask("wheel " + steps);
    }

    /** What the display shows. */
    public void picture(Path png) throws IOException {
        ask("picture " + png);
    }

    /** What lies on the clipboard and in the selection of the display; empty where nothing does. */
    public String clipboards() throws IOException {
        return ask("clipboards");
    }

    private String ask(String what) throws IOException {
        out.write(what + "\n");
        out.flush();
        String answer = in.readLine();
        if (answer == null) {
            throw new IOException("the fingers are gone");
        }
        return answer;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    static void main(String[] arguments) throws IOException, AWTException {
        Robot robot = new Robot();
        robot.setAutoDelay(8);
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            List<String> words = List.of(line.split(" "));
            System.out.println(does(robot, words));
        }
    }

    private static String does(Robot robot, List<String> words) throws IOException {
        switch (words.getFirst()) {
            case "ready" -> {}
            case "press" -> press(robot, words.get(1));
            case "click" -> {
                robot.mouseMove(number(words, 1), number(words, 2));
                int button = InputEvent.getMaskForButton(number(words, 3));
                robot.mousePress(button);
                robot.mouseRelease(button);
            }
            case "drag" -> drag(robot, number(words, 1), number(words, 2), number(words, 3), number(words, 4));
            case "wheel" -> {
                robot.keyPress(KeyEvent.VK_CONTROL);
                robot.mouseWheel(number(words, 1));
                robot.keyRelease(KeyEvent.VK_CONTROL);
            }
            case "picture" -> {
                BufferedImage seen = robot.createScreenCapture(
                        new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
                ImageIO.write(seen, "png", Path.of(words.get(1)).toFile());
            }
            case "clipboards" -> {
                Toolkit toolkit = Toolkit.getDefaultToolkit();
                return text(toolkit.getSystemClipboard()) + text(toolkit.getSystemSelection());
            }
            default -> throw new IOException("unknown: " + words);
        }
        return "";
    }

    private static int number(List<String> words, int at) {
        return Integer.parseInt(words.get(at));
    }

    private static void press(Robot robot, String keys) throws IOException {
        int[] codes = Arrays.stream(keys.split("\\+")).mapToInt(Fingers::code).toArray();
        for (int code : codes) {
            robot.keyPress(code);
        }
        for (int i = codes.length - 1; i >= 0; i--) {
            robot.keyRelease(codes[i]);
        }
    }

    private static int code(String name) {
        try {
            return KeyEvent.class.getField("VK_" + name).getInt(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no such key: " + name, e);
        }
    }

    private static void drag(Robot robot, int x, int y, int toX, int toY) {
        int steps = 10;
        robot.mouseMove(x, y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        for (int i = 1; i <= steps; i++) {
            robot.mouseMove(x + (toX - x) * i / steps, y + (toY - y) * i / steps);
        }
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }

    private static String text(Clipboard clipboard) {
        try {
            return clipboard
                    .getData(DataFlavor.stringFlavor)
                    .toString()
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (Exception nothingThere) {
            return "";
        }
    }
}
