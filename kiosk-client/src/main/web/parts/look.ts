import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { fieldAt, pathsOf } from "web-kit/form/paths.ts";
import type { Talking } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { say } from "../text/text.ts";
import { formView, type RoomScreen } from "../view.ts";

/** The clerk points or proposes where the applicant is not looking: said here, and the applicant turns the page. */
export function look(view: RoomScreen, call: Talking): TemplateResult | typeof nothing {
  const { room, item, page, way } = view.state;
  const form = formView(view);
  const covered = view.touch.chatOpen || way.at === "review";
  const shown = covered || item.pages[page] === undefined ? [] : pathsOf(form, item.pages[page]);
  const suggested = room.suggestions.find((open) => !shown.includes(open.path))?.path ?? null;
  const pointed = room.pointedAt !== null && !shown.includes(room.pointedAt) ? room.pointedAt : null;
  const path = suggested ?? pointed;
  const field = path === null ? null : fieldAt(item, path);
  if (path === null || field === null || room.filed !== null) return nothing;
  const words = { name: call.clerk.name, field: local(field.label) };
  return html`<div class="notice notice--clerk" role="status">
    ${icon(suggested === null ? "pointer" : "lightbulb")}
    <p>${say(suggested === null ? "look.pointed" : "look.suggested", words)}</p>
    <button type="button" class="button button--clerk" @click=${() => view.acts.lookAt(path)}>${say("look.go")}</button>
  </div>`;
}
