/**
 * How long a kiosk waits for somebody who does not touch it, in milliseconds: before a form is open, over one, and until they have
 * taken their things; in elderly mode as many times longer. Then it asks for so long, and begins anew with every touch and key. In a call nobody is asked.
 */
export const patience = { browsing: 90_000, filling: 180_000, taking: 40_000, elderly: 2, asking: 60_000 } as const;

export type Idle =
  { readonly at: "busy" } | { readonly at: "asking"; readonly until: number } | { readonly at: "over" };

export function quietFor(filling: boolean, elderly: boolean): number {
  return (filling ? patience.filling : patience.browsing) * (elderly ? patience.elderly : 1);
}

/** @param askedUntil when the question that stands on the screen runs out; null where none stands */
export function idle(now: number, touchedAt: number, askedUntil: number | null, quiet: number): Idle {
  if (askedUntil !== null) return now >= askedUntil ? { at: "over" } : { at: "asking", until: askedUntil };
  return now - touchedAt >= quiet ? { at: "asking", until: now + patience.asking } : { at: "busy" };
}
