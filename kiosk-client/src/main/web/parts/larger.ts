import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { say } from "../text/text.ts";
import type { View } from "../view.ts";

/** A quiet question, once, to whoever is old enough by the card that was read. Age is not spoken of. */
export function largerStrip(view: View): TemplateResult | typeof nothing {
  if (!view.touch.largerOffered) return nothing;
  return html`<div class="notice" role="status">
    ${icon("a-large-small")}
    <p>${say("larger.offer")}</p>
    <button type="button" class="button button--second" @click=${view.acts.size}>${say("larger.yes")}</button>
    <button type="button" class="button button--quiet" @click=${() => view.acts.touch({ largerOffered: false })}>
      ${say("larger.no")}
    </button>
  </div>`;
}
