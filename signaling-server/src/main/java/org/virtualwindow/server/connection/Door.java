package org.virtualwindow.server.connection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets one role in. */
public interface Door<F> {
    /** The root of what this role may say. */
    Class<F> root();

    /**
     * A peer has connected. Empty where it may not come in; it is then closed with {@link
     * org.virtualwindow.protocol.CloseCode#NOT_SIGNED_IN}, unless the door closed it for a better reason.
     */
    Optional<Conversation<F>> open(Credentials credentials, Peer peer);

    /**
     * What the upgrade request carried.
     *
     * @param origin of the page, which is one of ours: under this address its people reach us; null where it is no page
     */
    record Credentials(
            @Nullable String cookies,
            @Nullable String authorization,
            @Nullable String origin) {}
}
