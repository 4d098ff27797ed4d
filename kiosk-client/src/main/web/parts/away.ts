import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { inCall } from "../asked-of-state.ts";
import { say } from "../text/text.ts";
import type { View } from "../view.ts";

/** Nobody is at the kiosk whose matter it is: what stands on the screen is covered until they are back. */
export function isAway(view: View): boolean {
  const { room } = view.state;
  return room !== null && room.awaySince !== null && room.atKiosk === "APPLICANT" && room.filed === null;
}

export function awaySheet(view: View): TemplateResult {
  const clerk = view.state.room?.clerk?.clerk.name ?? null;
  return html`<h2 class="dialog__title" tabindex="-1">${say("away.title")}</h2>
    <p>${clerk === null ? say("away.textAlone") : say("away.text", { name: clerk })}</p>
    <div class="dialog__acts">
      <button type="button" class="button button--primary button--hero" @click=${view.acts.comeBack}>
        ${say("away.back")}
      </button>
    </div>`;
}

/** 离开一会儿, where somebody waits at the other end. */
export function awayButton(view: View): TemplateResult | typeof nothing {
  const { state, acts } = view;
  if (!inCall(state) || state.room === null || state.room.filed !== null) return nothing;
  return html`<button type="button" class="button button--second" @click=${acts.stepAway}>
    ${icon("clock")}<span>${say("leave.away")}</span>
  </button>`;
}
