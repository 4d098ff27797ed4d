import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import type { Capability } from "web-kit/protocol.ts";
import { deviceName } from "web-kit/text/devices.ts";
import { isBroken } from "../asked-of-state.ts";
import { say } from "../text/text.ts";
import type { View } from "../view.ts";

const told = ["READ_CARD", "SCAN", "PRINT"] as const;

/** On the first screen: what the hall says, and what does not work here; what to do instead is said where it is of use. */
export function standing(view: View): TemplateResult | typeof nothing {
  const words = view.state.standing?.message;
  const broken = told.filter((what) => isBroken(view.state, what));
  if (words == null && broken.length === 0) return nothing;
  return html`<div class="attract__standing">
    ${words == null ? nothing : html`<p class="notice notice--brand" role="status">${icon("info")}<span>${words}</span></p>`}
    ${
      broken.length === 0
        ? nothing
        : html`<p class="notice">
            ${icon("info")}<span>${say("broken.first", { what: broken.map(deviceName).join(say("broken.and")) })}</span>
          </p>`
    }
  </div>`;
}

/** Where a device would have been of use: what to do instead. */
export function instead(view: View, what: Exclude<Capability, "CAPTURE" | "SIGN">): TemplateResult | typeof nothing {
  return isBroken(view.state, what)
    ? html`<p class="notice" role="status">${icon("info")}<span>${say(`broken.${what}`)}</span></p>`
    : nothing;
}
