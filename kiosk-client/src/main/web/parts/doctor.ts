import { html, nothing, type TemplateResult } from "lit";
import { asks, examinationView } from "web-kit/doctor/doctor-view.ts";
import { slip } from "web-kit/doctor/slip.ts";
import { d } from "web-kit/doctor/words.ts";
import { icon } from "web-kit/elements/icon.ts";
import { screenOf } from "../kiosk-screen.ts";
import { say } from "../text/text.ts";
import type { View } from "../view.ts";

/** Behind 叫人帮忙: what is in the way of a call from here. Not in one: a tone would be heard there. */
export function doctorEntry(view: View): TemplateResult | typeof nothing {
  const { state, acts } = view;
  if (state.call?.type === "Talking" || state.interrupted !== null) return nothing;
  if (state.signedIn !== "yes" && state.signedIn !== "asking") return nothing;
  return html`<button type="button" class="button button--quiet" @click=${acts.examine}>
    ${icon("heart-pulse")}<span>${d("title")}</span>
  </button>`;
}

/** After a call without picture or sound. */
export function doctorOffer(view: View): TemplateResult | typeof nothing {
  const screen = screenOf(view.state);
  if (!view.touch.checkupOffered || (screen !== "form" && screen !== "question")) return nothing;
  return html`<div class="notice notice--warn notice--checkup" role="status">
    ${icon("video-off")}
    <p>${d("offer")}</p>
    <button type="button" class="button button--second" @click=${view.acts.examine}>${d("title")}</button>
    <button type="button" class="button button--quiet" @click=${() => view.acts.touch({ checkupOffered: false })}>
      ${say("refused.close")}
    </button>
  </div>`;
}

export function doctorSheet(view: View): TemplateResult | typeof nothing {
  const { acts } = view;
  const { examination } = view.touch;
  if (examination === null) return nothing;
  const going = examination.state === "going";
  return html`<h2 class="dialog__title" tabindex="-1">${d("title")}</h2>
    <div class="dialog__read dialog__read--doctor" role="group" tabindex="0" aria-label=${d("title")}>
      ${examinationView(examination)}
    </div>
    ${
      asks(examination)
        ? html`<div class="notice notice--brand" role="group" aria-label=${d("asked")}>
            <p>${d("asked")}</p>
            <button type="button" class="button button--second" @click=${() => acts.heardTone(true)}>
              ${d("yes")}
            </button>
            <button type="button" class="button button--second" @click=${() => acts.heardTone(false)}>
              ${d("no")}
            </button>
          </div>`
        : nothing
    }
    ${slip(examination)}
    <div class="dialog__acts">
      ${
        going
          ? html`<button type="button" class="button button--second" @click=${acts.stopExamining}>
              ${icon("circle-stop")}<span>${d("stop")}</span>
            </button>`
          : html`<button type="button" class="button button--quiet" @click=${acts.examine}>
                ${icon("rotate-ccw")}<span>${d("again")}</span>
              </button>
              <button type="button" class="button button--second" @click=${acts.print}>
                ${icon("printer")}<span>${d("print")}</span>
              </button>
              <button type="button" class="button button--primary" @click=${acts.endExamining}>${d("close")}</button>`
      }
    </div>`;
}
