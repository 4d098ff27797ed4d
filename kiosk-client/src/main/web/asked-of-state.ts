import type { Capability } from "web-kit/protocol.ts";
import type { KioskState } from "./kiosk-screen.ts";

// What others ask of the kiosk's state. Pure.

/** Whether the item has questions that come before everything else. */
export function asksFirst(state: KioskState): boolean {
  return state.item !== null && state.item.guide.length > 0;
}

/** The last line of the chat. */
export function lastLine(state: KioskState): number {
  return state.room?.chat.at(-1)?.seq ?? 0;
}

/** Somebody waits or talks here: nothing may end by itself. */
export function inCall(state: KioskState): boolean {
  return state.interrupted?.inCall === true || (state.call !== null && state.call.type !== "Ended");
}

/** Whether something is under way that a page which is loaded anew comes back to. */
export function goesOnAnew(state: KioskState): boolean {
  return state.room !== null || state.interrupted !== null || inCall(state);
}

/** Whether nobody has begun anything here, as far as this page knows. */
export function isFree(state: KioskState): boolean {
  return state.room === null && state.interrupted === null && !inCall(state) && state.way.at === "attract";
}

/** Whether this kiosk has devices for it of which none works. */
export function isBroken(state: KioskState, what: Capability): boolean {
  return state.standing?.broken.includes(what) === true;
}

/** Whether anything of a person may be in this browser: their form, their call, what they answered or the code they typed. */
export function holdsSomebody(state: KioskState): boolean {
  return (
    state.room !== null ||
    state.interrupted !== null ||
    inCall(state) ||
    state.way.at === "ask" ||
    state.way.at === "resume" ||
    state.way.at === "before" ||
    state.way.at === "take"
  );
}

/**
 * Whether sound and picture of that call belong on this page. An interrupted one is told of no call, yet the clerk must see
 * and hear who sits there before letting them back in.
 */
export function talksIn(state: KioskState, call: string): boolean {
  if (state.interrupted !== null) return state.interrupted.inCall;
  return state.call?.type === "Talking" && state.call.call === call;
}
