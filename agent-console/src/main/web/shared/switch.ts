import { html, type TemplateResult } from "lit";
import { icon, type IconName } from "web-kit/elements/icon.ts";

export type SwitchSide = {
  readonly icon: IconName;
  readonly word: string;
  readonly on: boolean;
  readonly run: () => void;
};

/** One of a few, joined, with words: which one is on is seen and heard. */
export function switchOf(name: string, sides: readonly SwitchSide[]): TemplateResult {
  return html`<span class="switch" role="group" aria-label=${name}>
    ${sides.map(
      (side) =>
        html`<button type="button" class="switch__side" aria-pressed=${side.on} @click=${side.run}>
          ${icon(side.icon)}<span>${side.word}</span>
        </button>`,
    )}
  </span>`;
}
