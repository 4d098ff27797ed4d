import type { Answers } from "web-kit/form/guide.ts";
import type { Found } from "web-kit/find/find-desk.ts";
import type { ServiceItem } from "web-kit/protocol.ts";

/** What the clerk looks for among the items of the centre, to send a leaflet of it or to turn the call to it. */
export type Finder = {
  readonly words: string;
  /** What fits; null while that is not known. */
  readonly found: readonly Found[] | null;
  /** The one that keys are about; null for the item of the room itself. */
  readonly chosen: string | null;
  /** The chosen one, once it is fetched. */
  readonly item: ServiceItem | null;
  /** The situation of the leaflet. */
  readonly answers: Answers;
};

export const noFinder: Finder = { words: "", found: null, chosen: null, item: null, answers: {} };

/** Only what this centre handles can be turned to; the first of it is chosen, so that one key is enough. */
export function found(finder: Finder, all: readonly Found[] | null, owner: string): Finder {
  if (all === null) return { ...finder, found: null };
  const here = all.filter((each) => each.owners.includes(owner));
  const kept = here.some((each) => each.item === finder.chosen);
  return kept ? { ...finder, found: here } : { ...choose(finder, here[0]?.item ?? null), found: here };
}

/** Another item: what was said of the situation of the one before does not hold for it. */
export function choose(finder: Finder, item: string | null): Finder {
  return item === finder.chosen ? finder : { ...finder, chosen: item, item: null, answers: {} };
}
