package org.virtualwindow.server.media;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.virtualwindow.server.config.MediaSettings;
import org.virtualwindow.server.config.TurnCredentials;

/** What the media of a call need. */
public record MediaParts(
        MediaSettings.Mode mode,
        Relay relay,
        PassageBook book,
        TurnCredentials turn,
        InstantSource clock,
        MediaMilestones milestones,
        Executor threads) {}
