package org.virtualwindow.server.config;

import java.nio.file.Path;

/** How browsers reach the server. Cameras need a secure context, so plain http serves this machine only. */
public sealed interface Https {
    /** Plain http, bound to 127.0.0.1. */
    record Off() implements Https {}

    /** A certificate made at the first start and kept in the data folder. */
    record SelfSigned() implements Https {}

    /** A certificate chain and its private key, both PEM. */
    record Files(Path certificate, Path key) implements Https {}
}
