import { html, type TemplateResult } from "lit";
import { icon, type IconName } from "web-kit/elements/icon.ts";
import type { Talking } from "web-kit/protocol.ts";
import { isQuestion } from "web-kit/room/question.ts";
import { say } from "../text/text.ts";
import type { RoomScreen } from "../view.ts";

/** What the clerk may do just now, rung by rung, and the one rung that only the applicant gives and takes back. */
export function consent(view: RoomScreen, call: Talking): TemplateResult {
  const { writing, filed } = view.state.room;
  const { name } = call.clerk;
  if (filed !== null || isQuestion(view.state.room)) return html``;
  if (writing === "ASKED") return asked(view, name);
  const given = writing === "GIVEN";
  return html`<div class="consent">
    <p class="consent__who"><b>${name}</b>${say("consent.now")}</p>
    <p class="consent__words">${say(given ? "consent.mayWrite" : "consent.may", { name })}</p>
    <ul class="ladder">
      ${rung("eye", say("consent.see"), true)} ${rung("pointer", say("consent.point"), true)}
      ${rung("lightbulb", say("consent.suggest"), true)} ${rung("pencil", say("consent.write"), given)}
    </ul>
    ${
      given
        ? html`<button type="button" class="button button--stop" @click=${view.acts.endWriting}>
            ${say("consent.withdraw")}
          </button>`
        : html`<button type="button" class="button button--second" @click=${view.acts.allowWriting}>
            ${say("consent.allow")}
          </button>`
    }
  </div>`;
}

/** Both answers are equally large, loud and near. */
function asked(view: RoomScreen, name: string): TemplateResult {
  return html`<div class="consent consent--asked" role="alertdialog" aria-label=${say("consent.asked", { name })}>
    <p class="consent__ask"><b>${say("consent.asked", { name })}</b>${say("consent.askedText")}</p>
    <button type="button" class="button button--second" @click=${view.acts.allowWriting}>
      ${icon("check")}<span>${say("consent.yes")}</span>
    </button>
    <button type="button" class="button button--second" @click=${view.acts.endWriting}>
      ${icon("x")}<span>${say("consent.no")}</span>
    </button>
  </div>`;
}

function rung(name: IconName, words: string, on: boolean): TemplateResult {
  return html`<li class="rung ${on ? "rung--on" : ""}">${icon(name)}<span>${words}</span></li>`;
}
