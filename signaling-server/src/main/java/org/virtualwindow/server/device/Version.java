package org.virtualwindow.server.device;

/** Versions are whole numbers that grow, with or without a word behind: {@code 1-SNAPSHOT}. */
final class Version {
    private Version() {}

    /** What has no number was built by hand and counts as new. */
    static boolean isBefore(String version, int oldest) {
        String number = version.split("[^0-9]", 2)[0];
        return !number.isEmpty() && number.length() < 9 && Integer.parseInt(number) < oldest;
    }
}
