import { html, svg, type TemplateResult } from "lit";

/** A point in whole units of the box. */
export type Point = readonly [x: number, y: number];
export type Stroke = readonly Point[];

/** What a signature is drawn in, whatever the size on a screen. */
export const box = { width: 600, height: 200 } as const;
export const mostPoints = 400;

/** The strokes of a signature; null of a text that is none. The server's twin is `Strokes`; both are held to `strokes.samples.json`. */
export function strokesOf(text: string): readonly Stroke[] | null {
  const strokes = text.split(";").map((stroke) => stroke.split(" ").map(pointOf));
  const points = strokes.flat();
  const drawn = points.length <= mostPoints && points.every((point) => point !== null);
  return drawn && strokes.some((stroke) => stroke.length > 1) ? (strokes as Point[][]) : null;
}

function pointOf(text: string): Point | null {
  const found = /^(0|[1-9][0-9]{0,2}),(0|[1-9][0-9]{0,2})$/.exec(text);
  if (found === null) return null;
  const [x, y] = [Number(found[1]), Number(found[2])];
  return x <= box.width && y <= box.height ? [x, y] : null;
}

export function textOf(strokes: readonly Stroke[]): string {
  return strokes.map((stroke) => stroke.map((point) => point.join(",")).join(" ")).join(";");
}

/**
 * What a finger drew, as a signature: whole units within the box, and no more points than a signature has. The smaller a bend, the
 * sooner it is straightened. Null while there is no line yet, and of a scribble of more strokes than anybody's name has.
 */
export function fitted(drawn: readonly Stroke[]): string | null {
  let strokes = drawn.filter((stroke) => stroke.length > 0).map((stroke): Stroke => stroke.map(within));
  for (let loose = 0.75; loose < 20; loose *= 1.5) {
    strokes = strokes.map((stroke) => straightened(stroke, loose));
    const text = textOf(strokes);
    if (strokesOf(text) !== null) return text;
  }
  return null;
}

function within([x, y]: Point): Point {
  return [Math.round(Math.min(Math.max(x, 0), box.width)), Math.round(Math.min(Math.max(y, 0), box.height))];
}

/** Ramer, Douglas and Peucker: without the points that lie within `loose` of the line between those that stay. */
function straightened(stroke: Stroke, loose: number): Stroke {
  const [first, last] = [stroke[0], stroke.at(-1)];
  if (first === undefined || last === undefined || stroke.length === 1) return stroke;
  let farthest = 0;
  let most = -1;
  stroke.slice(1, -1).forEach((point, index) => {
    const far = distance(point, first, last);
    if (far > most) [most, farthest] = [far, index + 1];
  });
  if (most > loose)
    return [
      ...straightened(stroke.slice(0, farthest + 1), loose).slice(0, -1),
      ...straightened(stroke.slice(farthest), loose),
    ];
  return first[0] === last[0] && first[1] === last[1] ? [first] : [first, last];
}

/** How far a point is from the stretch between two others. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = dx === 0 && dy === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
  const at = Math.min(Math.max(along, 0), 1);
  return Math.hypot(x - ax - at * dx, y - ay - at * dy);
}

/** The picture of a signature, drawn of its numbers; of a text that is none, nothing. */
export function drawing(text: string, name: string): TemplateResult {
  return html`<svg class="signature__drawing" viewBox="0 0 ${box.width} ${box.height}" role="img" aria-label=${name}>
    ${(strokesOf(text) ?? []).map((stroke) => svg`<path d=${`M${stroke.map((point) => point.join(" ")).join("L")}h0`} />`)}
  </svg>`;
}
