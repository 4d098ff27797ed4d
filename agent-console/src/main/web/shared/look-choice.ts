import { html, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { s } from "../text/text.ts";
import { chooseLook, chosenLook, type Look } from "./look.ts";
import { pageChanged } from "./language-switch.ts";
import { switchOf } from "./switch.ts";

const CONTRASTS = ["usual", "high", "dark"] as const;

/** 对比度 and 大字 as two buttons, where there is no room for their settings. */
export function lookButtons(): TemplateResult {
  const look = chosenLook();
  const following = CONTRASTS[(CONTRASTS.indexOf(look.contrast) + 1) % CONTRASTS.length] ?? "usual";
  return html`<button type="button" class="button button--bare" @click=${() => take({ ...look, contrast: following })}>
      ${icon("contrast")}<span>${s("look.contrast")}</span>
    </button>
    <button
      type="button"
      class="button button--bare"
      aria-pressed=${look.large}
      @click=${() => take({ ...look, large: !look.large })}
    >
      ${icon("a-large-small")}<span>${s("look.large")}</span>
    </button>`;
}

/** The same with every choice in words. */
export function lookSettings(): TemplateResult {
  const look = chosenLook();
  return html`<div class="setting">
      <span>${s("look.contrast")}</span>
      ${switchOf(
        s("look.contrast"),
        CONTRASTS.map((contrast) => ({
          icon: "contrast" as const,
          word: s(`look.${contrast}`),
          on: look.contrast === contrast,
          run: () => take({ ...look, contrast }),
        })),
      )}
    </div>
    <div class="setting">
      <span>${s("look.size")}</span>
      ${switchOf(
        s("look.size"),
        [false, true].map((large) => ({
          icon: "a-large-small" as const,
          word: s(large ? "look.large" : "look.usualSize"),
          on: look.large === large,
          run: () => take({ ...look, large }),
        })),
      )}
    </div>`;
}

function take(look: Look): void {
  chooseLook(look);
  pageChanged();
}
