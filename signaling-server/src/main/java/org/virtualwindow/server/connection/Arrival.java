package org.virtualwindow.server.connection;

/**
 * How a connection came. Connections that a page makes shortly after each other may be let in in any order, and the one it has given
 * up must not take the place of the one it uses.
 *
 * @param page names the page load it belongs to; a reload has another
 * @param attempt counts this page's connections, as the page itself does
 * @param number counts all connections of this server
 */
public record Arrival(String page, long attempt, long number) {
    /** Of two of the same page the one the page made later, of two pages the one that came later. */
    public boolean isAfter(Arrival other) {
        return page.equals(other.page) && attempt != other.attempt ? attempt > other.attempt : number > other.number;
    }
}
