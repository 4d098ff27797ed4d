package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.virtualwindow.campaigns.proxy.Luck;
import org.virtualwindow.campaigns.proxy.TcpProxy;
import org.virtualwindow.campaigns.proxy.UdpProxy;
import org.virtualwindow.campaigns.proxy.Way;
import org.virtualwindow.campaigns.proxy.Weather;
import org.virtualwindow.server.Wiring;
import org.virtualwindow.server.config.ServerConfig;
import org.virtualwindow.server.config.TurnCredentials;
import org.virtualwindow.system.FakeDevices.Colour;

/**
 * Something is broken on purpose between a page and what it needs, and the network doctor names it: a real server, a real TURN server
 * and real proxies before both. Each fault has a sentence and a code of its own.
 */
class DoctorIT extends FaultTest {
    private static final Duration VALID = Duration.ofHours(1);
    private static final FakeDevices COVERED = new FakeDevices("covered", new Colour(0, 0, 0), 440);
    private static final FakeDevices MUTE = new FakeDevices("mute", new Colour(20, 60, 210), 0);

    private @Nullable Coturn coturn;
    private @Nullable UdpProxy udp;
    private @Nullable TcpProxy tcp;
    private @Nullable TcpProxy tls;
    private String trust = "";
    private @Nullable Browser usual;

    @Override
    Served serve(Path data) throws Exception {
        TestCertificate certificate = TestCertificate.make(folder());
        trust = "--ignore-certificate-errors-spki-list=" + certificate.pin();
        coturn = Coturn.startForBrowsers(folder(), certificate);
        udp = UdpProxy.to(coturn.address(), 5);
        Coturn.awaitAnswer(new InetSocketAddress(InetAddress.getLoopbackAddress(), udp.port()));
        tcp = TcpProxy.to(coturn.address(), 5);
        tls = TcpProxy.to(coturn.tlsAddress(), 5);
        return serve(data, Coturn.SECRET, addresses());
    }

    private static Served serve(Path data, String secret, List<String> addresses) {
        return Served.here(new Wiring(ServerConfig.local(data).with(new TurnCredentials(addresses, secret, VALID))));
    }

    private List<String> addresses() {
        return List.of(
                "turn:127.0.0.1:" + udp().port() + "?transport=udp",
                "turn:127.0.0.1:" + tcp().port() + "?transport=tcp",
                "turns:localhost:" + tls().port() + "?transport=tcp");
    }

    @BeforeEach
    void fairWeather() {
        for (Way way : Way.values()) {
            udp().set(way, Weather.CLEAR);
            udp().set(way, Luck.GOOD);
        }
        tcp().refuse(false);
        tls().refuse(false);
    }

    @AfterAll
    void stopTurn() throws Exception {
        udp().close();
        tcp().close();
        tls().close();
        Objects.requireNonNull(coturn).close();
    }

    @Test
    void whereAllIsWellItSaysSo() {
        ClerkPerson clerk = clerkOf(usual());
        examines(clerk);
        clerk.presses("听到了");
        saysOfAll(clerk, "都好，可以通话");
        assertThat(clerk.page.locator(".doctor__row--good")).hasCount(12);
    }

    // The server and the way to it

    @Test
    void aProxyThatTurnsWebSocketsAwayIsNamedAtAKioskThatCannotStart() throws IOException {
        expectComplaint("Unexpected response code: 403");
        try (NoUpgrades office = NoUpgrades.to(origin())) {
            KioskPerson kiosk = kioskAt(office.origin());
            kiosk.sees("正在准备");
            kiosk.presses("叫人帮忙");
            examines(kiosk);
            saysOfAll(kiosk, "长连接被挡住了");
            finds(kiosk, "N-WS-BLOCKED");
        }
    }

    @Test
    void aNarrowLineIsNamedWithItsFigures() throws IOException {
        Network network = network();
        ClerkPerson clerk = clerkAtNetwork(network);
        network.set(Weather.narrow(20_000));
        examines(clerk);
        saysOfAll(clerk, "网速太低");
        finds(clerk, "N-LINE-TINY");
        assertThat(clerk.page.locator(".doctor__all")).containsText("kbit/s");
    }

    @Test
    void aServerThatIsGoneIsNamedAndNothingBehindItIsBlamed() throws IOException {
        Network network = network();
        ClerkPerson clerk = clerkAtNetwork(network);
        network.cut();
        examines(clerk);
        saysOfAll(clerk, "连不上服务器");
        finds(clerk, "N-SERVER-AWAY");
        assertThat(clerk.page.locator(".doctor__row--blocked")).hasCount(1);
    }

