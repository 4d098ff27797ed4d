import type { LeafletAsked, LeafletData } from "web-kit/form/leaflet.ts";

export type Found<T> =
  | { at: "asking" }
  | { at: "found"; leaflet: T }
  /** The centre does not handle it, or the address is no leaflet's. */
  | { at: "unknown" }
  /** The network or the server; asking again may help. */
  | { at: "failed" };

export async function fetchLeaflet(asked: LeafletAsked | null): Promise<Found<LeafletData>> {
  if (asked === null) return { at: "unknown" };
  try {
    const answer = await fetch(
      `/api/leaflet/${encodeURIComponent(asked.item)}?owner=${encodeURIComponent(asked.owner)}`,
    );
    if (answer.ok) return { at: "found", leaflet: (await answer.json()) as LeafletData };
    return { at: answer.status === 404 ? "unknown" : "failed" };
  } catch {
    return { at: "failed" };
  }
}
