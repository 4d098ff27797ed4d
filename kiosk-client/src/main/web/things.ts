import type { RoomState } from "web-kit/room/room-state.ts";
import { takes } from "web-kit/room/uses.ts";

/** What may be left lying at a kiosk. */
export type Thing = "card" | "papers" | "print" | "bag";

/**
 * What this applicant may leave behind: what was used in this visit and nothing else. Somebody who had nothing out is not asked to
 * look for anything.
 *
 * @param printed the applicant printed something from the screen
 */
export function thingsOf(room: RoomState, printed: boolean): readonly Thing[] {
  const used = new Set(room.uses.all.filter((use) => use.allowed).map((use) => takes(use.task)));
  const things: Thing[] = [];
  if (room.card !== null || used.has("READ_CARD")) things.push("card");
  if (used.has("SCAN") || used.has("CAPTURE")) things.push("papers");
  if (printed || used.has("PRINT")) things.push("print");
  return things.length > 0 || room.filed !== null ? [...things, "bag"] : [];
}
