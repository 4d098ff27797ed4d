import type { Blob } from "../protocol.ts";
import { drawnStream } from "./drawn.ts";

/** A page that is kept nowhere; {@link drawnPage} draws it. */
export const pageOf = (id: string): Blob => ({
  blob: id,
  mediaType: "image/jpeg",
  bytes: 240_000,
  sha256: "0".repeat(64),
});

/** The address of a picture of such a page. */
export function drawnPage({ blob }: Blob): string {
  const line = (at: number) =>
    `<path d="M60 ${200 + at * 60}h${at % 4 === 3 ? 240 : 480}" stroke="#46545c" stroke-width="14"/>`;
  const lines = Array.from({ length: 9 }, (_, at) => line(at)).join("");
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 848"><path fill="#fff" d="M0 0h600v848H0z"/><text x="60" y="130" font-size="72" fill="#15232b">${blob}</text>${lines}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(drawing)}`;
}

/** A paper on the bed of a document camera; null where nothing draws, as in tests without a browser. */
export function bed(): MediaStream | null {
  if (typeof document === "undefined") return null;
  return drawnStream("bed", 1600, 1200, (pen) => {
    pen.fillStyle = "#3b444a";
    pen.fillRect(0, 0, 1600, 1200);
    pen.fillStyle = "#f7f7f2";
    pen.fillRect(420, 110, 720, 980);
    pen.fillStyle = "#15232b";
    pen.font = "52px sans-serif";
    for (let line = 0; line < 9; line++)
      pen.fillText(line === 0 ? "租赁合同" : "甲方与乙方约定如下", 490, 220 + line * 96);
  });
}
