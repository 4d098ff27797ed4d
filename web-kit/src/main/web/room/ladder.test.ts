import { expect, test } from "vitest";
import { asked, byCalling, ended, given, has, reaching, toAskFor, toldLadder } from "./ladder.ts";

test("calling lets the clerk see, point and suggest, not write", () => {
  expect(has(byCalling, "SEE_FORM")).toBe(true);
  expect(has(byCalling, "SUGGEST")).toBe(true);
  expect(has(byCalling, "EDIT_FORM")).toBe(false);
});

test("a rung includes those below and takes those above along", () => {
  expect(ended(reaching("EDIT_FORM"), "POINT")).toEqual(reaching("SEE_FORM"));
  expect(ended(byCalling, "SEE_FORM")).toEqual(reaching(null));
  expect(given(reaching(null), "EDIT_FORM")).toEqual(reaching("EDIT_FORM"));
});

test("a refusal ends the asking and nothing else", () => {
  const waiting = asked(byCalling, "EDIT_FORM");
  expect(waiting).toEqual(reaching("SUGGEST", "EDIT_FORM"));
  expect(ended(waiting, "EDIT_FORM")).toEqual(byCalling);
});

test("what is asked for stays asked while a lower rung is given", () => {
  expect(given(reaching(null, "EDIT_FORM"), "POINT")).toEqual(reaching("POINT", "EDIT_FORM"));
  expect(asked(reaching("EDIT_FORM"), "POINT")).toEqual(reaching("EDIT_FORM"));
});

test("one thing is asked for at a time, the lowest first", () => {
  expect(toAskFor(reaching(null))).toBe("SEE_FORM");
  expect(toAskFor(byCalling)).toBe("EDIT_FORM");
  expect(toAskFor(reaching(null, "POINT"))).toBeNull();
  expect(toAskFor(reaching("EDIT_FORM"))).toBeNull();
});

test("what the server lists is taken as it is", () => {
  expect(toldLadder([])).toEqual(reaching(null));
  expect(
    toldLadder([
      { scope: "SEE_FORM", state: "GIVEN" },
      { scope: "POINT", state: "GIVEN" },
      { scope: "SUGGEST", state: "ASKED" },
    ]),
  ).toEqual(reaching("POINT", "SUGGEST"));
});
