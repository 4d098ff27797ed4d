import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { asks, examinationView } from "web-kit/doctor/doctor-view.ts";
import { slip } from "web-kit/doctor/slip.ts";
import { d } from "web-kit/doctor/words.ts";
import { icon } from "web-kit/elements/icon.ts";
import { showModal } from "../../shared/take-focus.ts";
import { key } from "../../shared/top-bar.ts";
import { s } from "../../text/text.ts";
import type { ClerkActs, ClerkPage } from "../clerk-page.ts";

/** 网络检查: what is in the way of calls from this desk. Not in a call: a tone would be heard there. */
export function doctorButton(page: ClerkPage, act: ClerkActs): TemplateResult | typeof nothing {
  if (page.desk.call?.type === "InCall") return nothing;
  return html`<button type="button" class="button" @click=${() => act.examine()}>
    ${icon("heart-pulse")}<span>${d("title")}</span>
  </button>`;
}

export function doctorDialog(page: ClerkPage, act: ClerkActs): TemplateResult | typeof nothing {
  const { examination } = page.work;
  if (examination === null) return nothing;
  return html`<dialog
    class="card settings dialog"
    aria-labelledby="doctor-title"
    @close=${() => act.endExamining()}
    ${ref(showModal)}
  >
    <header class="keys__head">
      <h2 id="doctor-title">${d("title")}</h2>
      <button type="button" class="button button--bare panel__end" @click=${() => act.endExamining()}>
        ${icon("x")}<span>${s("app.close")}</span>${key("Esc")}
      </button>
    </header>
    ${examinationView(examination)}
    ${
      asks(examination)
        ? html`<div class="check__row doctor__asked" role="group" aria-label=${d("asked")}>
            <b>${d("asked")}</b>
            <button type="button" class="button" @click=${() => act.heardTone(true)}>${d("yes")}</button>
            <button type="button" class="button" @click=${() => act.heardTone(false)}>${d("no")}</button>
          </div>`
        : nothing
    }
    ${slip(examination)}
    <footer class="check__row doctor__acts">
      ${
        examination.state === "going"
          ? html`<button type="button" class="button" @click=${() => act.stopExamining()}>
              ${icon("circle-stop")}<span>${d("stop")}</span>
            </button>`
          : html`<button type="button" class="button" @click=${() => act.examine()}>
                ${icon("rotate-ccw")}<span>${d("again")}</span>
              </button>
              <button type="button" class="button" @click=${() => act.printExamination()}>
                ${icon("printer")}<span>${d("print")}</span>
              </button>
              <button type="button" class="button" @click=${() => act.copyExamination()}>
                ${icon(examination.copied ? "check" : "copy")}<span>${d(examination.copied ? "copied" : "copy")}</span>
              </button>`
      }
    </footer>
  </dialog>`;
}
