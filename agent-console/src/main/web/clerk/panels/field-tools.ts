import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { isForApplicantAlone, isMasked, isSecret } from "web-kit/form/values.ts";
import { icon, type IconName } from "web-kit/elements/icon.ts";
import type { Field, ServiceItem } from "web-kit/protocol.ts";
import { has } from "web-kit/room/ladder.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { local } from "web-kit/text/language.ts";
import { takeFocus } from "../../shared/take-focus.ts";
import { key } from "../../shared/top-bar.ts";
import { s } from "../../text/text.ts";
import type { ClerkActs, ClerkPage } from "../clerk-page.ts";
import { withdrawn } from "./ladder.ts";

/** What the clerk can do at a field without writing in it. */
export function fieldTools(
  page: ClerkPage,
  room: RoomState,
  item: ServiceItem,
  act: ClerkActs,
): (path: string, field: Field) => TemplateResult | null {
  return (path, field) => {
    const follows = item.rules.some((rule) => rule.type === "Computes" && rule.set === field.path);
    const open = room.suggestions.find((each) => each.path === path);
    const pointing = room.pointedAt === path;
    const name = local(field.label);
    return html`<span class="tools">
        ${mask(page, room, path, field, act)}
        ${
          room.filed === null && !follows && (field.kind === "CHOICE" || field.kind === "YES_NO")
            ? tool("circle-help", s("tool.ask"), name, "Q", () => act.present({ type: "Question", path }))
            : nothing
        }
        ${mayUndo(page, room, path) ? tool("rotate-ccw", s("tool.undo"), name, "U", () => act.undo(path)) : nothing}
        ${tool("pointer", s(pointing ? "tool.unpoint" : "tool.point"), name, "P", () => act.point(pointing ? null : path), withdrawn(room, "POINT"))}
        ${
          room.filed !== null || follows || isForApplicantAlone(field) || open?.source != null
            ? nothing
            : open === undefined
              ? tool(
                  "lightbulb",
                  s("tool.suggest"),
                  name,
                  "S",
                  () => act.openSuggestion(path),
                  withdrawn(room, "SUGGEST"),
                )
              : tool("undo-2", s("tool.retract"), name, null, () => act.retract(open.suggestion))
        }
      </span>
      ${page.work.revealing === path ? revealForm(path, field, act) : nothing} ${ended(page, path)}
      ${page.work.suggesting === path && has(room.ladder, "SUGGEST") ? suggestionForm(room, path, field, act) : nothing}`;
  };
}

/** One's own, until it is taken back or the applicant called it right. */
function mayUndo(page: ClerkPage, room: RoomState, path: string): boolean {
  const state = room.fields[path];
  const mine = state !== undefined && state.by.role === "CLERK" && state.by.id === page.desk.desk?.you.clerk;
  return mine && room.unconfirmed.includes(path) && has(room.ladder, "EDIT_FORM") && room.filed === null;
}

/** @param not why it cannot be used just now */
function tool(
  name: IconName,
  word: string,
  field: string,
  cap: string | null,
  run: () => void,
  not: string | null = null,
): TemplateResult {
  return html`<button type="button" class="tool" ?disabled=${not !== null} title=${not ?? nothing} @click=${run}>
    ${icon(name)}<span>${word}<span class="unseen">${s("tool.for", { field })}</span></span
    >${cap === null ? nothing : key(cap)}
  </button>`;
}

/** What became of a suggestion that was not taken. */
function ended(page: ClerkPage, path: string): TemplateResult | typeof nothing {
  const how = page.desk.ended[path];
  if (how === undefined) return nothing;
  return html`<p class="ended" role="status">${icon("lightbulb")}<span>${s(`suggest.ended.${how}`)}</span></p>`;
}

