import type { LookupView } from "web-kit/protocol.ts";
import { licence, lookup, lookups } from "web-kit/samples/lookups.ts";
import { materials } from "web-kit/samples/materials.ts";
import type { SampleWords } from "../../shared/sample-words.ts";
import type { ClerkPage } from "../clerk-page.ts";
import { sampleItem } from "./item.ts";
import { talking, work } from "./page.ts";
import type { Samples } from "./samples.ts";

function at(words: SampleWords, views: readonly LookupView[], card = true): ClerkPage {
  return talking(
    words,
    { item: { ...sampleItem(words), materials, lookups }, work: work({ aside: "materials", material: "ID" }) },
    {},
    { suggestions: [], lookups: views, card: card ? { earlier: null, earlierTaken: false } : null },
  );
}

const part = { ...licence, number: "**************0016" };

/** Lookups at authorities: what may be asked for, the wait, and what came of it. */
export const lookupScreens: Samples = {
  lookups: (words) => at(words, []),
  "lookups-no-card": (words) => at(words, [], false),
  "lookups-open": (words) => at(words, [lookup("ID", null, { allowed: false }), lookup("MOBILE", null)]),
  "lookups-found": (words) =>
    at(words, [lookup("ID", { how: "FOUND", licence: part }), lookup("MOBILE", { how: "FOUND" })]),
  "lookups-judge": (words) => {
    const page = at(words, [lookup("ID", { how: "FOUND", licence: part })]);
    return { ...page, work: { ...page.work, rejecting: { lookup: "ID1", flaw: "WRONG_PAPER" } } };
  },
  "lookups-rejected": (words) =>
    at(words, [lookup("ID", { how: "REJECTED", licence: part, flaw: "WRONG_PAPER", text: "只管到上海，湖州不认" })]),
  "lookups-missed": (words) =>
    at(words, [
      lookup("ID", { how: "UNAVAILABLE", why: "TIMED_OUT" }),
      lookup("MOBILE", { how: "DIFFERS", differs: ["/mobile"] }),
    ]),
};
