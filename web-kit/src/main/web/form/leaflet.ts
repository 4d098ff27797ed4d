import type { Field, LocalText, ServiceItem, Told } from "../protocol.ts";
import type { Answers } from "./guide.ts";

/** What the phone page fetches: the item as the centre handles it, and where that is. Nothing of anybody. */
export type LeafletData = {
  readonly item: ServiceItem;
  readonly centre: LocalText;
  readonly region: LocalText;
  readonly hours?: LocalText | null;
};

/** What an address says: which item of which centre, the version it was made for, and the situation. */
export type LeafletAsked = {
  readonly item: string;
  readonly owner: string;
  readonly version: number | null;
  readonly answers: Answers;
};

export function answersOf(told: readonly Told[]): Answers {
  return Object.fromEntries(told.map((each) => [each.path, each.value]));
}

/** The answers that may stand in a leaflet: choices of what the item asks beforehand, nothing that somebody typed. */
export function fitting(item: ServiceItem, answers: Answers): readonly Told[] {
  return item.guide.flatMap((path) => {
    const field = item.fields.find((each) => each.path === path);
    const value = answers[path];
    return field !== undefined && value !== undefined && offers(field, value) ? [{ path, value }] : [];
  });
}

function offers(field: Field, value: string): boolean {
  return field.kind === "YES_NO"
    ? value === "true" || value === "false"
    : field.choices.some((each) => each.code === value);
}

/** The public page of a leaflet. The address names an item, a centre, a version and chosen answers, and nothing personal. */
export function leafletAddress(item: ServiceItem, owner: string, told: readonly Told[]): string {
  const query = new URLSearchParams({ item: item.item, owner, version: String(item.version) });
  for (const each of told) query.append(each.path, each.value);
  return `/leaflet/?${query.toString()}`;
}

/** What an address asks for; null where it is no leaflet's. */
export function leafletAsked(search: string): LeafletAsked | null {
  const query = new URLSearchParams(search);
  const item = query.get("item");
  const owner = query.get("owner");
  if (item === null || owner === null) return null;
  const version = Number(query.get("version"));
  return {
    item,
    owner,
    version: Number.isInteger(version) && version > 0 ? version : null,
    answers: Object.fromEntries([...query].filter(([name]) => name.startsWith("/"))),
  };
}
