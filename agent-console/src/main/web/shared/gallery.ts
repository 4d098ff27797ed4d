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

const drawn = new Map<string, MediaStream>();

/** A moving picture to stand for a camera or a screen; the same name is the same picture. */
export function drawnStream(
  name: string,
  width: number,
  height: number,
  draw: (pen: CanvasRenderingContext2D) => void,
): MediaStream {
  const known = drawn.get(name);
  if (known !== undefined) return known;
  const stream = newStream(width, height, draw);
  drawn.set(name, stream);
  return stream;
}

function newStream(width: number, height: number, draw: (pen: CanvasRenderingContext2D) => void): MediaStream {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("this browser draws nothing");
  const stream = canvas.captureStream(5);
  setInterval(() => draw(pen), 200);
  draw(pen);
  return stream;
}
