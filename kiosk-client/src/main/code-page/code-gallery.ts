import { html, nothing, render, type TemplateResult } from "lit";
import { setLanguage } from "web-kit/text/language.ts";
import type { CodePageActs } from "./code-page.ts";

const noActs: CodePageActs = { again: () => undefined, print: () => undefined, switchLanguage: () => undefined };

/** Shows the state that the address asks for, `gallery.html#NAME` or `#NAME,en,longest`; without a name, the list. */
export function codeGallery(
  samples: Readonly<Record<string, (longest: boolean) => (acts: CodePageActs) => TemplateResult>>,
): void {
  const page = document.querySelector("main")!;
  const show = () => {
    const [name = "", ...modes] = location.hash.slice(1).split(",");
    setLanguage(modes.includes("en") ? "en" : "zh");
    const sample = samples[name];
    render(nothing, page);
    render(
      sample === undefined
        ? html`<ul>
            ${Object.keys(samples).map((each) => html`<li><a href="#${each}">${each}</a></li>`)}
          </ul>`
        : sample(modes.includes("longest"))(noActs),
      page,
    );
  };
  addEventListener("hashchange", show);
  show();
}
