/** Without a touch the kiosk asks after three minutes, and after one more it forgets. */
export const quietFor = 180_000;
export const askFor = 60_000;

export type Idle =
  { readonly at: "busy" } | { readonly at: "asking"; readonly until: number } | { readonly at: "over" };

/** @param askedUntil when the question that stands on the screen runs out; null where none stands */
export function idle(now: number, touchedAt: number, askedUntil: number | null): Idle {
  if (askedUntil !== null) return now >= askedUntil ? { at: "over" } : { at: "asking", until: askedUntil };
  return now - touchedAt >= quietFor ? { at: "asking", until: now + askFor } : { at: "busy" };
}
