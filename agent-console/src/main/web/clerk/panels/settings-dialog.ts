import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { icon } from "web-kit/elements/icon.ts";
import { languageButton } from "../../shared/language-switch.ts";
import { lookSettings } from "../../shared/look-choice.ts";
import { showModal } from "../../shared/take-focus.ts";
import { key } from "../../shared/top-bar.ts";
import { s } from "../../text/text.ts";
import type { ClerkActs, ClerkPage } from "../clerk-page.ts";
import { deviceChoice } from "./device-choice.ts";
import { doctorButton } from "./doctor-dialog.ts";
import { silentVideo } from "./video.ts";
import { ownFaceText, troubleText } from "./words.ts";

/** Other devices in the middle of a call, and how the page looks. What is chosen is there at once. */
export function settingsDialog(page: ClerkPage, act: ClerkActs): TemplateResult | typeof nothing {
  if (!page.work.settingsShown) return nothing;
  const { local } = page.media;
  const noPicture = local.stream === null ? (ownFaceText(local.camera) ?? s("check.noPicture")) : null;
  return html`<dialog
    class="card settings"
    aria-labelledby="settings-title"
    @close=${() => act.showSettings(false)}
    ${ref(showModal)}
  >
    <header class="keys__head">
      <h2 id="settings-title">${s("settings.title")}</h2>
      <button type="button" class="button button--bare panel__end" @click=${() => act.showSettings(false)}>
        ${icon("x")}<span>${s("app.close")}</span>${key("Esc")}
      </button>
    </header>
    <div class="settings__parts">
      <section class="settings__devices" aria-label=${s("desk.devices")}>
        <div class="tile settings__picture">
          ${
            noPicture === null
              ? silentVideo(local.stream, s("check.picture"), true)
              : html`<p class="tile__words">${noPicture}</p>`
          }
        </div>
        ${deviceChoice(page, act)}
        ${
          local.trouble === null
            ? nothing
            : html`<p class="issue" role="status">${icon("circle-alert")}<span>${troubleText(local.trouble)}</span></p>`
        }
      </section>
      <section class="settings__look" aria-label=${s("look.title")}>
        ${lookSettings()}
        <div class="setting"><span>${s("look.language")}</span>${languageButton()}</div>
        <div class="setting">${doctorButton(page, act)}</div>
        <p class="caption">${icon("info")}<span>${s("settings.more")}</span></p>
      </section>
    </div>
  </dialog>`;
}
