import { html, nothing, render, type TemplateResult } from "lit";
import { element } from "web-kit";
import { setLanguage } from "web-kit/text/language.ts";
import { wear } from "./look.ts";
import { sampleWords, type SampleWords } from "./sample-words.ts";

/**
 * Shows the screen that the address asks for, `gallery.html#NAME`, or with any of these after it, as `#NAME,en,high`: en;
 * high or dark; large; longest. Another name in the address shows another screen at once; without one, there is the list.
 */
export function gallery<Page>(
  samples: Readonly<Record<string, (words: SampleWords) => Page>>,
  view: (page: Page) => TemplateResult,
): void {
  const show = () => {
    const [name = "", ...modes] = location.hash.slice(1).split(",");
    setLanguage(modes.includes("en") ? "en" : "zh");
    wear({
      contrast: modes.includes("high") ? "high" : modes.includes("dark") ? "dark" : "usual",
      large: modes.includes("large"),
    });
    const sample = samples[name];
    const root = element("#page");
    // Nothing of the screen before stays: neither a dialog that is open nor where it was scrolled to.
    render(nothing, root);
    render(
      sample === undefined ? listOf(Object.keys(samples)) : view(sample(sampleWords(modes.includes("longest")))),
      root,
    );
  };
  addEventListener("hashchange", show);
  show();
}

/** Every act does nothing. */
export function noActs<Acts extends object>(): Acts {
  return new Proxy({} as Acts, { get: () => () => undefined });
}

function listOf(names: readonly string[]): TemplateResult {
  return html`<main class="alone alone--list">
    <ul class="card alone__card">
      ${names.map((name) => html`<li><a href="#${name}">${name}</a></li>`)}
    </ul>
  </main>`;
}
