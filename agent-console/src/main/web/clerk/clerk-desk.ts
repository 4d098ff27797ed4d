import type { AsideMatter, ClerkCall, DeskView, Ringing, RoomMessage, ToClerk } from "web-kit/protocol.ts";
import { has } from "web-kit/room/ladder.ts";
import { nextRoom, type RoomState } from "web-kit/room/room-state.ts";
import type { LineState } from "web-kit/signaling/socket.ts";
import { passedOver } from "web-kit/state/passed-over.ts";
import { seatAfter, type Seat } from "../shared/seat.ts";
import { nextEnded, noneEnded, type SuggestionsEnded } from "./suggestions-ended.ts";

/** What the console was told. What the clerk is doing on the screen itself is in `clerk-work.ts`. */
export type ClerkDesk = {
  readonly seat: Seat;
  readonly line: LineState;
  readonly desk: DeskView | null;
  readonly call: ClerkCall | null;
  /** The matters this clerk had and that their applicants put aside. */
  readonly aside: readonly AsideMatter[];
  readonly room: RoomState | null;
  readonly ended: SuggestionsEnded;
  /** What rang last and was not answered here, until the clerk is ready again or the next call comes. */
  readonly missed: Ringing | null;
  /** How far the server's clock is ahead of this machine's. */
  readonly ahead: number;
};

export const entering: ClerkDesk = {
  seat: "entering",
  line: { at: "connecting" },
  desk: null,
  call: null,
  aside: [],
  room: null,
  ended: noneEnded,
  missed: null,
  ahead: 0,
};

/** The desk after something the server said. Pure but for the time, which is handed in. */
export function next(state: ClerkDesk, message: ToClerk, now: number): ClerkDesk {
  switch (message.type) {
    case "DeskView":
      return {
        ...state,
        seat: "seated",
        desk: message,
        missed: message.state === "READY" ? null : state.missed,
        ahead: message.now - now,
      };
    case "AsideChanged":
      return { ...state, aside: message.matters };
    case "ClerkCallChanged":
      return called(state, message.call ?? null);
    case "RoomSnapshot":
    case "RoomHappened":
    case "RoomLeft":
    case "Shown":
    case "Revealed":
    case "ItemRenewed":
    case "MigrationPreview":
    case "DevicesShown":
    case "UseProgress":
      return { ...state, room: roomAfter(state, message), ended: nextEnded(state.ended, state.room, message) };
    case "Accepted":
    case "Refused":
    case "Beat":
    case "NotUnderstood":
    case "MediaPlan":
    case "MediaSignal":
    case "RelaySignal":
    case "MediaState":
    case "MediaRestart":
      return state; // the line and the media layer listen to these
    default:
      return passedOver(message, state);
  }
}

/** The desk after the line changed. A page that lost its seat shows nothing of anybody any more. */
export function lineChanged(state: ClerkDesk, line: LineState): ClerkDesk {
  const seat = seatAfter(state.seat, line);
  return seat === "seated" || seat === "entering"
    ? { ...state, seat, line }
    : { ...state, seat, line, desk: null, call: null, aside: [], room: null, ended: noneEnded, missed: null };
}

/** Who goes on a break by their own hand was not sent there by a call, as by one that its caller took back. */
export function noneMissed(state: ClerkDesk): ClerkDesk {
  return state.missed === null ? state : { ...state, missed: null };
}

function called(state: ClerkDesk, call: ClerkCall | null): ClerkDesk {
  // The room belongs to the call: without one nothing of the applicant stays on the screen.
  const same = call?.type === "InCall" && state.room !== null && call.room === state.room.room;
  const missed = call !== null ? null : state.call?.type === "Ringing" ? state.call : state.missed;
  return {
    ...state,
    seat: "seated",
    call,
    room: same ? state.room : null,
    ended: same ? state.ended : noneEnded,
    missed,
  };
}

function roomAfter(state: ClerkDesk, message: RoomMessage): RoomState | null {
  if (message.type !== "RoomSnapshot") return nextRoom(state.room, message);
  const open = nextRoom(null, message);
  if (open === null || state.room === null || state.room.room !== open.room) return open;
  if (!has(open.ladder, "SEE_FORM")) return open;
  // A value that is shown for a while stays shown while the line comes back, unless another stands there by now.
  const { revealed, fields } = state.room;
  const same = Object.entries(revealed).filter(([path]) => open.fields[path]?.rev === fields[path]?.rev);
  return { ...open, revealed: Object.fromEntries(same) };
}
