package org.virtualwindow.server;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.virtualwindow.server.config.LicenceSettings;
import org.virtualwindow.server.config.ServerConfig;
import org.virtualwindow.server.licence.CountedRegisters;
import org.virtualwindow.server.licence.HttpRegisters;
import org.virtualwindow.server.licence.Registers;
import org.virtualwindow.server.licence.SimulatedRegisters;

/** Makes what asks authorities for e-licences and data checks. */
final class LicenceWiring {
    /** Long enough to be seen, and shorter than people wait. */
    private static final Duration SLOW = Duration.ofSeconds(6);

    private LicenceWiring() {}

    /** @param part is given what must be closed with the server */
    static Registers start(ServerConfig config, MeterRegistry registry, UnaryOperator<HttpRegisters> part) {
        LicenceSettings settings = config.licence();
        Registers asked = settings.url()
                .<Registers>map(url -> part.apply(new HttpRegisters(url, settings.token(), settings.timeout())))
                .orElseGet(() -> config.demo() ? new SimulatedRegisters(SLOW) : Registers.NONE);
        return new CountedRegisters(asked, registry);
    }
}
