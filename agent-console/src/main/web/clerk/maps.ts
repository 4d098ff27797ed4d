import type { ClerkPage } from "./clerk-page.ts";

/** Whose map one key puts on the kiosk: the clerk's own centre, then the applicant's; null where the way to neither is known. */
export function mapToSend({ desk }: Pick<ClerkPage, "desk">): string | null {
  const { room, call } = desk;
  if (room === null || call?.type !== "InCall") return null;
  const known = [room.owner, room.near].filter((centre) => call.maps?.includes(centre));
  const shown = room.presented?.type === "CentreMap" ? room.presented.centre : null;
  return known.find((centre) => centre !== shown) ?? known[0] ?? null;
}
