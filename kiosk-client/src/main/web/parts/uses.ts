import type { UseView } from "web-kit/protocol.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { openUses } from "web-kit/room/uses.ts";
import type { Touch } from "../touch.ts";

/** What the clerk asked for and nobody has answered yet: one question at a time, the oldest first. */
export function askedUse(room: RoomState): UseView | null {
  return openUses(room.uses).find((use) => !use.allowed) ?? null;
}

export function runningUses(room: RoomState): readonly UseView[] {
  return openUses(room.uses).filter((use) => use.allowed);
}

/** How the last one ended, until somebody has read it or the next one comes. */
export function endedUse(room: RoomState, { usesRead }: Touch): UseView | null {
  const last = room.uses.all.at(-1);
  return last?.ended == null || usesRead.includes(last.command) ? null : last;
}

/** A helper types, and consent is the applicant's alone. */
export function isOthers(room: RoomState): boolean {
  return room.atKiosk === "HELPER";
}
