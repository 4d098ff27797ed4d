import { html, type TemplateResult } from "lit";
import { icon, type IconName } from "web-kit/elements/icon.ts";
import { whereThingsLie } from "../parts/picture.ts";
import { say } from "../text/text.ts";
import type { View } from "../view.ts";

/** Nothing of the applicant is on this screen any more; only their things may still lie here. */
export function take(view: View): TemplateResult {
  return html`<section class="waiting">
    <h1 class="song" tabindex="-1">${say("take.title")}</h1>
    <div class="things__picture">${whereThingsLie()}</div>
    <ul class="things">
      ${thing("id-card", say("take.documents"), say("take.documentsHint"))}
      ${thing("receipt-text", say("take.receipt"), say("take.receiptHint"))}
      ${thing("backpack", say("take.bag"), say("take.bagHint"))}
    </ul>
    <div class="act act--grow">
      <p class="act__why">${icon("shield-check")}${say("take.kept")}</p>
      <button type="button" class="button button--second button--hero" @click=${view.acts.endVisit}>
        ${say("take.done")}
      </button>
    </div>
  </section>`;
}

function thing(name: IconName, what: string, where: string): TemplateResult {
  return html`<li class="card thing">
    ${icon(name)}<span><b>${what}</b><span class="caption">${where}</span></span>
  </li>`;
}
