/** From this moment on so many waited. */
export type Seen = { readonly at: number; readonly waiting: number };

const HOUR = 3_600_000;
const SLOT = 300_000;

/** What the server remembers; but a page that was open before the server began knows more. */
export function longer(seen: readonly Seen[], told: readonly Seen[]): readonly Seen[] {
  const [first] = seen;
  const begins = told[0]?.at ?? Infinity;
  return first !== undefined && first.at < begins ? seen : told;
}

/** What is known of the last hour after one more look. */
export function nextSeen(seen: readonly Seen[], now: number, waiting: number): readonly Seen[] {
  const last = seen.at(-1);
  const all = last?.waiting === waiting ? seen : [...seen, { at: now, waiting }];
  // What was true when the hour began is still needed.
  const first = all.findLastIndex((each) => each.at <= now - HOUR);
  return first <= 0 ? all : all.slice(first);
}

/** When most waited, and how many; the latest such time. */
export function peak(seen: readonly Seen[]): Seen | null {
  return seen.reduce<Seen | null>((most, each) => (most === null || each.waiting >= most.waiting ? each : most), null);
}

export type Slot = { readonly from: number; readonly most: number | null };

/** The last hour in pieces of five minutes, each with the most that waited in it; null before anything was known. */
export function slots(seen: readonly Seen[], now: number): readonly Slot[] {
  const end = Math.ceil((now + 1) / SLOT) * SLOT;
  return Array.from({ length: HOUR / SLOT }, (_, place) => {
    const from = end - HOUR + place * SLOT;
    const inside = seen.filter((each, index) => each.at < from + SLOT && (seen[index + 1]?.at ?? now + 1) > from);
    return { from, most: inside.length === 0 ? null : Math.max(...inside.map((each) => each.waiting)) };
  });
}

/** The corners of a stepped line over the hour that ends now, as fractions of width and of `top`. */
export function steps(seen: readonly Seen[], now: number, top: number): readonly (readonly [number, number])[] {
  const x = (at: number) => Math.min(1, Math.max(0, 1 - (now - at) / HOUR));
  return seen.flatMap((each, index) => {
    const until = seen[index + 1]?.at ?? now;
    return [
      [x(each.at), each.waiting / top],
      [x(until), each.waiting / top],
    ] as const;
  });
}
