import { html, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { language, setLanguage, type Language } from "web-kit/text/language.ts";
import { s } from "../text/text.ts";
import { chosenLook, wear } from "./look.ts";

const place = "vw-console-language";
const changed = new EventTarget();

/** Takes the language and the look chosen before on this machine, and tells whenever others are chosen. */
export function startLanguage(draw: () => void): void {
  setLanguage(localStorage.getItem(place) === "en" ? "en" : "zh");
  wear(chosenLook());
  changed.addEventListener("change", draw);
}

/** Language or look are others now: everything is drawn anew. */
export function pageChanged(): void {
  changed.dispatchEvent(new Event("change"));
}

export function languageButton(): TemplateResult {
  const other: Language = language() === "zh" ? "en" : "zh";
  return html`<button
    type="button"
    class="button button--bare"
    lang=${other === "en" ? "en" : "zh-CN"}
    @click=${() => {
      setLanguage(other);
      localStorage.setItem(place, other);
      pageChanged();
    }}
  >
    ${icon("languages")}<span>${s("app.language")}</span>
  </button>`;
}
