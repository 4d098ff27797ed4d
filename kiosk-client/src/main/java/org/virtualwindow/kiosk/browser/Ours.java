package org.virtualwindow.kiosk.browser;

import java.util.List;
import java.util.function.BooleanSupplier;

/** What may be shown: the server's pages while this kiosk is in use, and those that lie in the profile. */
record Ours(String origin, Profile profile, BooleanSupplier outOfUse) {
    boolean has(String url) {
        return url.equals("about:blank")
                || url.isEmpty()
                || !outOfUse.getAsBoolean() && url.startsWith(origin + "/")
                || List.of(LocalPage.values()).stream().anyMatch(local -> url.equals(local.address(profile)));
    }

    /** An address may hold what an applicant typed, so no more of it is written down. */
    static String scheme(String url) {
        int colon = url.indexOf(':');
        return (colon < 0 ? "" : url.substring(0, colon)) + ":…";
    }
}
