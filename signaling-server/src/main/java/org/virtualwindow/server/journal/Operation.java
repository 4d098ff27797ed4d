package org.virtualwindow.server.journal;

/**
 * What makes an operation the same when it is sent twice: its id, and the hash of everything else in it.
 *
 * @param hash HMAC-SHA-256 with the stream's key, hex: a plain hash would give away a short value to whoever tries them all
 */
public record Operation(String id, String hash) {}
