package org.virtualwindow.campaigns.proxy;

/**
 * What befalls single datagrams that go one way; all but the burst are the probability of one.
 *
 * @param loss it does not arrive
 * @param burst so many behind a lost one are lost with it
 * @param duplicate it arrives twice
 * @param reorder it arrives after the one behind it
 */
public record Luck(double loss, int burst, double duplicate, double reorder) {
    public static final Luck GOOD = new Luck(0, 0, 0, 0);

    public static Luck losing(double loss) {
        return new Luck(loss, 0, 0, 0);
    }

    public static Luck losingInBursts(double loss, int burst) {
        return new Luck(loss, burst, 0, 0);
    }

    public static Luck doubling(double duplicate) {
        return new Luck(0, 0, duplicate, 0);
    }

    public static Luck overtaking(double reorder) {
        return new Luck(0, 0, 0, reorder);
    }
}
