import { fieldAt, pathsOf } from "web-kit/form/paths.ts";
import { isPresented } from "./presented.ts";
import { askedUse } from "./uses.ts";
import type { Field } from "web-kit/protocol.ts";
import { formView, type RoomScreen } from "../view.ts";

/**
 * What stands on the page of a form for the applicant to do first. It alone is filled:
 * - `answer`: the clerk asks or says something; all answers are equally loud, and nothing is louder
 * - `shoot`: a page lies under the document camera
 * - `decide`: a proposal, or two values for one box, on the page that is shown
 * - `look`: the clerk points or proposes on another page
 * - `hand-over`: the helper has the place
 * - `go-on`: the next page, or the call
 */
export type MainAct = "answer" | "shoot" | "decide" | "look" | "hand-over" | "go-on";

export function mainAct(view: RoomScreen): MainAct {
  const { room } = view.state;
  const shown = pathsShown(view);
  const conflict = shown.some((path) => view.pen.edits[path]?.trouble?.at === "conflict");
  if (room.ladder.asked !== null || askedUse(room) !== null || isPresented(view)) return "answer";
  if (view.touch.capture !== null) return "shoot";
  if (conflict || room.suggestions.some((open) => shown.includes(open.path))) return "decide";
  if (elsewhere(view) !== null) return "look";
  return room.atKiosk === "HELPER" ? "hand-over" : "go-on";
}

/** Where the clerk points or proposes while the applicant looks at something else. */
export function elsewhere(view: RoomScreen): { path: string; field: Field; why: "pointed" | "suggested" } | null {
  const { room, item } = view.state;
  if (room.filed !== null) return null;
  const shown = pathsShown(view);
  const suggested = room.suggestions.find((open) => open.source == null && !shown.includes(open.path))?.path ?? null;
  const path = suggested ?? (room.pointedAt !== null && !shown.includes(room.pointedAt) ? room.pointedAt : null);
  const field = path === null ? null : fieldAt(item, path);
  return path === null || field === null ? null : { path, field, why: suggested === null ? "pointed" : "suggested" };
}

/** Whether something else is in the place of the page: the talk in writing, all answers, the clerk's screen. */
export function isCovered(view: RoomScreen): boolean {
  const { touch, media, state } = view;
  const shared = media.remote.screenStream !== null && touch.sharedFirst;
  return touch.chatOpen || shared || state.way.at === "review";
}

function pathsShown(view: RoomScreen): readonly string[] {
  const { item, page } = view.state;
  const shown = item.pages[page];
  return shown === undefined || isCovered(view) ? [] : pathsOf(formView(view), shown);
}
