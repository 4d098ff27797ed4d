import { html, type TemplateResult } from "lit";
import { hashGroups } from "./values.ts";

/** The code of a form as people compare it. */
export function formHash(hex: string): TemplateResult {
  return html`<span class="hash" translate="no"
    >${hashGroups(hex).map((group) => html`<span class="part">${group}</span>`)}</span
  >`;
}
