package org.virtualwindow.kiosk.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.kiosk.driver.DeviceDriver;
import org.virtualwindow.kiosk.host.BreakingDriver;
import org.virtualwindow.kiosk.host.HostedDriver;

class KioskConfigTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void theSampleIsUnderstood() throws IOException {
        KioskConfig config = KioskConfig.read(sample());
        assertThat(config.server()).contains("https://window.example");
        assertThat(config.state()).isEmpty();
        assertThat(KioskConfig.drivers(config.devices()))
                .allSatisfy(each -> assertThat(each.settings().get("control")).isEmpty());
    }

    @Test
    void theSampleNamesEveryDriver() throws IOException {
        Set<String> named = KioskConfig.read(sample()).devices().stream()
                .map(KioskConfig.Driver::id)
                .collect(Collectors.toSet());
        assertThat(ServiceLoader.load(DeviceDriver.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(driver -> !(driver instanceof BreakingDriver))
                        .map(DeviceDriver::id))
                .isSubsetOf(named);
    }

    @Test
    void whatIsNotKnownIsRefusedWithItsLine() throws IOException {
        refuses("server: x\nservre: y", "line 2", "there is no key servre, only devices, server, state");
        refuses("devices:\n  - driver: faxx", "line 2", "there is no driver faxx");
        refuses("devices:\n  - sheets: x", "line 2", "which driver?");
        refuses("devices: printer", "line 1", "wants a list");
        refuses("server: a\nserver: b", "line 2", "");
        refuses("a: [", "is not YAML", "");
    }

    @Test
    void aSettingThatNoDriverKnowsIsRefusedWithItsLine() throws IOException {
        KioskConfig config = KioskConfig.read(file("devices:\n  - driver: simulated\n    sheet: out"));
        assertThatThrownBy(() -> KioskConfig.drivers(config.devices()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("has no setting sheet");
    }

    @Test
    void nativeDriversGetAProcessOfTheirOwn() throws IOException {
        KioskConfig config = KioskConfig.read(file("devices:\n  - driver: breaking"));
        assertThat(KioskConfig.drivers(config.devices()).getFirst().driver()).isInstanceOf(HostedDriver.class);
    }

    @Test
    void filesAreLookedForFromWhereItIs() throws IOException {
        assertThat(KioskConfig.read(file("state: keys/k.json")).state()).contains(folder.resolve("keys/k.json"));
    }

    private void refuses(String text, String... sentence) throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> KioskConfig.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(sentence);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("kiosk.yaml"), text);
    }

    private static Path sample() {
        Path here = Path.of("").toAbsolutePath();
        return here.resolveSibling("docs").resolve("operations/kiosk.sample.yaml");
    }
}
