import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { differenceList, regional, type Places } from "web-kit/form/difference-list.ts";
import { local } from "web-kit/text/language.ts";
import { t } from "web-kit/text/text.ts";
import { say } from "../text/text.ts";
import type { View } from "../view.ts";

const places = (): Places => ({ here: say("differences.here"), there: say("differences.there") });

/** One calm line: whether it is the same as here, or how much of it is not. */
export function differencesLine(view: View): TemplateResult | typeof nothing {
  const { item, here } = view.state;
  if (item === null || here === null || here.item !== item.item) return nothing;
  const count = regional(here, item).length;
  if (count === 0)
    return html`<p class="unlike">${icon("circle-check")}<span>${t("differences.none", places())}</span></p>`;
  return html`<button
    type="button"
    class="button button--link unlike"
    @click=${() => view.acts.touch({ sheet: "differences" })}
  >
    ${icon("map-pin")}<span>${say("differences.count", { count })}</span>
  </button>`;
}

export function differencesSheet(view: View): TemplateResult {
  const { item, here } = view.state;
  return html`<h2 class="dialog__title" tabindex="-1">${say("differences.title")}</h2>
    ${item === null ? nothing : html`<p>${local(item.title)} · ${local(item.variant)}</p>`}
    <div class="dialog__read" tabindex="0">
      ${item === null || here === null ? nothing : differenceList(regional(here, item), places())}
    </div>
    <div class="dialog__acts">
      <button type="button" class="button button--primary" @click=${() => view.acts.touch({ sheet: null })}>
        ${say("help.close")}
      </button>
    </div>`;
}
