import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { formHash } from "web-kit/form/form-hash.ts";
import { caseNoGroups } from "web-kit/form/values.ts";
import { local } from "web-kit/text/language.ts";
import { dateAndClock } from "web-kit/text/time.ts";
import { materialFacts } from "../parts/materials.ts";
import { isPresented } from "../parts/presented.ts";
import { qr } from "../parts/qr.ts";
import { instead } from "../parts/standing.ts";
import { isBroken } from "../asked-of-state.ts";
import { say } from "../text/text.ts";
import { destination, type RoomScreen } from "../view.ts";

/** The case has its number; the receipt on the screen is the one that is printed. */
export function submitted(view: RoomScreen): TemplateResult {
  const { room, item } = view.state;
  const { filed } = room;
  if (filed === null) return html``;
  const place = destination(view, room.owner);
  const centre = place === null ? local(item.department) : local(place.name);
  return html`<section class="submitted">
    <p class="submitted__done">${icon("circle-check")}${say("submitted.done", { place: centre })}</p>
    <h1 class="song" tabindex="-1">${say("submitted.title")}</h1>
    <article class="receipt card" aria-label=${say("submitted.receipt")}>
      <p class="receipt__print">${say("product")}<b>${say("submitted.receipt")}</b></p>
      <dl class="receipt__facts">
        <div class="receipt__case">
          <dt>${say("submitted.caseNo")}</dt>
          <dd class="num">${caseNoGroups(filed.caseNo).map((part) => html`<span class="part">${part}</span>`)}</dd>
        </div>
        ${fact(say("submitted.item"), local(item.title))} ${fact(say("submitted.centre"), centre)}
        ${fact(say("submitted.at"), dateAndClock(filed.at))} ${fact(say("submitted.time"), local(item.timeLimit))}
        ${fact(say("submitted.result"), local(item.result))}
        ${materialFacts(view).map(([name, words]) => fact(name, words))}
        <div>
          <dt>${say("submitted.hash")}</dt>
          <dd>
            ${formHash(filed.formHash)}
            <small class="caption">${say("submitted.hashHint")}</small>
          </dd>
        </div>
      </dl>
      ${
        filed.progress == null
          ? html`<p class="caption">${say("submitted.noQr")}</p>`
          : html`<div class="receipt__qr">
              ${qr(`${location.origin}/progress/#${filed.progress}`, say("submitted.qr"))}
              <p>${say("submitted.scan")}<small class="caption">${say("submitted.keep")}</small></p>
            </div>`
      }
    </article>
    ${instead(view, "PRINT")}
    <div class="act act--grow act--three">
      <button type="button" class="button button--second" @click=${() => view.acts.wantNext("")}>
        ${icon("file-text")}<span>${say("submitted.another")}</span>
      </button>
      ${
        isBroken(view.state, "PRINT")
          ? nothing
          : html`<button type="button" class="button button--second" @click=${view.acts.print}>
              ${icon("printer")}<span>${say("submitted.print")}</span>
            </button>`
      }
      <button
        type="button"
        class="button ${isPresented(view) ? "button--second" : "button--primary"}"
        @click=${view.acts.endVisit}
      >
        <span>${say("submitted.finish")}</span>${icon("arrow-right")}
      </button>
    </div>
  </section>`;
}

function fact(name: string, value: string): TemplateResult | typeof nothing {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}
