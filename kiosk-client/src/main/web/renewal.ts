/** Where the time of the last renewal outlives it. */
export type Kept = Pick<Storage, "getItem" | "setItem">;

const place = "vw-renewed";
const again = 3_600_000;

/** A page that is older than its server is loaded anew once nobody has touched the kiosk for a while; at most once an hour, should that not help. */
export function mayRenew(kept: Kept, now: number): boolean {
  const before = Number(kept.getItem(place) ?? 0);
  if (now - before < again) return false;
  kept.setItem(place, String(now));
  return true;
}
