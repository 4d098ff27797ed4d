package org.virtualwindow.kiosk.browser;

import java.util.concurrent.CompletableFuture;

/** Where the address comes from that opens this kiosk's page once. */
@FunctionalInterface
public interface LaunchCodes {
    /** The origin's page with a code in its fragment; fails where the server cannot be reached or does not know this kiosk. */
    CompletableFuture<String> next();
}
