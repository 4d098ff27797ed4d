import { noMedia, type MediaView } from "web-kit/media/call-media.ts";
import type { CardReader } from "web-kit/protocol.ts";
import type { LocalEdits } from "web-kit/room/edits.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { fieldAt } from "web-kit/form/paths.ts";
import { local } from "web-kit/text/language.ts";
import { unpressed, type Keys, type Layout } from "../keys.ts";
import { atFirst, type KioskState, type Way } from "../kiosk-screen.ts";
import { untouched, type Touch } from "../touch.ts";
import { applicantsFace, clerksFace } from "web-kit/samples/drawn.ts";
import { item } from "web-kit/samples/item.ts";
import { lobby } from "./lobby.ts";
import { now } from "./people.ts";
import { room, talkingCall } from "./room.ts";

/** What one screen is drawn from, besides what the gallery's address asks for. */
export type Sample = {
  readonly state: KioskState;
  readonly touch: Touch;
  readonly media: MediaView;
  readonly now: number;
  readonly edits?: LocalEdits;
  readonly focused?: string;
  /** Fields that were written just now. */
  readonly saved?: readonly string[];
};
export type Samples = Readonly<Record<string, () => Sample>>;

export const media: MediaView = {
  local: { ...noMedia.local, camera: "ON", microphone: "ON", stream: applicantsFace() },
  remote: { ...noMedia.remote, camera: "ON", microphone: "ON", connected: true, stream: clerksFace() },
};
/** A simulated reader with the demo's cards. */
export const reader: CardReader = {
  type: "CardReader",
  there: true,
  cards: [
    { card: "C1", label: { zh: "㐱小宁", en: "㐱小宁" } },
    { card: "C2", label: { zh: "阿依古丽·买买提", en: "阿依古丽·买买提" } },
  ],
};
/** One that is beside the kiosk. */
export const realReader: CardReader = { type: "CardReader", there: true, cards: [] };
export const form: Way = { at: "form" };

export const sample = (state: KioskState, more: Partial<Sample> = {}): Sample => ({
  state,
  touch: untouched,
  media: noMedia,
  now,
  ...more,
});
export const touched = (touch: Partial<Touch>): { touch: Touch } => ({ touch: { ...untouched, ...touch } });

/** A box that a finger touched, and the keyboard for it. */
export const keys = (layout: Layout, path: string, more: Partial<Keys> = {}): { touch: Touch; focused: string } => ({
  ...touched({
    keys: {
      ...unpressed,
      layout,
      label: local(fieldAt(item, path)?.label ?? { zh: "", en: "" }),
      path,
      secret: false,
      ...more,
    },
  }),
  focused: path,
});

/** What the finger typed and nothing has become of yet. */
export const typed = (text: string): LocalEdits[string] => ({
  text,
  baseRev: 0,
  sent: null,
  trouble: null,
  acceptedAt: null,
});

/** The item as another centre handles it. */
export const elsewhere = {
  ...item,
  fee: { zh: "十元", en: "Ten yuan" },
  timeLimit: { zh: "三个工作日", en: "Three working days" },
  materials: item.materials.slice(1),
  fields: item.fields.filter((field) => field.path !== "/preApproval"),
};

/** Nobody has begun anything. */
export const free: KioskState = { ...atFirst, signedIn: "yes", line: { at: "open" }, lobby };
/** Somebody has a form open. */
export const visit = (way: Way, more: Partial<KioskState> = {}): KioskState => ({ ...free, room, item, way, ...more });
/** A form that is on the screen, with other things in its room. */
export const filling = (changes: Partial<RoomState>, more: Partial<Sample> = {}): Sample =>
  sample(visit(form, { room: { ...room, ...changes } }), more);
/** The same in a call. */
export const inTalk = (
  changes: Partial<RoomState> = {},
  more: Partial<Sample> = {},
  state: Partial<KioskState> = {},
): Sample =>
  sample(visit(form, { call: talkingCall, room: { ...room, ...changes }, ...state }), {
    media,
    ...touched({ chatRead: 99 }),
    ...more,
  });
