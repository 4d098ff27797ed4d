import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import type { Field } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { say } from "../text/text.ts";
import type { View } from "../view.ts";

/**
 * 请工作人员帮我填 for whoever writes with a real keyboard: beside the box that has the focus, one Tab after it. Under a finger the
 * keyboard on the screen has it instead.
 */
export function letWrite(view: View, path: string, field: Field): TemplateResult {
  const asked = view.touch.askedFor === path;
  const ask = () => asked || view.acts.clerkWrites({ label: local(field.label), path });
  return html`<button
    type="button"
    class="letwrite ${asked ? "letwrite--asked" : ""}"
    @click=${ask}
    @blur=${view.acts.askedLeft}
  >
    ${asked ? icon("check") : nothing}
    <span class="letwrite__whole">${say(asked ? "keys.askedShort" : "keys.clerk")}</span>
    <span class="letwrite__short">${say(asked ? "keys.askedShort" : "keys.clerkShort")}</span>
  </button>`;
}
