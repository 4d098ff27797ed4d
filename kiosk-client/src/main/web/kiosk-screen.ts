import {
  CloseCode,
  type CardReader,
  type Destination,
  type Interrupted,
  type KioskCall,
  type KioskStanding,
  type LifeEvent,
  type Lobby,
  type OfferedItem,
  type Offering,
  type Refusal,
  type ResumeCodeMade,
  type Refused,
  type ServiceItem,
  type ToKiosk,
} from "web-kit/protocol.ts";
import type { Answers } from "web-kit/form/guide.ts";
import { isQuestion } from "web-kit/room/question.ts";
import { nextRoom, type RoomState } from "web-kit/room/room-state.ts";
import type { LineState } from "web-kit/signaling/socket.ts";
import type { CentrePlace } from "web-kit/form/centre-place.ts";
import { passedOver } from "web-kit/state/passed-over.ts";
import { thingsOf, type Thing } from "./things.ts";
import { afterPhone, type PhoneCode } from "./phone-code.ts";
import { asksFirst } from "./asked-of-state.ts";

/** Everything the kiosk's screen is a function of, apart from what the finger is doing (see `touch.ts`). */
export type KioskState = {
  readonly signedIn: "asking" | "yes" | "missing" | "used" | "ended";
  readonly line: LineState;
  /** Null until both the lobby and what can be done there are known. */
  readonly lobby: KioskLobby | null;
  readonly told: Lobby | null;
  readonly offering: Offering | null;
  /** What reads identity cards here; null where nothing does. */
  readonly reader: CardReader | null;
  /** How the hall wants this kiosk to stand, and what of it does not work. */
  readonly standing: KioskStanding | null;
  readonly interrupted: Interrupted | null;
  readonly room: RoomState | null;
  /** The code with which this matter can be taken up again, once it was told. */
  readonly resumeCode: ResumeCodeMade | null;
  /** The code by which a phone sends pages; null while none was asked for. */
  readonly phone: PhoneCode | null;
  /** The material whose code ends with the one that is on its way. */
  readonly phoneBefore: string | null;
  readonly call: KioskCall | null;
  readonly item: ServiceItem | null;
  /** The same item as it is handled where this kiosk stands, to say what is different there; null until it is known. */
  readonly here: ServiceItem | null;
  /** Another item that is looked at while a room is open: of a leaflet, or that the visit may go on to. */
  readonly other: ServiceItem | null;
  /** How one gets to the centre whose map the clerk shows; null until it is known. */
  readonly map: CentrePlace | null;
  readonly way: Way;
  /** What the applicant said of their situation before the form is open. */
  readonly answers: Answers;
  /** The page of the form, and whether to name what is missing on it. */
  readonly page: number;
  readonly strict: boolean;
  /** Something was printed from the screen. */
  readonly printed: boolean;
  /** What was refused last, until the next step. */
  readonly refused: Refused | null;
};

/** Where one may go from here, and what can be done there. */
export type KioskLobby = Pick<Lobby, "kiosk" | "centre" | "now"> & {
  readonly destinations: readonly Place[];
  readonly events: readonly LifeEvent[];
};

export type Place = Destination & { readonly items: readonly OfferedItem[] };

/** Where the applicant has got to by their own steps. */
export type Way =
  | { readonly at: "attract" }
  | { readonly at: "resume" }
  /** `person`: only the place is chosen, and then somebody there is called. */
  | { readonly at: "choose"; readonly centre: string | null; readonly item: string | null; readonly person?: true }
  /** A clerk is asked without an item: who sees what, then the call. */
  | { readonly at: "ask"; readonly centre: string }
  /** `told`: what the item asks beforehand has been answered, or passed over. */
  | { readonly at: "before"; readonly centre: string; readonly item: string; readonly told?: boolean }
  | { readonly at: "form" }
  | { readonly at: "waiting" }
  | { readonly at: "nobody"; readonly why: Refusal; readonly until: number | null }
  | { readonly at: "review" }
  /** The room is left and forgotten; only what may still lie here is known. */
  | { readonly at: "take"; readonly things: readonly Thing[] };

