import { html, type TemplateResult } from "lit";

/** Every act does nothing. */
export function noActs<Acts extends object>(): Acts {
  return new Proxy({} as Acts, { get: () => () => undefined });
}

export function listOf(names: readonly string[]): TemplateResult {
  return html`<main class="alone">
    <ul class="card alone__card">
      ${names.map((name) => html`<li><a href="?state=${name}">${name}</a></li>`)}
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
