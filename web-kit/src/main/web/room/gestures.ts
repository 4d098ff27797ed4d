import type { Author, Role, RoomSignal } from "../protocol.ts";
import { passedOver } from "../state/passed-over.ts";
import { keep, without } from "./records.ts";
import type { RoomState } from "./room-state.ts";

// What people in a room show each other in passing: typing, pointing, turning pages, marks. Nothing of it is kept.

export type Draft = { readonly by: Author; readonly text: string };
export type FocusOf = { readonly by: Author; readonly path: string };

/** Whose field it is just now: typing there, or at least with the focus in it. */
export function occupant(state: RoomState, path: string): Author | null {
  return state.drafts[path]?.by ?? Object.values(state.focuses).find((focus) => focus.path === path)?.by ?? null;
}

export function clearMark(state: RoomState, mark?: string): RoomState {
  return { ...state, marks: mark === undefined ? [] : state.marks.filter((each) => each.mark !== mark) };
}

/** The room after somebody showed something. Pure. */
export function shown(state: RoomState, by: Author, signal: RoomSignal): RoomState {
  switch (signal.type) {
    case "Draft":
      return { ...state, drafts: { ...state.drafts, [signal.path]: { by, text: signal.text } } };
    case "Focus": {
      const who = `${by.role}:${by.id}`;
      // Also where this screen did not see them come, as after a reload.
      const drafts = keep(
        state.drafts,
        (draft, path) => path === signal.path || draft.by.role !== by.role || draft.by.id !== by.id,
      );
      const focuses =
        signal.path == null ? without(state.focuses, who) : { ...state.focuses, [who]: { by, path: signal.path } };
      const turnAsked = signal.path == null ? state.turnAsked : without(state.turnAsked, signal.path);
      return { ...state, drafts, focuses, turnAsked };
    }
    case "AskTurn":
      return { ...state, turnAsked: { ...state.turnAsked, [signal.path]: by } };
    case "Choosing":
      return {
        ...state,
        choosing: signal.choosing ? { ...state.choosing, [signal.path]: by } : without(state.choosing, signal.path),
      };
    case "Point":
      return { ...state, pointedAt: signal.path ?? null };
    case "Lead":
      return { ...state, led: { ...state.led, to: signal.page ?? null } };
    case "Follow":
      return { ...state, led: { ...state.led, follows: signal.follows, at: signal.page ?? null } };
    case "DrawMark":
      return { ...state, marks: [...state.marks.filter((each) => each.mark !== signal.mark), signal] };
    case "ClearMarks":
      return { ...state, marks: [] };
    default:
      return passedOver(signal, state);
  }
}

/** Whoever had this role shows nothing any more. */
export function forgetRole(state: RoomState, role: Role): RoomState {
  return {
    ...state,
    drafts: keep(state.drafts, (draft) => draft.by.role !== role),
    focuses: keep(state.focuses, (focus) => focus.by.role !== role),
    turnAsked: keep(state.turnAsked, (by) => by.role !== role),
    choosing: keep(state.choosing, (by) => by.role !== role),
  };
}
