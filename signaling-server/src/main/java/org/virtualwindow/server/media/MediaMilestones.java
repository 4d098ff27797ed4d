package org.virtualwindow.server.media;

import org.virtualwindow.protocol.MediaPlan.MediaMode;
import org.virtualwindow.protocol.ids.CallId;

/** Is told where the media of a call have come to. Must not wait. */
public interface MediaMilestones {
    /** Both see and hear each other for the first time by this plan. */
    void connected(CallId call, MediaMode mode);
}
