import { html, type TemplateResult } from "lit";
import { setLanguage } from "web-kit/text/language.ts";
import { wear } from "./look.ts";

/**
 * Which screen the address of a gallery asks for and how it shall look: `gallery.html#NAME`, or with any of these after it,
 * as `#NAME,en,high`: en; high or dark; large; longest.
 */
export function askedScreen(): { readonly name: string; readonly longest: boolean } {
  const [name = "", ...modes] = location.hash.slice(1).split(",");
  setLanguage(modes.includes("en") ? "en" : "zh");
  wear({
    contrast: modes.includes("high") ? "high" : modes.includes("dark") ? "dark" : "usual",
    large: modes.includes("large"),
  });
  addEventListener("hashchange", () => location.reload());
  return { name, longest: modes.includes("longest") };
}

/** Every act does nothing. */
export function noActs<Acts extends object>(): Acts {
  return new Proxy({} as Acts, { get: () => () => undefined });
}

export function listOf(names: readonly string[]): TemplateResult {
  return html`<main class="alone alone--list">
    <ul class="card alone__card">
      ${names.map((name) => html`<li><a href="#${name}">${name}</a></li>`)}
    </ul>
  </main>`;
}

/** A moving picture to stand for a camera or a screen. */
export function drawnStream(width: number, height: number, draw: (pen: CanvasRenderingContext2D) => void): MediaStream {
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
