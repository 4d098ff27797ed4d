import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { fieldAt, valueAt } from "web-kit/form/paths.ts";
import { isMasked, valueText } from "web-kit/form/values.ts";
import { local } from "web-kit/text/language.ts";
import { authorName, t } from "web-kit/text/text.ts";
import { unread } from "./chat-panel.ts";
import { elsewhere } from "./main-act.ts";
import { say } from "../text/text.ts";
import { formView, type RoomScreen } from "../view.ts";

/** Says that the clerk wrote something, and leads to the list in which it can be undone. */
export function clerksChangesStrip(view: RoomScreen): TemplateResult | typeof nothing {
  const { room, line } = view.state;
  const count = room.unconfirmed.length;
  // One thing at a time: what else is said above the form goes first.
  const quiet =
    room.presented === null &&
    room.led.to == null &&
    room.newer === null &&
    room.helper === null &&
    line.at === "open" &&
    elsewhere(view) === null &&
    view.state.refused === null &&
    !view.touch.chatOpen &&
    view.media.remote.screenStream === null &&
    unread(view).length === 0;
  if (count === 0 || room.filed !== null || !quiet) return nothing;
  return html`<div class="notice notice--clerk" role="status">
    ${icon("pencil")}
    <p>${say("changes.count", { count })}</p>
    <button type="button" class="button button--clerk" @click=${() => view.acts.touch({ sheet: "changes" })}>
      ${say("changes.show")}
    </button>
  </div>`;
}

/** 撤销工作人员的修改: one touch each, or all. */
export function changesSheet(view: RoomScreen): TemplateResult {
  const form = formView(view);
  const paths = view.state.room.unconfirmed;
  const close = () => view.acts.touch({ sheet: null });
  return html`<h2 class="dialog__title" tabindex="-1">${say("changes.title")}</h2>
    <p>${say(paths.length === 0 ? "changes.none" : "changes.text")}</p>
    <ul class="changes">
      ${paths.map((path) => {
        const field = fieldAt(form.item, path);
        const state = form.room.fields[path];
        const value = valueAt(form, path);
        return html`<li class="changes__row">
          <span
            ><small
              >${field === null ? path : local(field.label)} ·
              ${state === undefined ? nothing : authorName(state.by)}</small
            ><b ?data-unspoken=${field !== null && isMasked(field)}
              >${value === "" ? t("field.empty") : valueText(field, value)}</b
            ></span
          >
          <button type="button" class="button button--clerk" @click=${() => view.acts.undo([path])}>
            ${icon("undo-2")}<span>${say("changes.undo")}</span>
          </button>
        </li>`;
      })}
    </ul>
    <div class="dialog__acts">
      ${
        paths.length < 2
          ? nothing
          : html`<button type="button" class="button button--stop" @click=${() => view.acts.undo(paths)}>
              ${say("changes.undoAll", { count: paths.length })}
            </button>`
      }
      <button type="button" class="button button--primary" @click=${close}>${say("changes.close")}</button>
    </div>`;
}