/** A masked value is shown whole on purpose only; the applicant sees that, and it hides by itself. */
function mask(
  page: ClerkPage,
  room: RoomState,
  path: string,
  field: Field,
  act: ClerkActs,
): TemplateResult | typeof nothing {
  if (!isMasked(field) || isSecret(field) || (room.fields[path]?.value ?? "") === "") return nothing;
  const shown = room.revealed[path] !== undefined;
  const left = Math.max(0, Math.ceil(((page.work.shownUntil[path] ?? 0) - page.now) / 1000));
  return html`<button
    type="button"
    class="tool tool--mask"
    @click=${() => (shown ? act.hide(path) : act.openReveal(path))}
  >
    ${icon(shown ? "eye-off" : "eye")}<span
      >${s(shown ? "tool.hide" : "tool.reveal")}<span class="unseen"
        >${s("tool.for", { field: local(field.label) })}</span
      ></span
    >${shown ? html`<span class="num" aria-hidden="true">${Math.min(30, left)}</span>` : nothing}
  </button>`;
}

/** Nothing is shown whole without a reason; the usual ones are one press away. */
function revealForm(path: string, field: Field, act: ClerkActs): TemplateResult {
  const usual = (["reveal.compare", "reveal.contact", "reveal.enter"] as const).map((each) => s(each));
  return html`<form
    class="suggest"
    aria-label=${s("reveal.title", { field: local(field.label) })}
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const reason = String(new FormData(event.target as HTMLFormElement).get("reason") ?? "").trim();
      if (reason !== "") act.reveal(path, reason);
    }}
  >
    <p class="caption">${s("reveal.why")}</p>
    <div class="suggest__acts">
      ${usual.map(
        (reason, index) =>
          html`<button
            type="button"
            class="button button--small"
            @click=${() => act.reveal(path, reason)}
            ${index === 0 ? ref(takeFocus) : nothing}
          >
            ${reason}
          </button>`,
      )}
    </div>
    <label class="label"
      ><span>${s("reveal.other")}</span> <input class="input" name="reason" required maxlength="100" autocomplete="off"
    /></label>
    <div class="suggest__acts">
      <button class="button button--clerk">${icon("eye")}<span>${s("reveal.show")}</span></button>
      <button type="button" class="button" @click=${() => act.openReveal(null)}>${s("suggest.cancel")}</button>
    </div>
  </form>`;
}

function suggestionForm(room: RoomState, path: string, field: Field, act: ClerkActs): TemplateResult {
  const present = isMasked(field) ? "" : (room.fields[path]?.value ?? "");
  return html`<form
    class="suggest"
    aria-label=${s("suggest.title", { field: local(field.label) })}
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const given = new FormData(event.target as HTMLFormElement);
      act.suggest(path, String(given.get("value") ?? "").trim(), String(given.get("reason") ?? "").trim());
    }}
  >
    <label class="label"><span>${s("suggest.value")}</span>${valueControl(field, present)}</label>
    <label class="label"
      ><span>${s("suggest.reason")}</span>
      <input class="input" name="reason" required maxlength="200" autocomplete="off"
    /></label>
    <div class="suggest__acts">
      <button class="button button--clerk">${icon("lightbulb")}<span>${s("suggest.send")}</span></button>
      <button type="button" class="button" @click=${() => act.openSuggestion(null)}>${s("suggest.cancel")}</button>
    </div>
  </form>`;
}

function valueControl(field: Field, present: string): TemplateResult {
  if (field.kind === "CHOICE" || field.kind === "YES_NO") {
    const choices =
      field.kind === "CHOICE"
        ? field.choices
        : [
            { code: "true", label: { zh: "是", en: "Yes" } },
            { code: "false", label: { zh: "否", en: "No" } },
          ];
    return html`<select class="input" name="value" ${ref(takeFocus)}>
      ${choices.map(
        (choice) =>
          html`<option value=${choice.code} ?selected=${choice.code === present}>${local(choice.label)}</option>`,
      )}
    </select>`;
  }
  return html`<input
    class="input"
    name="value"
    type=${field.kind === "DATE" ? "date" : "text"}
    maxlength=${field.maxLength}
    autocomplete="off"
    spellcheck="false"
    value=${present}
    ${ref(takeFocus)}
  />`;
}
