package org.virtualwindow.server.connection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets one role in. */
public interface Door<F> {
    /** The root of what this role may say. */
    Class<F> root();

    /**
     * A peer has connected. Empty where it may not come in; it is then closed with {@link
     * org.virtualwindow.protocol.CloseCode#NOT_SIGNED_IN}.
     */
    Optional<Conversation<F>> open(Credentials credentials, Peer peer);

    /** What the upgrade request carried. */
    record Credentials(@Nullable String cookies, @Nullable String authorization) {}
}
