import { html, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { language, setLanguage, type Language } from "web-kit/text/language.ts";
import { s } from "../text/text.ts";

const place = "vw-console-language";
const changed = new EventTarget();

/** Takes the language chosen before on this machine, and tells whenever another is chosen. */
export function startLanguage(draw: () => void): void {
  setLanguage(localStorage.getItem(place) === "en" ? "en" : "zh");
  changed.addEventListener("change", draw);
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
      changed.dispatchEvent(new Event("change"));
    }}
  >
    ${icon("languages")}<span>${s("app.language")}</span>
  </button>`;
}
