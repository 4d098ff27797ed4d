package org.virtualwindow.kiosk.driver.vendorws;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceDriver;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Found;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.Trouble;

/**
 * One maker's service.
 *
 * <p>Settings: {@code url}, like {@code ws://localhost:8765}: this machine only; {@code name} of the device; {@code origin}, where the
 * service wants to hear one; {@code key}, 1 to 30 letters, digits, {@code _}, {@code -}; then for what it can, {@code read.…} and {@code
 * scan.…}, and for how it is, {@code probe.…}:
 *
 * <ul>
 *   <li>{@code …request}: the question, JSON in which <code>${id}</code>, <code>${dpi}</code>, <code>${mode}</code>, <code>${source}</code>
 *       and <code>${pages}</code> are filled in;
 *   <li>{@code …cancel}: what ends it early;
 *   <li>{@code …id}: where an answer repeats the id (JSON pointer); answers with another are somebody else's;
 *   <li>{@code …status}: where it says how far it is; {@code …ok}, words with commas between that mean it is done; {@code …wait}, that it
 *       goes on; {@code …trouble.WORD}: what another word means, like {@code NO_CARD}. A word that means to wait and has a trouble, too, is
 *       waited for by somebody;
 *   <li>{@code …seconds}: how long it may be silent, 30;
 *   <li>{@code read.field.name}, {@code .number}, …: where the card's items stand;
 *   <li>{@code scan.image}: where a page stands, in Base64.
 * </ul>
 */
public final class VendorDriver implements DeviceDriver {
    private static final Logger LOG = LoggerFactory.getLogger(VendorDriver.class);

    @Override
    public String id() {
        return "vendor-ws";
    }

    @Override
    public List<Found> find(Settings settings) throws InterruptedException {
        List<Capability> can = new ArrayList<>();
        settings.get("read.request").ifPresent(request -> can.add(Capability.READ_CARD));
        settings.get("scan.request").ifPresent(request -> can.add(Capability.SCAN));
        if (can.isEmpty() || settings.get("url").isEmpty()) {
            return List.of();
        }
        try (VendorLine _ = VendorLine.draw(url(settings), settings.get("origin"))) {
            return List.of(new Found(settings.get("key", "service"), settings.get("name", "WebSocket"), can, false));
        } catch (IOException | DeviceFault notThere) {
            LOG.debug("No service answers", notThere);
            return List.of();
        }
    }

    @Override
    public Device open(Found found, Settings settings) throws DeviceFault {
        return new VendorDevice(url(settings), settings);
    }

    /** What a card says goes over no network. */
    private static URI url(Settings settings) throws DeviceFault {
        URI url = URI.create(settings.get("url", ""));
        if (!List.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(url.getHost()))) {
            throw new DeviceFault(Trouble.ACCESS_DENIED, "a service on another machine");
        }
        return url;
    }
}
