import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "web-kit/elements/icon.ts";
import type { GrantScope, ServiceItem } from "web-kit/protocol.ts";
import { has, RUNGS, toAskFor } from "web-kit/room/ladder.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { key } from "../../shared/top-bar.ts";
import { s } from "../../text/text.ts";
import type { ClerkActs } from "../clerk-page.ts";
import { deviceFor } from "../device-state.ts";

const ICONS: Readonly<Record<GrantScope, IconName>> = {
  SEE_FORM: "eye",
  POINT: "pointer",
  SUGGEST: "lightbulb",
  EDIT_FORM: "pencil",
};

/** How far the applicant lets the clerk go: 看 → 指 → 建议 → 代填. The clerk can ask for a rung, never take it. */
export function ladder(room: RoomState, item: ServiceItem, act: ClerkActs): TemplateResult {
  return html`<div class="consent">
    <span class="caption" id="consent-words">${s("form.consent")}</span>
    <ol class="ladder" aria-labelledby="consent-words">
      ${RUNGS.map((scope) => rung(scope, has(room.ladder, scope)))}
    </ol>
    ${room.filed === null ? asking(room, act) : nothing} ${isCovered(room) ? nothing : cardAct(room, item, act)}
  </div>`;
}

/** The applicant does not let the clerk see the form. */
export function isCovered(room: RoomState): boolean {
  return !has(room.ladder, "SEE_FORM");
}

/** Why the clerk cannot use something just now. */
export function withdrawn(room: RoomState, scope: GrantScope): string | null {
  return has(room.ladder, scope) ? null : s(`ladder.withdrawn.${scope}`);
}

/** Asks for the identity card where the item uses one; the applicant lays it down, or does not. */
function cardAct(room: RoomState, item: ServiceItem, act: ClerkActs): TemplateResult | typeof nothing {
  if (room.card?.expired != null)
    return html`<span class="tag tag--warn"
      >${icon("triangle-alert")}<span>${s("card.expired", { day: room.card.expired })}</span></span
    >`;
  if (room.card !== null)
    return html`<span class="tag tag--ok">${icon("id-card")}<span>${s("card.wasRead")}</span></span>`;
  if (room.filed !== null || item.prefill.length === 0 || room.presented?.type === "CardAsked") return nothing;
  // A kiosk whose devices are operated is asked for the card where they are.
  if (deviceFor("READ_CARD", room) !== null) return nothing;
  return html`<button type="button" class="button" @click=${() => act.present({ type: "CardAsked" })}>
    ${icon("id-card")}<span>${s("card.ask")}</span>
  </button>`;
}

function rung(scope: GrantScope, given: boolean): TemplateResult {
  return html`<li class="ladder__rung ${given ? "ladder__rung--given" : ""}">
    ${icon(ICONS[scope])}<span>${s(`ladder.${scope}`)}</span
    ><span class="unseen">${s(given ? "ladder.given" : "ladder.notGiven")}</span>
  </li>`;
}

function asking(room: RoomState, act: ClerkActs): TemplateResult {
  const { ladder: now } = room;
  if (now.asked !== null)
    return html`<span class="tag" role="status">${icon("clock")}<span>${s("ladder.asked")}</span></span>`;
  const next = toAskFor(now);
  if (next === null)
    return html`<span class="tag tag--clerk" role="status">${icon("pencil")}<span>${s("ladder.may")}</span></span>`;
  return html`${
      next === "EDIT_FORM"
        ? nothing
        : html`<span class="tag tag--warn" role="status"
            >${icon("hand")}<span>${s(`ladder.withdrawn.${next}`)}</span></span
          >`
    }
    <button type="button" class="button" @click=${() => act.askGrant()}>
      <span>${s(`ladder.ask.${next}`)}</span>${key("W")}
    </button>`;
}
