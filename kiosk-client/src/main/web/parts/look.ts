import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import type { Talking } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { say } from "../text/text.ts";
import type { RoomScreen } from "../view.ts";
import { elsewhere, isCovered, mainAct } from "./main-act.ts";

/** The clerk points or proposes where the applicant is not looking: said here, and the applicant turns the page. */
export function look(view: RoomScreen, call: Talking): TemplateResult | typeof nothing {
  const there = elsewhere(view);
  if (there === null) return nothing;
  const words = { name: call.clerk.name, field: local(there.field.label) };
  const first = mainAct(view) === "look" && !isCovered(view);
  return html`<div class="notice notice--clerk" role="status">
    ${icon(there.why === "pointed" ? "pointer" : "lightbulb")}
    <p>${say(there.why === "pointed" ? "look.pointed" : "look.suggested", words)}</p>
    <button
      type="button"
      class="button ${first ? "button--primary" : "button--clerk"}"
      @click=${() => view.acts.lookAt(there.path)}
    >
      ${say("look.go")}
    </button>
  </div>`;
}
