package org.virtualwindow.protocol;

/** The public half of a device key, as a JWK (RFC 7517) of the curve P-256: {@code kty} is EC, {@code crv} P-256. */
public record PublicKey(String kty, String crv, String x, String y) {}
