import { svg, type SVGTemplateResult } from "lit";
import { html, type TemplateResult } from "lit";
import { icons } from "./icons.ts";

export type IconName = keyof typeof icons;

/** An icon beside a word: never alone, and never read aloud. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape(name)}</svg>`;
}

function shape(name: IconName): SVGTemplateResult {
  return svg`<path d=${icons[name]} />`;
}
