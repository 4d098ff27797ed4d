import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../elements/icon.ts";
import { checkedBy, differsBy } from "../room/lookups.ts";
import { local } from "../text/language.ts";
import { t } from "../text/text.ts";
import type { FormView } from "./form-view.ts";

/** Both sides read what a data check said of a value; it changes nothing by itself. */
export function checked({ item, room }: FormView, path: string): TemplateResult | typeof nothing {
  const differs = differsBy(item, room.lookups, path);
  if (differs !== null) {
    return html`<p class="tag tag--differs">
      ${icon("circle-alert")}<span>${t("field.checkDiffers", { keeper: local(differs.keeper) })}</span>
    </p>`;
  }
  const same = checkedBy(item, room.lookups, path);
  return same === null
    ? nothing
    : html`<p class="tag tag--ok">
        ${icon("circle-check")}<span>${t("field.checked", { keeper: local(same.keeper) })}</span>
      </p>`;
}
