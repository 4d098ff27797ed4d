import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import type { GrantScope, Talking } from "web-kit/protocol.ts";
import { has, RUNGS } from "web-kit/room/ladder.ts";
import { isQuestion } from "web-kit/room/question.ts";
import { say } from "../text/text.ts";
import type { RoomScreen } from "../view.ts";
import { useAsked, usesAllowed } from "./use-asked.ts";
import { askedUse } from "./uses.ts";

/** What the clerk may do just now, rung by rung: one touch withdraws it, one gives it again. */
export function consent(view: RoomScreen, call: Talking): TemplateResult {
  const { ladder, filed, uses } = view.state.room;
  const { name } = call.clerk;
  const formless = filed !== null || isQuestion(view.state.room);
  const asksUse = askedUse(view.state.room) !== null;
  if (formless && !asksUse && uses.allowed.length === 0) return html``;
  const rungs = html`${
    formless
      ? nothing
      : html`<div class="ladder" role="group" aria-label=${say("consent.ladder", { name })}>
          ${RUNGS.map((scope) => rung(view, scope))}
        </div>`
  }
  ${usesAllowed(view)}`;
  // One question at a time: who laid a card down is not asked about the form meanwhile.
  if (asksUse) return html`<div class="consent consent--asked">${useAsked(view, call)} ${rungs}</div>`;
  if (formless) return html`<div class="consent">${rungs}</div>`;
  return ladder.asked === null
    ? html`<div class="consent">
        <p class="consent__who"><b>${name}</b>${say("consent.now")}</p>
        ${rungs}
      </div>`
    : html`<div class="consent consent--asked">${asked(view, ladder.asked, name)} ${rungs}</div>`;
}

/** Both answers are equally large, loud and near. */
function asked(view: RoomScreen, scope: GrantScope, name: string): TemplateResult {
  const question = say(`consent.asked.${scope}`, { name });
  return html`<div class="consent__asked" role="alertdialog" aria-label=${question}>
    <p class="consent__ask">
      <b>${question}</b>${scope === "EDIT_FORM" ? say("consent.askedText") : say("consent.askedAgain")}
    </p>
    <button type="button" class="button button--second" @click=${() => view.acts.allow(scope)}>
      ${icon("check")}<span>${say("consent.yes")}</span>
    </button>
    <button type="button" class="button button--second" @click=${() => view.acts.withdraw(scope)}>
      ${icon("x")}<span>${say("consent.no")}</span>
    </button>
  </div>`;
}

function rung(view: RoomScreen, scope: GrantScope): TemplateResult {
  const on = has(view.state.room.ladder, scope);
  return html`<button
    type="button"
    class="rung ${on ? "rung--on" : ""}"
    aria-pressed=${on}
    @click=${() => (on ? view.acts.withdraw(scope) : view.acts.allow(scope))}
  >
    ${icon(on ? "circle-check" : "circle")}<span>${say(`rung.${scope}`)}</span>
  </button>`;
}
