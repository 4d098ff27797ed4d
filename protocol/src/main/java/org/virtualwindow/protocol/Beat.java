package org.virtualwindow.protocol;

/**
 * "I am here", both ways: every 2 s in a call, every 10 s otherwise. Who hears nothing for three of them counts the other
 * as gone. The server answers each with one.
 */
public record Beat(Long number)
        implements FromKiosk, FromClerk, FromHall, FromDevice, ToKiosk, ToClerk, ToHall, ToDevice {}