/** The one screen that is shown. */
export type KioskScreen =
  | "starting"
  | "notSignedIn"
  | "elsewhere"
  | "interrupted"
  | "outOfOrder"
  | "attract"
  | "resume"
  | "choose"
  | "guide"
  | "before"
  | "ask"
  | "form"
  | "question"
  | "waiting"
  | "nobody"
  | "talking"
  | "review"
  | "submitted"
  | "take";

export const atFirst: KioskState = {
  signedIn: "asking",
  line: { at: "connecting" },
  lobby: null,
  told: null,
  offering: null,
  reader: null,
  standing: null,
  interrupted: null,
  room: null,
  resumeCode: null,
  phone: null,
  phoneBefore: null,
  call: null,
  item: null,
  here: null,
  other: null,
  map: null,
  way: { at: "attract" },
  answers: {},
  page: 0,
  strict: false,
  printed: false,
  refused: null,
};

/** The kiosk after a message of the server. Pure. */
export function next(state: KioskState, message: ToKiosk): KioskState {
  switch (message.type) {
    case "Lobby":
      return withLobby({ ...state, told: message });
    case "ResumeCodeMade":
      return state.room?.room === message.room ? { ...state, resumeCode: message } : state;
    case "PhoneOffered":
    case "PhoneSeen":
    case "PhoneOver":
      return { ...state, phone: afterPhone(state.phone, message, state.room?.room, state.phoneBefore) };
    case "CardReader":
      return { ...state, reader: message.there ? message : null };
    case "KioskStanding":
      return { ...state, standing: message };
    case "KioskCallChanged":
      return called(state, message.call ?? null);
    case "Interrupted":
      return { ...forget(state), interrupted: message };
    case "RoomSnapshot":
    case "RoomHappened":
    case "RoomLeft":
    case "Shown":
    case "Revealed":
    case "ItemRenewed":
    case "MigrationPreview":
    case "DevicesShown":
    case "UseProgress":
      return entered(state, nextRoom(state.room, message));
    case "Accepted":
    case "Refused": // whoever asked hears the answer: see asking.ts
    case "MediaPlan":
    case "MediaSignal":
    case "RelaySignal":
    case "MediaState":
    case "MediaRestart": // the media listen to these
    case "TestPage": // and the kiosk's care of itself to this
    case "Beat":
    case "NotUnderstood":
      return state;
    default:
      return passedOver(message, state);
  }
}

/** The kiosk once it knows what can be done. */
export function offered(state: KioskState, offering: Offering): KioskState {
  return withLobby({ ...state, offering });
}

/** Until the newest offering is there the former one is shown: what is gone is refused when it is asked for. */
function withLobby(state: KioskState): KioskState {
  const { told, offering } = state;
  if (told === null || offering === null) return state;
  const { kiosk, centre, now } = told;
  const destinations = told.destinations.map((there) => ({
    ...there,
    items: offering.centres.find((each) => each.centre === there.centre)?.items ?? [],
  }));
  return { ...state, lobby: { kiosk, centre, now, destinations, events: offering.events } };
}

/** The kiosk after the line changed. A page the server closed for good shows nothing of anybody any more. */
export function lineChanged(state: KioskState, line: LineState): KioskState {
  switch (line.at) {
    case "open":
      return { ...state, line, signedIn: "yes" };
    case "closed": {
      const outside = state.signedIn === "yes" ? "ended" : "missing";
      const signedIn = line.code === CloseCode.NOT_SIGNED_IN ? outside : state.signedIn;
      return { ...atFirst, line, signedIn, offering: state.offering };
    }
    default:
      return { ...state, line };
  }
}

