package org.virtualwindow.campaigns.proxy;

/**
 * What befalls single datagrams that go one way; each is the probability of one.
 *
 * @param loss it does not arrive
 * @param duplicate it arrives twice
 * @param reorder it arrives after the one behind it
 */
public record Luck(double loss, double duplicate, double reorder) {
    public static final Luck GOOD = new Luck(0, 0, 0);
}
