package org.virtualwindow.server.config;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Whom to ask for e-licences and data checks.
 *
 * @param url empty where nobody is asked; the demo has registers of its own then
 * @param token is shown to them
 * @param timeout after which nobody waits any longer
 */
public record LicenceSettings(Optional<URI> url, Optional<String> token, Duration timeout) {
    public static final LicenceSettings USUAL =
            new LicenceSettings(Optional.empty(), Optional.empty(), Duration.ofSeconds(10));

    @Override
    public String toString() {
        return "LicenceSettings[" + url.map(URI::getHost).orElse("") + "]";
    }
}
