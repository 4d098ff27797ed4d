import { expect, test } from "vitest";
import type { Answer, FieldState } from "../protocol.ts";
import {
  answered,
  chooseMine,
  chooseTheirs,
  noEdits,
  sent,
  settled,
  toSend,
  typed,
  undecided,
  unsettled,
  type LocalEdits,
} from "./edits.ts";

const path = "/address";
const theirs: FieldState = {
  value: "5 号",
  rev: 4,
  by: { role: "CLERK", id: "c1", name: "李晓明" },
  source: "TYPED",
  at: 0,
  confirmed: false,
};
const byClerkOnly = () => false;
const refused = (why: "CONFLICT" | "LOCKED" | "INVALID", more: Partial<Answer> = {}): Answer =>
  ({ type: "Refused", opId: "o1", why, issues: [], ...more }) as Answer;
const onItsWay = (text = "3 号"): LocalEdits => sent(typed(noEdits, path, text, 3), path, "o1");

test("text stands on the revision that was seen when typing began", () => {
  const edits = typed(typed(noEdits, path, "3", 3), path, "3 号", 9);
  expect(edits[path]).toMatchObject({ text: "3 号", baseRev: 3 });
});

test("one operation at a time is under way for a field", () => {
  expect(toSend(onItsWay(), path)).toBeNull();
});

test("accepted text stays until the room shows it", () => {
  const edits = answered(onItsWay(), path, { type: "Accepted", opId: "o1", seq: 12 }, byClerkOnly);
  expect(settled(edits, 11)[path]?.text).toBe("3 号");
  expect(settled(edits, 12)).toEqual({});
});

test("text typed while the operation was under way goes next, on the new revision", () => {
  const more = typed(onItsWay(), path, "3 号 501", 3);
  const edits = answered(more, path, { type: "Accepted", opId: "o1", seq: 12 }, byClerkOnly);
  expect(settled(edits, 12)[path]).toMatchObject({ text: "3 号 501", baseRev: 4 });
  expect(toSend(edits, path)).not.toBeNull();
});

test("a conflict keeps both texts and waits for one tap", () => {
  const edits = answered(onItsWay(), path, refused("CONFLICT", { current: theirs }), byClerkOnly);
  expect(edits[path]).toMatchObject({ text: "3 号", trouble: { at: "conflict", current: theirs } });
  expect(toSend(edits, path)).toBeNull();
  expect(toSend(chooseMine(edits, path), path)).toMatchObject({ text: "3 号", baseRev: 4 });
  expect(chooseTheirs(edits, path)).toEqual({});
});

test("both wrote the same: nothing to choose", () => {
  const same = refused("CONFLICT", { current: { ...theirs, value: "3 号" } });
  expect(answered(onItsWay(), path, same, byClerkOnly)).toEqual({});
});

test("what this side wrote itself before is no conflict", () => {
  const edits = answered(onItsWay(), path, refused("CONFLICT", { current: theirs }), () => true);
  expect(toSend(edits, path)).toMatchObject({ text: "3 号", baseRev: 4 });
});

test("a locked field keeps the text and tries again", () => {
  const edits = answered(onItsWay(), path, refused("LOCKED", { until: 5_000 }), byClerkOnly);
  expect(edits[path]).toMatchObject({ text: "3 号", trouble: { at: "locked", until: 5_000 } });
  expect(toSend(edits, path)).not.toBeNull();
});

test("a refused value stays in its box with the reason, until it is typed anew", () => {
  const edits = answered(onItsWay("𠮷".repeat(9)), path, refused("INVALID"), byClerkOnly);
  expect(edits[path]).toMatchObject({ text: "𠮷".repeat(9), trouble: { at: "refused", why: "INVALID" } });
  expect(toSend(edits, path)).toBeNull();
  expect(toSend(typed(edits, path, "𠮷", 3), path)).not.toBeNull();
});

test("an answer to an older operation changes nothing", () => {
  const edits = onItsWay();
  expect(answered(edits, path, { type: "Accepted", opId: "other", seq: 1 }, byClerkOnly)).toBe(edits);
});

test("unsent text is known, where the form shows it", () => {
  expect(unsettled(onItsWay(), [path])).toBe(true);
  expect(unsettled(onItsWay(), ["/other"])).toBe(false);
  expect(unsettled(noEdits, [path])).toBe(false);
});

test("what waits for me is not on its way", () => {
  const conflict = answered(onItsWay(), path, refused("CONFLICT", { current: theirs }), byClerkOnly);
  const invalid = answered(onItsWay(), path, refused("INVALID"), byClerkOnly);
  for (const edits of [conflict, invalid]) {
    expect(unsettled(edits, [path])).toBe(false);
    expect(undecided(edits, [path, "/other"])).toEqual([path]);
    expect(undecided(edits, ["/other"])).toEqual([]);
  }
  const locked = answered(onItsWay(), path, refused("LOCKED", { until: 5_000 }), byClerkOnly);
  expect(unsettled(locked, [path])).toBe(true);
  expect(undecided(locked, [path])).toEqual([]);
});
