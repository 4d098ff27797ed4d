package org.virtualwindow.campaigns.proxy;

/** A direction through a proxy. */
public enum Way {
    /** From who connected to the proxy towards what lies behind it. */
    UP,
    DOWN
}
