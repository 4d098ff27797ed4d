package org.virtualwindow.kiosk.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.virtualwindow.kiosk.Await;
import org.virtualwindow.kiosk.FakeDevice;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Found;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.protocol.DeviceView;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.Trouble;

class DevicesTest {
    private final FakeDevice printer = new FakeDevice("printer", Capability.PRINT);
    private final FakeDevice reader = new FakeDevice("reader", Capability.READ_CARD);
    private final List<List<DeviceView>> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch hung = new CountDownLatch(1);
    private final Devices devices = new Devices(
            List.of(new Configured(printer, Settings.NONE), new Configured(reader, Settings.NONE)),
            new Pace(Duration.ofMillis(10), Duration.ofMillis(200)),
            () -> Set.of("kiosk-c1"),
            told::add);

    @BeforeEach
    void start() {
        devices.start();
    }

    @AfterEach
    void stop() {
        hung.countDown();
        devices.close();
    }

    @Test
    void whatIsPluggedInIsFoundAndWhatIsPulledIsGone() throws InterruptedException {
        until("printer", DeviceCondition.OK);
        var plugged = printer.finding;
        printer.finding = List::of;
        Await.until("it is gone", () -> of("printer").isEmpty());
        assertThat(devices.find(Capability.PRINT)).isEmpty();

        printer.finding = plugged;
        until("printer", DeviceCondition.OK);
        assertThat(printer.opened).hasValue(2);
    }

    @Test
    void aDeviceIsNotUsedUntilWhatADaemonThatDiedHadBegunIsTakenBack() throws InterruptedException {
        until("printer", DeviceCondition.OK);
        var plugged = printer.finding;
        printer.finding = List::of;
        Await.until("it is gone", () -> of("printer").isEmpty());
        printer.takingBack = names -> {
            throw new DeviceFault(Trouble.BUSY);
        };
        printer.finding = plugged;
        until("printer", DeviceCondition.FAULT);
        assertThat(devices.find(Capability.PRINT).orElseThrow().unusable()).contains(Trouble.BUSY);

        List<Set<String>> takenBack = new CopyOnWriteArrayList<>();
        printer.takingBack = takenBack::add;
        until("printer", DeviceCondition.OK);
        assertThat(takenBack).containsExactly(Set.of("kiosk-c1"));
    }

    @Test
    void aChangeIsToldOnce() throws InterruptedException {
        until("printer", DeviceCondition.OK);
        until("reader", DeviceCondition.OK);
        Await.until("both were told", () -> !told.isEmpty() && told.getLast().equals(devices.views()));
        told.clear();
        printer.status = () -> Status.of(DeviceCondition.WARNING, Trouble.MEDIA_LOW);
        until("printer", DeviceCondition.WARNING);
        Await.until("it was told", () -> !told.isEmpty());
        assertThat(told).hasSize(1);
        assertThat(of("printer").orElseThrow().troubles()).containsExactly(Trouble.MEDIA_LOW);
    }

    @Test
    void aDriverThatThrowsIsAFaultUntilItNoLongerDoes() throws InterruptedException {
        until("printer", DeviceCondition.OK);
        printer.status = () -> {
            throw new StackOverflowError();
        };
        until("printer", DeviceCondition.FAULT);
        assertThat(of("printer").orElseThrow().troubles()).containsExactly(Trouble.DRIVER_LOST);
        printer.status = () -> Status.OK;
        until("printer", DeviceCondition.OK);
    }

    @Test
    void aDriverThatHangsIsAFaultAndKeepsNobodyWaiting() throws InterruptedException {
        until("printer", DeviceCondition.OK);
        printer.finding = () -> {
            FakeDevice.hang(hung);
            return List.of();
        };
        until("printer", DeviceCondition.FAULT);
        reader.status = () -> Status.of(DeviceCondition.FAULT, Trouble.OFFLINE);
        until("reader", DeviceCondition.FAULT);
        assertThat(of("printer").orElseThrow().troubles()).containsExactly(Trouble.DRIVER_LOST);

        printer.finding = () -> List.of(new Found("1", "Fake printer", List.of(Capability.PRINT), true));
        hung.countDown();
        until("printer", DeviceCondition.OK);
    }

    @Test
    void nonsenseIsPassedOver() throws InterruptedException {
        printer.finding = () -> Arrays.asList(
                null,
                new Found("no key at all", "x", List.of(Capability.PRINT), true),
                new Found("2", "x", List.of(), true),
                new Found("3", "长".repeat(500), List.of(Capability.PRINT), true));
        Await.until("the sound one is there", () -> of("printer-3").isPresent());
        until("printer", DeviceCondition.OK);
        assertThat(of("printer-3").orElseThrow().name()).hasSize(80);
        assertThat(devices.views()).hasSize(2);
    }

    private Optional<DeviceView> of(String driver) {
        return devices.views().stream()
                .filter(view -> view.device().value().startsWith(driver))
                .findFirst();
    }

    private void until(String driver, DeviceCondition condition) throws InterruptedException {
        Await.until(
                driver + " is " + condition,
                () -> of(driver).filter(view -> view.condition() == condition).isPresent());
    }
}
