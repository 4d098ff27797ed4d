import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { icon } from "web-kit/elements/icon.ts";
import type { Board, CodeMade } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { clock, lasting } from "web-kit/text/time.ts";
import { showModal } from "../../shared/take-focus.ts";
import { s } from "../../text/text.ts";
import type { HallActs, HallPage } from "../hall-page.ts";

/** A code and how it is used: shown once, good once, and gone when put away. */
export function codeDialog(page: HallPage, board: Board, now: number, act: HallActs): TemplateResult | typeof nothing {
  const made = page.hall.code;
  if (made === null) return nothing;
  const kiosk = board.kiosks.find((each) => each.kiosk === made.kiosk);
  const left = made.until - now;
  return html`<dialog
    class="card launch"
    aria-labelledby="launch-title"
    @close=${() => act.putCodeAway()}
    ${ref(showModal)}
  >
    <h2 id="launch-title">
      ${s(`hall.codeFor.${made.purpose}`, { kiosk: kiosk === undefined ? "" : local(kiosk.name) })}
    </h2>
    ${
      left <= 0
        ? html`<p class="issue" role="status">${icon("clock")}<span>${s("hall.launchOver")}</span></p>`
        : html`<p>
            ${s("hall.launchMore", { time: clock(made.until) })} <b class="num" aria-hidden="true">${lasting(left)}</b>
          </p>`
    }
    ${left <= 0 ? gone(act) : usable(page, made, act)}
  </dialog>`;
}

/** A code that has run out is of no use to anybody. */
function gone(act: HallActs): TemplateResult {
  return html`<div class="launch__acts">
    <button type="button" class="button button--primary" @click=${() => act.putCodeAway()}>${s("hall.done")}</button>
  </div>`;
}

function usable(page: HallPage, made: CodeMade, act: HallActs): TemplateResult {
  const use = useOf(made);
  return html`<label class="label"
      ><span>${s(`hall.codeName.${made.purpose}`)}</span>
      <input class="input launch__code num" readonly .value=${made.code} @focus=${selectAll}
    /></label>
    <label class="label"
      ><span>${s(`hall.codeUse.${made.purpose}`)}</span>
      <textarea class="input launch__use" readonly .value=${use} @focus=${selectAll}></textarea>
    </label>
    <div class="launch__acts">
      <button type="button" class="button button--primary" @click=${() => act.copy(use)}>
        ${icon(page.copied ? "check" : "copy")}<span
          >${s(page.copied ? "hall.copied" : `hall.copy.${made.purpose}`)}</span
        >
      </button>
      <button type="button" class="button" @click=${() => act.putCodeAway()}>${s("hall.done")}</button>
    </div>`;
}

/** What is typed or opened at the kiosk. */
function useOf(made: CodeMade): string {
  switch (made.purpose) {
    case "LAUNCH":
      return `${location.origin}/kiosk/#launch=${made.code}`;
    case "ENROL":
      return `java -jar kiosk-client-1-SNAPSHOT.jar --server ${location.origin} --enrol ${made.code}`;
  }
}

function selectAll(event: Event): void {
  (event.target as HTMLInputElement | HTMLTextAreaElement).select();
}
