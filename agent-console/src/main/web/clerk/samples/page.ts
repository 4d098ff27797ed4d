import { Pen } from "web-kit/form/pen.ts";
import { noMedia } from "web-kit/media/call-media.ts";
import type { Devices } from "web-kit/media/devices.ts";
import type { InCall } from "web-kit/protocol.ts";
import { noEdits, type LocalEdits } from "web-kit/room/edits.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import type { SampleWords } from "../../shared/sample-words.ts";
import { entering } from "../clerk-desk.ts";
import type { ClerkPage } from "../clerk-page.ts";
import { atRest, type ClerkWork } from "../clerk-work.ts";
import { noFinder } from "../finder.ts";
import { deskView, inCall, seated } from "./desk.ts";
import { sampleItem } from "./item.ts";
import { bothThere } from "./media.ts";
import { sampleRoom } from "./room.ts";
import { now } from "./time.ts";

const devices: Devices = {
  camera: [
    { id: "c1", label: "USB Camera (046d:0825)" },
    { id: "c2", label: "Document Camera (1e4e:0110)" },
  ],
  microphone: [{ id: "m1", label: "Headset Microphone (047f:c056)" }],
  speaker: [
    { id: "s1", label: "Headset Earphone (047f:c056)" },
    { id: "s2", label: "HDMI Output" },
  ],
};

/** A page with nothing on it yet. */
export function page(more: Partial<ClerkPage> = {}): ClerkPage {
  return {
    desk: entering,
    work: work(),
    signIn: { at: "asking" },
    media: noMedia,
    devices,
    level: 0.6,
    item: null,
    itemFailed: false,
    here: null,
    finder: noFinder,
    pen: penWith(),
    pending: 0,
    outdated: false,
    now,
    ...more,
  };
}

/** Past the device check, besides what is said otherwise. */
export function work(more: Partial<ClerkWork> = {}): ClerkWork {
  return { ...atRest, checked: true, audible: true, ...more };
}

/** In the middle of a call. */
export function talking(
  words: SampleWords,
  more: Partial<ClerkPage> = {},
  call: Partial<InCall> = {},
  room: Partial<RoomState> = {},
): ClerkPage {
  return page({
    desk: seated(words, {
      desk: deskView(words, "TALKING"),
      call: { ...inCall(words), ...call },
      room: { ...sampleRoom(words), ...room },
    }),
    media: bothThere(),
    item: sampleItem(words),
    ...more,
  });
}

/** A pen that writes nowhere. */
export function penWith(edits: LocalEdits = noEdits, focused: string | null = null): Pen {
  const pen = new Pen({
    room: () => null,
    isMine: () => false,
    isMasked: () => false,
    maxLength: () => Infinity,
    operate: (operation) => Promise.resolve({ type: "Accepted", opId: operation.opId, seq: 1 }),
    send: () => undefined,
    changed: () => undefined,
  });
  return Object.assign(pen, { edits, focused });
}
