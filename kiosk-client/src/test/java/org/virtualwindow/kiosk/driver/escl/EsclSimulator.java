package org.virtualwindow.kiosk.driver.escl;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A scanner with glass and feeder that speaks eSCL on this machine, and has the faults that a test gives it. */
public final class EsclSimulator implements AutoCloseable {
    private static final String NAMESPACES = "xmlns:pwg=\"http://www.pwg.org/schemas/2010/12/sm\" "
            + "xmlns:scan=\"http://schemas.hp.com/imaging/escl/2011/05/03\"";

    private static final String INPUT = """
        <scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth>
        <scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>3508</scan:MaxHeight>
        <scan:MaxScanRegions>1</scan:MaxScanRegions>
        <scan:SettingProfiles><scan:SettingProfile>
          <scan:ColorModes><scan:ColorMode>RGB24</scan:ColorMode><scan:ColorMode>Grayscale8</scan:ColorMode></scan:ColorModes>
          <scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>
            <scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt></scan:DocumentFormats>
          <scan:SupportedResolutions><scan:DiscreteResolutions>
            <scan:DiscreteResolution><scan:XResolution>75</scan:XResolution><scan:YResolution>75</scan:YResolution></scan:DiscreteResolution>
            <scan:DiscreteResolution><scan:XResolution>150</scan:XResolution><scan:YResolution>150</scan:YResolution></scan:DiscreteResolution>
            <scan:DiscreteResolution><scan:XResolution>300</scan:XResolution><scan:YResolution>300</scan:YResolution></scan:DiscreteResolution>
          </scan:DiscreteResolutions></scan:SupportedResolutions>
        </scan:SettingProfile></scan:SettingProfiles>
        """;

    /** What goes wrong. */
    public enum Fault {
        NONE,
        /** The second page jams; the client is only told that there are no more pages. */
        JAM,
        COVER_OPEN,
        /** The job is given up by the scanner after the first page. */
        ABORT,
        /** The page is no picture. */
        RUBBISH,
        /** The page has no bytes. */
        NOTHING,
        /** The page never comes. */
        SILENCE
    }

    private record Job(String settings, AtomicInteger given, boolean[] aborted) {}

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final List<String> deleted = new CopyOnWriteArrayList<>();
    private final List<String> settings = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger feeder = new AtomicInteger();
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Fault fault = Fault.NONE;

    public EsclSimulator() throws IOException {
        server.setExecutor(threads);
        server.createContext("/eSCL/", this::answer);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/eSCL";
    }

    /** So many sheets lie in the feeder. */
    public void feeder(int sheets) {
        feeder.set(sheets);
    }

    public void has(Fault fault) {
        this.fault = fault;
    }

    /** The next so many jobs and pages are answered by "later". */
    public void busyFor(int times) {
        busy.set(times);
    }

    /** What was asked for, as it was sent. */
    public List<String> settings() {
        return settings;
    }

    /** How many jobs the clients ended. */
    public int deleted() {
        return deleted.size();
    }

