import { html, type TemplateResult } from "lit";
import type { LocalText } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { s } from "../../text/text.ts";

/** From which centre and kiosk to which centre a call goes. */
export function fromTo(call: { from: LocalText; to: LocalText; kiosk: LocalText }): TemplateResult {
  return html`<span class="caption from-to"
    >${s("hall.fromKiosk", { from: local(call.from), kiosk: local(call.kiosk), to: local(call.to) })}</span
  >`;
}
