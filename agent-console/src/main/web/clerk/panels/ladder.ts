import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "web-kit/elements/icon.ts";
import type { ServiceItem } from "web-kit/protocol.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { key } from "../../shared/top-bar.ts";
import { s } from "../../text/text.ts";
import type { ClerkActs } from "../clerk-page.ts";

/** How far the applicant lets the clerk go: 看 → 指 → 建议 → 代填. The clerk can ask for the last rung, never take it. */
export function ladder(room: RoomState, item: ServiceItem, act: ClerkActs): TemplateResult {
  const mayWrite = room.writing === "GIVEN";
  return html`<div class="consent">
    <span class="caption" id="consent-words">${s("form.consent")}</span>
    <ol class="ladder" aria-labelledby="consent-words">
      ${rung("eye", s("ladder.see"), true)} ${rung("pointer", s("ladder.point"), true)}
      ${rung("lightbulb", s("ladder.suggest"), true)} ${rung("pencil", s("ladder.write"), mayWrite)}
    </ol>
    ${room.filed === null ? asking(room, act) : nothing} ${cardAct(room, item, act)}
  </div>`;
}

/** Asks for the identity card where the item uses one; the applicant lays it down, or does not. */
function cardAct(room: RoomState, item: ServiceItem, act: ClerkActs): TemplateResult | typeof nothing {
  if (room.card !== null)
    return html`<span class="tag tag--ok">${icon("id-card")}<span>${s("card.wasRead")}</span></span>`;
  if (room.filed !== null || item.prefill.length === 0 || room.presented?.type === "CardAsked") return nothing;
  return html`<button type="button" class="button" @click=${() => act.present({ type: "CardAsked" })}>
    ${icon("id-card")}<span>${s("card.ask")}</span>
  </button>`;
}

function rung(name: IconName, word: string, given: boolean): TemplateResult {
  return html`<li class="ladder__rung ${given ? "ladder__rung--given" : ""}">
    ${icon(name)}<span>${word}</span><span class="unseen">${s(given ? "ladder.given" : "ladder.notGiven")}</span>
  </li>`;
}

function asking(room: RoomState, act: ClerkActs): TemplateResult {
  switch (room.writing) {
    case "GIVEN":
      return html`<span class="tag tag--clerk" role="status">${icon("pencil")}<span>${s("ladder.may")}</span></span>`;
    case "ASKED":
      return html`<span class="tag" role="status">${icon("clock")}<span>${s("ladder.asked")}</span></span>`;
    case null:
      return html`<button type="button" class="button" @click=${() => act.askGrant()}>
        <span>${s("ladder.ask")}</span>${key("W")}
      </button>`;
  }
}
