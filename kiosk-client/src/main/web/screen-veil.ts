import { isSecretAt } from "web-kit/form/paths.ts";
import { has } from "web-kit/room/ladder.ts";
import type { KioskState } from "./kiosk-screen.ts";
import type { Touch } from "./touch.ts";

/**
 * Whether something is on this screen that the clerk does not get to see on the shared one: what they may not see in the form, a code
 * by which a matter is taken up again, a helper is known or a phone sends pages, a phone's page that the applicant has not taken, and
 * a signature that is not made yet.
 *
 * @param focused the field that somebody types in
 */
export function isVeiled({ room, item }: KioskState, { sheet }: Touch, focused: string | null): boolean {
  const untaken = room !== null && room.filed === null && room.sent.length > 0;
  const withdrawn = room !== null && !has(room.ladder, "SEE_FORM");
  return withdrawn || untaken || isSecretAt(item, focused) || hides(sheet);
}

function hides(sheet: Touch["sheet"]): boolean {
  return sheet === "aside" || sheet === "kept" || sheet === "helper" || sheet === "phone" || sheet === "sign";
}