    /** Until a client waits for the page that never comes. */
    public void awaitSilence() throws InterruptedException {
        waiting.await();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath().substring("/eSCL/".length());
            String[] part = path.split("/");
            switch (exchange.getRequestMethod() + " " + part[0] + (part.length > 2 ? " " + part[2] : "")) {
                case "GET ScannerCapabilities" -> xml(exchange, capabilities());
                case "GET ScannerStatus" -> xml(exchange, status());
                case "POST ScanJobs" -> begin(exchange, new String(body, UTF_8));
                case "GET ScanJobs NextDocument" -> next(exchange, part[1]);
                case "DELETE ScanJobs" -> {
                    deleted.add(part[1]);
                    send(exchange, jobs.remove(part[1]) == null ? 404 : 200, "text/plain", new byte[0]);
                }
                default -> send(exchange, 404, "text/plain", new byte[0]);
            }
        }
    }

    private void begin(HttpExchange exchange, String asked) throws IOException {
        if (later(exchange)) {
            return;
        }
        if (asked.contains("Feeder") && (feeder.get() == 0 || fault == Fault.COVER_OPEN)) {
            send(exchange, 409, "text/plain", new byte[0]);
            return;
        }
        settings.add(asked);
        String id = "job-" + numbers.incrementAndGet();
        jobs.put(id, new Job(asked, new AtomicInteger(), new boolean[1]));
        exchange.getResponseHeaders().set("Location", address() + "/ScanJobs/" + id);
        send(exchange, 201, "text/plain", new byte[0]);
    }

    private void next(HttpExchange exchange, String id) throws IOException {
        @Nullable Job job = jobs.get(id);
        boolean fed = job != null && job.settings().contains("Feeder");
        int given = job == null ? 0 : job.given().get();
        if (job == null || (fed ? feeder.get() == 0 : given == 1) || fails(job, given)) {
            send(exchange, 404, "text/plain", new byte[0]);
            return;
        }
        if (later(exchange)) {
            return;
        }
        if (fault == Fault.SILENCE) {
            waiting.countDown();
            waitForTheEnd();
            return;
        }
        job.given().incrementAndGet();
        feeder.updateAndGet(sheets -> fed ? sheets - 1 : sheets);
        send(exchange, 200, "image/jpeg", page(job.settings(), given + 1));
    }

    private void waitForTheEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean fails(Job job, int given) {
        if (given == 1 && fault == Fault.ABORT) {
            job.aborted()[0] = true;
        }
        return given == 1 && (fault == Fault.JAM || fault == Fault.ABORT);
    }

    private boolean later(HttpExchange exchange) throws IOException {
        if (busy.getAndUpdate(times -> Math.max(0, times - 1)) == 0) {
            return false;
        }
        exchange.getResponseHeaders().set("Retry-After", "1");
        send(exchange, 503, "text/plain", new byte[0]);
        return true;
    }

    private byte[] page(String asked, int number) throws IOException {
        if (fault == Fault.NOTHING) {
            return new byte[0];
        }
        if (fault == Fault.RUBBISH) {
            return "<html>paper</html>".getBytes(UTF_8);
        }
        int dpi = number(asked, "XResolution", 300);
        int type = asked.contains("RGB24") ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_BYTE_GRAY;
        BufferedImage sheet = new BufferedImage(
                number(asked, "Width", 2480) * dpi / 300, number(asked, "Height", 3508) * dpi / 300, type);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        pen.setColor(Color.BLACK);
        pen.fillRect(dpi, dpi, dpi * number, dpi);
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(sheet, "jpeg", jpeg);
        return jpeg.toByteArray();
    }

    private static int number(String asked, String name, int otherwise) {
        String text = asked.replaceAll("(?s).*:" + name + ">(\\d+)<.*", "$1");
        return text.matches("\\d+") ? Integer.parseInt(text) : otherwise;
    }

    private String capabilities() {
        return "<scan:ScannerCapabilities " + NAMESPACES + "><pwg:Version>2.63</pwg:Version>"
                + "<pwg:MakeAndModel>Simulated Scanner</pwg:MakeAndModel>"
                + "<pwg:SerialNumber>SIM-0001</pwg:SerialNumber>"
                + "<scan:Platen><scan:PlatenInputCaps>" + INPUT + "</scan:PlatenInputCaps></scan:Platen>"
                + "<scan:Adf><scan:AdfSimplexInputCaps>" + INPUT + "</scan:AdfSimplexInputCaps></scan:Adf>"
                + "</scan:ScannerCapabilities>";
    }

    private String status() {
        String feeding = switch (fault) {
            case JAM -> jobs.values().stream().anyMatch(job -> job.given().get() == 1) ? "Jam" : "Loaded";
            case COVER_OPEN -> "HatchOpen";
            default -> feeder.get() == 0 ? "Empty" : "Loaded";
        };
        StringBuilder infos = new StringBuilder();
        jobs.forEach((id, job) -> infos.append("<scan:JobInfo><pwg:JobUri>/eSCL/ScanJobs/")
                .append(id)
                .append("</pwg:JobUri><pwg:JobState>")
                .append(job.aborted()[0] ? "Aborted" : "Processing")
                .append("</pwg:JobState></scan:JobInfo>"));
        return "<scan:ScannerStatus " + NAMESPACES + "><pwg:Version>2.63</pwg:Version><pwg:State>"
                + (busy.get() > 0 ? "Processing" : "Idle") + "</pwg:State><scan:AdfState>ScannerAdf" + feeding
                + "</scan:AdfState><scan:Jobs>" + infos + "</scan:Jobs></scan:ScannerStatus>";
    }

    private static void xml(HttpExchange exchange, String text) throws IOException {
        send(exchange, 200, "text/xml", ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text).getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int code, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