    // The relay

    @Test
    void aServerWithoutARelayIsNamed() {
        try (var other = new Other("", List.of())) {
            ClerkPerson clerk = other.clerk();
            examines(clerk);
            clerk.presses("听到了");
            saysOfAll(clerk, "没有设中继服务器");
            finds(clerk, "N-TURN-NONE");
        }
    }

    @Test
    void aRelayThatHasAnotherSecretIsNamed() {
        try (var other = new Other("not the secret of the other", addresses())) {
            ClerkPerson clerk = other.clerk();
            examines(clerk);
            saysOfAll(clerk, "不认我们的密码");
            finds(clerk, "N-TURN-SECRET");
        }
    }

    @Test
    void udpThatIsSwallowedIsNamedWithItsPort() {
        udp().set(Way.UP, Weather.HOLE);
        ClerkPerson clerk = clerkOf(usual());
        examines(clerk);
        clerk.presses("听到了");
        saysOfAll(clerk, "到中继的 UDP 不通");
        saysOfAll(clerk, "127.0.0.1:" + udp().port());
        finds(clerk, "N-UDP-BLOCKED");
        assertThat(clerk.page.locator(".doctor__row--mind")).hasCount(1);
    }

    @Test
    void tcpThatIsRefusedIsNamed() {
        tcp().refuse(true);
        ClerkPerson clerk = clerkOf(usual());
        examines(clerk);
        clerk.presses("听到了");
        saysOfAll(clerk, "到中继的 TCP 不通");
        finds(clerk, "N-TCP-BLOCKED");
    }

    @Test
    void tlsThatIsRefusedIsNamed() {
        tls().refuse(true);
        ClerkPerson clerk = clerkOf(usual());
        examines(clerk);
        clerk.presses("听到了");
        saysOfAll(clerk, "到中继的加密通道不通");
        finds(clerk, "N-TLS-BLOCKED");
    }

    @Test
    void aCertificateOfTheRelayThatNobodyTrustsIsNotTakenForAClosedPort() {
        ClerkPerson clerk = clerkOf(browser(FakeDevices.CLERK.flags(folder())));
        examines(clerk);
        clerk.presses("听到了");
        saysOfAll(clerk, "的证书不被信任");
        finds(clerk, "N-TLS-UNTRUSTED");
    }

    @Test
    void aFirewallThatShutsEveryWayToTheRelayIsOneSentence() {
        udp().set(Way.UP, Weather.HOLE);
        tcp().refuse(true);
        tls().refuse(true);
        ClerkPerson clerk = clerkOf(usual());
        examines(clerk);
        saysOfAll(clerk, "到中继服务器的路一条也不通");
    }

    // The line through the relay

    @Test
    void aLongWayIsNamedWithItsMilliseconds() {
        for (Way way : Way.values()) {
            udp().set(way, Weather.late(Duration.ofMillis(150), Duration.ZERO));
        }
        ClerkPerson clerk = clerkOf(usual());
        examines(clerk);
        clerk.presses("听到了");
        saysOfAll(clerk, "说完要等一下才听到回话");
        finds(clerk, "N-DELAY-HIGH");
    }

    @Test
    void packetsThatGetLostAreNamed() {
        udp().set(Way.UP, Luck.losing(0.2));
        ClerkPerson clerk = clerkOf(usual());
        examines(clerk);
        clerk.presses("听到了");
        saysOfAll(clerk, "话听不完整");
        finds(clerk, "N-LOSS-HIGH");
    }

    // Devices

    @Test
    void aMachineWithoutDevicesIsToldSo() {
        expectComplaint("encountered an error from the audio device");
        ClerkPerson clerk = clerkOf(bareBrowser(trust));
        examines(clerk);
        saysOfAll(clerk, "没有摄像头");
        finds(clerk, "D-CAMERA-MISSING");
        finds(clerk, "D-MIC-MISSING");
    }

    @Test
    void aCameraWithItsLidOnIsNamed() {
        ClerkPerson clerk = clerkOf(browser(and(COVERED.flags(folder()), trust)));
        examines(clerk);
        saysOfAll(clerk, "摄像头的画面是黑的");
        finds(clerk, "D-CAMERA-BLACK");
    }

