import type { Author, Lookup, LookupAnswer, LookupView, RoomEvent, ServiceItem } from "../protocol.ts";

/** Every lookup at an authority, in the order in which they were asked for. */
export type Lookups = readonly LookupView[];

type OfLookups = Extract<RoomEvent, { type: "LookupAsked" | "LookupAllowed" | "LookupEnded" }>;

export function afterLookup(lookups: Lookups, by: Author, at: number, event: OfLookups): Lookups {
  const changed = (change: Partial<LookupView>) =>
    lookups.map((each) => (each.lookup === event.lookup ? { ...each, ...change } : each));
  switch (event.type) {
    case "LookupAsked":
      return [...lookups, { lookup: event.lookup, code: event.code, by: by.role, allowed: false }];
    case "LookupAllowed":
      return changed({ allowed: true });
    case "LookupEnded":
      return changed({ endedAt: at, answer: event.answer });
  }
}

const answerOf = ({ answer }: LookupView): LookupAnswer | null => answer ?? null;

/** The applicant is asked whether they agree. */
export const waits = (view: LookupView): boolean => !view.allowed && answerOf(view) === null;

/** The authority is asked. */
export const runs = (view: LookupView): boolean => view.allowed && answerOf(view) === null;

export const isOpen = (view: LookupView): boolean => answerOf(view) === null;

/** It was found, and that still holds. */
export const found = (view: LookupView | null): boolean => view?.answer?.how === "FOUND";

/** The latest of a code. */
export function lastOf(lookups: Lookups, code: string): LookupView | null {
  return lookups.findLast((each) => each.code === code) ?? null;
}

export function lookupsOf(item: ServiceItem): readonly Lookup[] {
  return item.lookups ?? [];
}

/** What may be asked for in the place of this material. */
export function licenceFor(item: ServiceItem, material: string): Lookup | null {
  return lookupsOf(item).find((each) => each.material === material) ?? null;
}

/** What only compares answers. */
export const dataChecks = (item: ServiceItem): readonly Lookup[] =>
  lookupsOf(item).filter((each) => each.material == null);

export function lookupAt(item: ServiceItem, code: string): Lookup | null {
  return lookupsOf(item).find((each) => each.code === code) ?? null;
}

/** The authority that says the same as stands in this field; null where none does. */
export function checkedBy(item: ServiceItem, lookups: Lookups, path: string): Lookup | null {
  return (
    lookupsOf(item).find(
      (each) => Object.values(each.compares ?? {}).includes(path) && found(lastOf(lookups, each.code)),
    ) ?? null
  );
}

/** The authority that says something else than stands in this field. */
export function differsBy(item: ServiceItem, lookups: Lookups, path: string): Lookup | null {
  return (
    lookupsOf(item).find((each) => {
      const answer = lastOf(lookups, each.code)?.answer;
      return answer?.how === "DIFFERS" && (answer.differs ?? []).includes(path);
    }) ?? null
  );
}
