import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { s } from "../../text/text.ts";
import type { ClerkActs, ClerkPage } from "../clerk-page.ts";
import { deviceChoice } from "./device-choice.ts";
import { doctorButton } from "./doctor-dialog.ts";
import { ownFaceText, troubleText } from "./words.ts";
import { silentVideo } from "./video.ts";

/** Before the first call of the day: camera, microphone and ring, seen and heard. */
export function deviceCheck(page: ClerkPage, act: ClerkActs): TemplateResult {
  const { local } = page.media;
  const noPicture = local.stream === null ? (ownFaceText(local.camera) ?? s("check.opening")) : null;
  return html`<main class="work work--check">
    <section class="card check" aria-labelledby="check-title">
      <header class="check__head">
        <h1 id="check-title">${s("check.title")}</h1>
        <p>${s("check.more")}</p>
      </header>
      <div class="tile check__picture">
        ${
          noPicture === null
            ? silentVideo(local.stream, s("check.picture"), true)
            : html`<p class="tile__words">${noPicture}</p>`
        }
        <span class="tile__plate">${s("check.picture")}</span>
      </div>
      <div class="check__choices">
        ${deviceChoice(page, act)}
        <div class="check__row">
          <button type="button" class="button button--second" @click=${() => act.testTone()}>
            ${icon("volume-2")}<span>${s("check.tone")}</span>
          </button>
          ${noticeButton(act)} ${doctorButton(page, act)}
        </div>
        ${
          local.trouble === null
            ? nothing
            : html`<p class="issue" role="status">${icon("circle-alert")}<span>${troubleText(local.trouble)}</span></p>`
        }
      </div>
      <footer class="check__foot">
        <p class="caption">${icon("info")}<span>${s("check.without")}</span></p>
        <button type="button" class="button button--primary button--tall" @click=${() => act.checked()}>
          ${icon("check")}<span>${s("check.done")}</span>
        </button>
      </footer>
    </section>
  </main>`;
}

function noticeButton(act: ClerkActs): TemplateResult | typeof nothing {
  if (!("Notification" in globalThis) || Notification.permission === "denied") return nothing;
  if (Notification.permission === "granted") {
    return html`<span class="chip chip--ok">${icon("bell")}<span>${s("check.notifyOn")}</span></span>`;
  }
  return html`<button type="button" class="button" @click=${() => act.allowNotices()}>
    ${icon("bell")}<span>${s("check.notify")}</span>
  </button>`;
}