    @Test
    void aMicrophoneThatIsSwitchedOffIsNamed() {
        ClerkPerson clerk = clerkOf(browser(and(MUTE.flags(folder()), trust)));
        examines(clerk);
        saysOfAll(clerk, "麦克风里一点声音也没有");
        finds(clerk, "D-MIC-SILENT");
    }

    @Test
    void aLoudspeakerThatNobodyHearsIsNamedOnTheSlipToo() {
        KioskPerson kiosk = kioskAt(origin());
        kiosk.presses("叫人帮忙");
        examines(kiosk);
        kiosk.presses("没听到");
        saysOfAll(kiosk, "扬声器没有声音");
        finds(kiosk, "D-SPEAKER-SILENT");

        kiosk.page.evaluate("() => { window.print = () => (window.printed = true); }");
        kiosk.presses("打印检查单");
        assertThat(kiosk.page.evaluate("() => window.printed")).isEqualTo(true);
        kiosk.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        Locator slip = kiosk.page.locator(".doctor-slip");
        assertThat(slip).isVisible();
        assertThat(slip).containsText("网络检查单");
        assertThat(slip).containsText(ENTRANCE.value());
        assertThat(slip).containsText("D-SPEAKER-SILENT");
        assertThat(slip).containsText("127.0.0.1:" + udp().port() + "/udp");
        assertThat(kiosk.button("关闭")).isHidden();
    }

    // ---- what people do ----

    @Test
    void whoStopsItSeesWhatWasFoundAndNoMore() {
        udp().set(Way.UP, Weather.HOLE);
        ClerkPerson clerk = clerkOf(usual());
        clerk.presses("网络检查");
        clerk.sees("正在检查");
        assertThat(clerk.page.locator(".doctor__row--good b").first()).hasText("服务器");
        clerk.presses("停止");
        saysOfAll(clerk, "停下了");
        assertThat(clerk.page.locator(".doctor__row--going")).hasCount(0);
        clerk.page.keyboard().press("Escape");
        assertThat(clerk.page.locator(".doctor")).hasCount(0);
        assertThat(clerk.button("检查好了")).isVisible();
    }

    /** From the press to the end, which comes within half a minute. */
    private static void examines(Person person) {
        long began = System.nanoTime();
        person.presses("网络检查");
        person.button("再查一次").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        figure("an examination took", took);
        assertThat(took).isLessThan(Duration.ofSeconds(32));
    }

    private static void saysOfAll(Person person, String words) {
        assertThat(person.page.locator(".doctor__all")).containsText(words);
    }

    private static void finds(Person person, String code) {
        assertThat(person.page
                        .locator(".doctor__code")
                        .getByText(code, new Locator.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
    }

    // ---- who they are ----

    private Browser usual() {
        if (usual == null) {
            usual = browser(and(FakeDevices.CLERK.flags(folder()), trust));
        }
        return usual;
    }

    private ClerkPerson clerkOf(Browser browser) {
        return clerk(browser, CLERK);
    }

    private ClerkPerson clerkAtNetwork(Network network) {
        Page page = blank(usual(), "/console/", 1440, 900);
        var person = new ClerkPerson(page);
        page.navigate(network.origin() + "/console/");
        person.signsIn(CLERK, secretOf(CLERK));
        person.button("检查好了").waitFor();
        return person;
    }

    private KioskPerson kioskAt(String origin) {
        Page page = blank(usual(), "/kiosk/", 1080, 1920);
        var person = new KioskPerson(page);
        page.navigate(origin + "/kiosk/#launch=" + launchCode(ENTRANCE));
        return person;
    }

    private UdpProxy udp() {
        return Objects.requireNonNull(udp);
    }

    private TcpProxy tcp() {
        return Objects.requireNonNull(tcp);
    }

    private TcpProxy tls() {
        return Objects.requireNonNull(tls);
    }

    /** A server that was told otherwise of the relay, with a clerk of its own. */
    private final class Other implements AutoCloseable {
        private final Path data;
        private final Served served;

        Other(String secret, List<String> addresses) {
            data = folder().resolve("other-" + addresses.size());
            served = serve(data, secret, addresses);
        }

        ClerkPerson clerk() {
            Page page = blank(usual(), "/console/", 1440, 900);
            var person = new ClerkPerson(page);
            page.navigate(served.origin() + "/console/");
            person.signsIn(CLERK, secretIn(data, CLERK));
            return person;
        }

        @Override
        public void close() {
            try {
                served.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String[] and(String[] flags, String more) {
        return Stream.concat(Arrays.stream(flags), Stream.of(more)).toArray(String[]::new);
    }
}
