import { html, type TemplateResult } from "lit";
import { icon, type IconName } from "web-kit/elements/icon.ts";
import { whereThingsLie } from "../parts/picture.ts";
import { say } from "../text/text.ts";
import type { Thing } from "../things.ts";
import type { View } from "../view.ts";

const icons = { card: "id-card", papers: "file-text", print: "printer", bag: "backpack" } as const satisfies Record<
  Thing,
  IconName
>;

/** Nothing of the applicant is on this screen any more; only their things may still lie here. What they have is ticked off. */
export function take(view: View, things: readonly Thing[]): TemplateResult {
  return html`<section class="waiting">
    <h1 class="song" tabindex="-1">${say("take.title")}</h1>
    <div class="things__picture">${whereThingsLie()}</div>
    <ul class="things">
      ${things.map((each) => thing(view, each))}
    </ul>
    <div class="act act--grow">
      <p class="act__why">${icon("shield-check")}${say("take.kept")}</p>
      <button type="button" class="button button--second button--hero" @click=${view.acts.endVisit}>
        ${say("take.done")}
      </button>
    </div>
  </section>`;
}

function thing(view: View, what: Thing): TemplateResult {
  const taken = view.touch.taken.includes(what);
  return html`<li>
    <button
      type="button"
      role="checkbox"
      aria-checked=${taken ? "true" : "false"}
      class="card thing ${taken ? "thing--taken" : ""}"
      @click=${() => view.acts.take(what)}
    >
      ${icon(icons[what])}<span
        ><b>${say(`take.${what}`)}</b><span class="caption">${say(`take.${what}Hint`)}</span></span
      >
      <span class="thing__tick">${taken ? icon("circle-check") : ""}</span>
    </button>
  </li>`;
}
