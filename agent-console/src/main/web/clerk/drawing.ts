import type { OwnMark } from "./clerk-work.ts";

/** A place on the shared picture, as fractions of its width and height. */
export type Spot = { readonly x: number; readonly y: number };

/** Closer together than this, a press and its release are a click. */
const CLICK = 0.012;
/** What a click draws is of this size. */
const ARROW_REACH = 0.09;
const CIRCLE_REACH = 0.05;

/** A place on a page as it lies, by the place on the page as it is turned, in quarters clockwise. */
export function unturned({ x, y }: Spot, quarters: number): Spot {
  switch (quarters % 4) {
    case 1:
      return { x: y, y: 1 - x };
    case 2:
      return { x: 1 - x, y: 1 - y };
    case 3:
      return { x: 1 - y, y: x };
    default:
      return { x, y };
  }
}

/** The same of a direction. */
export function unturnedStep([right, down]: readonly [number, number], quarters: number): readonly [number, number] {
  switch (quarters % 4) {
    case 1:
      return [down, -right];
    case 2:
      return [-right, -down];
    case 3:
      return [-down, right];
    default:
      return [right, down];
  }
}

export function spotAt(point: { clientX: number; clientY: number }, box: DOMRect): Spot {
  return { x: part(point.clientX - box.left, box.width), y: part(point.clientY - box.top, box.height) };
}

/** The mark that a press here and a release there make. A click makes one of a fixed size around or at the spot. */
export function markBetween(mark: string, shape: OwnMark["shape"], from: Spot, to: Spot): OwnMark {
  const click = Math.hypot(to.x - from.x, to.y - from.y) < CLICK;
  if (shape === "POINT") return made(mark, shape, to, to);
  if (!click) return made(mark, shape, from, to);
  if (shape === "CIRCLE") return made(mark, shape, moved(to, -CIRCLE_REACH), moved(to, CIRCLE_REACH));
  return made(mark, shape, { x: part(to.x - ARROW_REACH, 1), y: part(to.y + ARROW_REACH, 1) }, to);
}

function made(mark: string, shape: OwnMark["shape"], from: Spot, to: Spot): OwnMark {
  return { mark, shape, fromX: from.x, fromY: from.y, toX: to.x, toY: to.y };
}

function moved(spot: Spot, by: number): Spot {
  return { x: part(spot.x + by, 1), y: part(spot.y + by, 1) };
}

function part(of: number, whole: number): number {
  return whole <= 0 ? 0 : Math.min(1, Math.max(0, of / whole));
}
