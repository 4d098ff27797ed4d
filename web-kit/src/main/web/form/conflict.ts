import { html, type TemplateResult } from "lit";
import type { Field, FieldState } from "../protocol.ts";
import { authorName, t } from "../text/text.ts";
import type { FormView } from "./form-view.ts";
import { isMasked, valueText } from "./values.ts";

/** Both wrote: both stand there, and one tap decides. */
export function conflict(
  view: FormView,
  field: Field,
  path: string,
  mine: string,
  current: FieldState,
): TemplateResult {
  const say = (value: string) => (value === "" ? t("field.empty") : valueText(field, value));
  return html`<div class="conflict" role="group" aria-label=${t("field.conflict")}>
    <button
      type="button"
      class="conflict__side"
      ?data-unspoken=${isMasked(field)}
      @click=${() => view.pen.chooseMine(path)}
    >
      ${t("field.mineIs", { value: say(mine) })}
    </button>
    <button
      type="button"
      ?data-unspoken=${isMasked(field)}
      class="conflict__side ${current.by.role === "CLERK" ? "conflict__side--clerk" : ""}"
      @click=${() => view.pen.chooseTheirs(path)}
    >
      ${t("field.theirsIs", { name: authorName(current.by), value: say(current.value) })}
    </button>
    <p class="conflict__words" role="status">${t("field.conflict")}</p>
  </div>`;
}
