import type { CallMedia } from "web-kit/media/call-media.ts";
import { chooseDevice } from "web-kit/media/devices.ts";
import type { ToKiosk } from "web-kit/protocol.ts";
import type { PageDevicesNeed } from "./devices/page-devices.ts";
import type { KioskState } from "./kiosk-screen.ts";
import { talksIn } from "./asked-of-state.ts";

/** What this page's cameras show in a call. The face's camera is taken in later calls of this kiosk, too. */
export const picturesOf = (media: CallMedia): Pick<PageDevicesNeed, "takeFace" | "showBed"> => ({
  takeFace(id) {
    chooseDevice("camera", id);
    void media.changeDevice("camera");
  },
  showBed: (track) => media.showBed(track),
});

/** When sound and picture begin, rest and end, from what the server says of the call. */
export function followMedia(media: CallMedia, message: ToKiosk, before: KioskState, after: KioskState): void {
  switch (message.type) {
    case "MediaPlan":
      if (talksIn(after, message.call)) media.plan(message);
      return;
    case "MediaSignal":
    case "RelaySignal":
      return media.signal(message);
    case "MediaState":
      return media.state(message);
    case "Interrupted":
      if (message.inCall) void media.warm();
      else media.end();
      return;
    case "KioskCallChanged": {
      // An interrupted page is told of no call, whoever talks in it.
      if (after.interrupted?.inCall) return;
      const { call } = after;
      // A person hears themselves announced before they are connected.
      if (call?.type === "Waiting" && before.call?.call !== call.call) void media.warm();
      if (call === null || call.type === "Ended") media.end();
      else if (call.type !== "Talking") media.rest();
      return;
    }
    default:
  }
}
