package org.virtualwindow.server.journal;

/**
 * What makes an operation the same when it is sent twice: its id, and the hash of everything else in it.
 *
 * @param hash SHA-256, hex
 */
public record Operation(String id, String hash) {}
