import type { LocalText } from "../protocol.ts";

/** How one gets to a centre, as the server answers at `/api/place/CENTRE`. */
export type CentrePlace = {
  readonly name: LocalText;
  readonly hours: LocalText;
  readonly place: {
    readonly address: LocalText;
    readonly room: LocalText;
    readonly ways: readonly LocalText[];
    /** A sketch 100 wide and 60 high, north up and not to scale. */
    readonly streets: readonly { readonly name: LocalText; readonly line: readonly Point[] }[];
    readonly stops: readonly { readonly name: LocalText; readonly at: Point }[];
    readonly hall: Point;
  };
};

/** To the right and down. */
export type Point = { readonly x: number; readonly y: number };

export function placeAddress(centre: string): string {
  return `/api/place/${encodeURIComponent(centre)}`;
}
