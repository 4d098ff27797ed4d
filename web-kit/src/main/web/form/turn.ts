import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../elements/icon.ts";
import type { Field } from "../protocol.ts";
import { occupant } from "../room/gestures.ts";
import { authorName, t } from "../text/text.ts";
import type { FormView } from "./form-view.ts";

/** A long text is written by turns: who waits may ask for it, who writes may give it away. */
export function turn(view: FormView, field: Field, path: string): TemplateResult | typeof nothing {
  if (field.kind !== "LONG_TEXT" || !view.mayWrite || !view.online) return nothing;
  const other = occupant(view.room, path);
  if (other !== null) {
    const name = authorName(other);
    if (view.pen.turnAsked === path)
      return html`<p class="turn" role="status">${icon("clock")}<span>${t("turn.asked", { name })}</span></p>`;
    return html`<div class="turn">
      <button type="button" class="button button--quiet" @click=${() => view.pen.askTurn(path)}>
        ${icon("pencil")}<span>${t("turn.ask", { name })}</span>
      </button>
    </div>`;
  }
  const asking = view.room.turnAsked[path];
  if (asking === undefined || view.pen.gave(asking) || view.pen.focused !== path) return nothing;
  return html`<div class="turn turn--asked" role="status">
    <span>${t("turn.wanted", { name: authorName(asking) })}</span>
    <button
      type="button"
      class="button button--quiet"
      @mousedown=${keepFocus}
      @click=${(event: Event) => {
        (event.currentTarget as HTMLElement).closest<HTMLElement>(".field")?.querySelector("textarea")?.blur();
        view.pen.leave(path);
      }}
    >
      ${icon("check")}<span>${t("turn.give")}</span>
    </button>
  </div>`;
}

/** A press that took the focus out of the text would take this button away before it was pressed. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