/** The kiosk as it was before the applicant came: nothing of them is left in it. */
export function forget(state: KioskState): KioskState {
  const { signedIn, line, lobby, told, offering, reader, standing } = state;
  return { ...atFirst, signedIn, line, lobby, told, offering, reader, standing };
}

/** The kiosk after its applicant has left the room: nothing of them is in it, and they are told of what may still lie here. */
export function leave(state: KioskState): KioskState {
  const things = state.room === null ? [] : thingsOf(state.room, state.printed);
  return things.length === 0 ? forget(state) : { ...forget(state), way: { at: "take", things } };
}

export function go(state: KioskState, way: Way): KioskState {
  return { ...state, way, refused: null };
}

/** A call that was refused says why, and what can be done instead. */
export function refusedCall(state: KioskState, refused: Refused): KioskState {
  switch (refused.why) {
    case "CLOSED":
    case "NOT_SERVED":
    case "LINE_FULL":
      return go(state, { at: "nobody", why: refused.why, until: refused.until ?? null });
    case "ALREADY": // the second of two presses
      return state;
    default:
      return { ...state, refused };
  }
}

export function screenOf(state: KioskState): KioskScreen {
  if (state.line.at === "closed") return state.line.code === 4409 ? "elsewhere" : "notSignedIn";
  if (state.signedIn !== "yes" && state.signedIn !== "asking") return "notSignedIn";
  if (state.interrupted !== null) return "interrupted";
  if (state.room === null) {
    if (state.lobby === null) return "starting";
    // Whoever looked around already is told when they want to begin.
    if (state.standing?.outOfOrder === true && state.way.at === "attract") return "outOfOrder";
    if (state.way.at === "before") return asksFirst(state) && state.way.told !== true ? "guide" : "before";
    const { at } = state.way;
    return at === "choose" || at === "ask" || at === "resume" || at === "take" ? at : "attract";
  }
  if (state.item === null) return "starting";
  if (state.call?.type === "Talking") return "talking";
  if (state.room.filed !== null) return "submitted";
  switch (state.way.at) {
    case "waiting":
    case "nobody":
      return state.way.at;
    case "review":
      return isQuestion(state.room) ? "question" : "review";
    default:
      return isQuestion(state.room) ? "question" : "form";
  }
}

/** The kiosk on the page that the clerk leads to; where it is already, as it was. */
export function goAlong(state: KioskState): KioskState {
  const to = state.room?.led.to;
  const page = to == null || state.item === null ? -1 : state.item.pages.findIndex((each) => each.id === to);
  if (page < 0 || state.room?.filed != null || (page === state.page && state.way.at === "form")) return state;
  return { ...go(state, { at: "form" }), page };
}

function entered(state: KioskState, room: RoomState | null): KioskState {
  if (room === null) return state.room === null ? state : leave(state);
  if (state.room !== null && state.room.room === room.room) {
    const sameForm = state.room.itemHash === room.itemHash;
    return sameForm ? { ...state, room } : go({ ...state, room, page: 0, strict: false }, { at: "form" });
  }
  const way: Way = state.call?.type === "Waiting" ? { at: "waiting" } : { at: "form" };
  return { ...forget(state), call: state.call, room, way, printed: state.room !== null && state.printed };
}

function called(state: KioskState, call: KioskCall | null): KioskState {
  const changed = { ...state, call };
  if (call === null || state.room === null) return changed;
  const before = state.call;
  switch (call.type) {
    case "Waiting":
    case "Suspended":
      // Who went on filling in while they wait is not called back to the waiting page.
      return before?.call === call.call && before.type !== "Talking" ? changed : go(changed, { at: "waiting" });
    case "Talking":
      return before?.type === "Talking" || state.way.at === "review" ? changed : go(changed, { at: "form" });
    case "Ended":
      return state.way.at === "waiting" ? go(changed, { at: "form" }) : changed;
    default:
      return passedOver(call, changed);
  }
}
