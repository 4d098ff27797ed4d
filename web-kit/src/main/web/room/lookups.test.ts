import { expect, test } from "vitest";
import type { Author } from "../protocol.ts";
import { item } from "../samples/item.ts";
import { licence, lookups } from "../samples/lookups.ts";
import { materials } from "../samples/materials.ts";
import { afterLookup, checkedBy, differsBy, found, isOpen, lastOf, runs, waits, type Lookups } from "./lookups.ts";

const clerk: Author = { role: "CLERK", id: "c", name: "" };
const whole = { ...item, materials, lookups };

const asked = (before: Lookups, lookup: string, code: string) =>
  afterLookup(before, clerk, 1, { type: "LookupAsked", lookup, code });

test("a lookup waits, runs and is over", () => {
  const first = asked([], "a", "ID");
  expect(waits(first[0]!)).toBe(true);
  const second = afterLookup(first, clerk, 2, { type: "LookupAllowed", lookup: "a" });
  expect(runs(second[0]!)).toBe(true);
  const third = afterLookup(second, clerk, 3, { type: "LookupEnded", lookup: "a", answer: { how: "FOUND", licence } });
  expect(isOpen(third[0]!)).toBe(false);
  expect(third[0]).toMatchObject({ by: "CLERK", endedAt: 3, answer: { licence } });
  expect(found(lastOf(third, "ID"))).toBe(true);
  const fourth = afterLookup(third, clerk, 4, { type: "LookupEnded", lookup: "a", answer: { how: "STALE" } });
  expect(found(lastOf(fourth, "ID"))).toBe(false);
});

test("the latest of a code counts, and marks the fields it compared", () => {
  const one = afterLookup(asked([], "a", "MOBILE"), clerk, 1, {
    type: "LookupEnded",
    lookup: "a",
    answer: { how: "DIFFERS", differs: ["/mobile"] },
  });
  expect(differsBy(whole, one, "/mobile")?.code).toBe("MOBILE");
  expect(differsBy(whole, one, "/contactName")).toBeNull();
  expect(checkedBy(whole, one, "/mobile")).toBeNull();
  const two = afterLookup(asked(one, "b", "MOBILE"), clerk, 2, {
    type: "LookupEnded",
    lookup: "b",
    answer: { how: "FOUND" },
  });
  expect(differsBy(whole, two, "/mobile")).toBeNull();
  expect(checkedBy(whole, two, "/mobile")?.code).toBe("MOBILE");
});
