import type { LeafletAsked, LeafletData } from "web-kit/form/leaflet.ts";
import { answered, type Found } from "../code-page/code-page.ts";

export async function fetchLeaflet(asked: LeafletAsked | null): Promise<Found<LeafletData>> {
  if (asked === null) return { at: "unknown" };
  const address = `/api/leaflet/${encodeURIComponent(asked.item)}?owner=${encodeURIComponent(asked.owner)}`;
  return answered(() => fetch(address), [404]);
}
