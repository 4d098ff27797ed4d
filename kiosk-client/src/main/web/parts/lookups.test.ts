import { expect, test } from "vitest";
import type { LookupView } from "web-kit/protocol.ts";
import { licence, lookup } from "web-kit/samples/lookups.ts";
import { room } from "../gallery/room.ts";
import { touched } from "../gallery/sample.ts";
import { asRead, shownLookup, whyRejected } from "./lookups.ts";

const found = lookup("ID", { how: "FOUND", licence });
const rejected = lookup("ID", { how: "REJECTED", licence, flaw: "WRONG_PAPER", text: "只管到上海" });
const shown = (views: readonly LookupView[], ...read: readonly LookupView[]) =>
  shownLookup({ ...room, filed: null, lookups: views }, touched({ lookupsRead: read.map(asRead) }).touch);

test("what was found and read is to be read once more when the clerk does not take it, also where another came since", () => {
  expect(shown([found], found)).toBeNull();
  expect(shown([rejected], found)).toBe(rejected);
  const mobile = lookup("MOBILE", { how: "FOUND" });
  expect(shown([rejected, mobile], found, mobile)).toBe(rejected);
  expect(shown([rejected, mobile], rejected, mobile)).toBeNull();
});

test("the applicant reads the clerk's reason in both ways in which it was said", () => {
  expect(whyRejected(rejected)).toBe("不是办这件事要的那种。只管到上海");
  expect(whyRejected(lookup("ID", { how: "REJECTED", licence, flaw: "OTHER", text: "章不对" }))).toBe("章不对");
});
