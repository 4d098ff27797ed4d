import type { LookupView } from "web-kit/protocol.ts";
import { item } from "web-kit/samples/item.ts";
import { licence, lookup, lookups } from "web-kit/samples/lookups.ts";
import { materials as wanted } from "web-kit/samples/materials.ts";
import { room } from "./room.ts";
import { inTalk, sample, touched, visit, type Sample, type Samples } from "./sample.ts";

const whole = { ...item, materials: wanted, lookups };
const card = { earlier: null, earlierTaken: false };

const talk = (view: LookupView, touch = {}): Sample =>
  inTalk({ card, lookups: [view] }, touched({ chatRead: 99, ...touch }), { item: whole });

/** What is looked up at authorities: the question, the wait, and what came of it. */
export const lookupScreens: Samples = {
  lookupAsked: () => talk(lookup("ID", null, { allowed: false })),
  lookupAskedCheck: () => talk(lookup("MOBILE", null, { allowed: false })),
  lookupRuns: () => talk(lookup("ID", null)),
  lookupFound: () => talk(lookup("ID", { how: "FOUND", licence })),
  lookupNotFound: () => talk(lookup("ID", { how: "NOT_FOUND" })),
  lookupRejected: () =>
    talk(lookup("ID", { how: "REJECTED", licence, flaw: "WRONG_PAPER", text: "只管到上海，湖州不认" }), {
      lookupsRead: ["ID1"],
    }),
  lookupDiffers: () => talk(lookup("MOBILE", { how: "DIFFERS", differs: ["/mobile"] })),
  lookupUnavailable: () => talk(lookup("ID", { how: "UNAVAILABLE", why: "TIMED_OUT" })),
  lookupSheet: () => talk(lookup("ID", { how: "FOUND", licence }), { sheet: "materials", lookupsRead: ["ID1"] }),
  lookupAlone: () => sample(visit({ at: "review" }, { item: whole, room: { ...room, card } })),
};
