import { expect, test } from "vitest";
import { pressed, rows, shownDay, written, type Layout } from "./keys.ts";

const pad = (layout: Layout, shift = false, secret = false) => ({ layout, shift, secret });

test("a key writes where the caret stands, and over what is marked", () => {
  expect(pressed("ac", 1, 1, "b", -1)).toEqual({ text: "abc", caret: 2 });
  expect(pressed("axxc", 1, 3, "b", -1)).toEqual({ text: "abc", caret: 2 });
  expect(pressed("ab", 2, 2, "space", -1)).toEqual({ text: "ab ", caret: 3 });
});

test("what does not fit is not written, and deleting takes a whole character", () => {
  expect(pressed("0427", 4, 4, "5", 4)).toEqual({ text: "0427", caret: 4 });
  expect(pressed("a𠮷", 3, 3, "delete", -1)).toEqual({ text: "a", caret: 1 });
  expect(pressed("abc", 1, 2, "delete", -1)).toEqual({ text: "ac", caret: 1 });
  expect(pressed("", 0, 0, "delete", -1)).toEqual({ text: "", caret: 0 });
});

test("a date is written as eight digits and stands in its box once it is a day", () => {
  expect(written("2026112", "8")).toEqual({ day: "20261128", value: "2026-11-28" });
  expect(written("2026023", "0").value).toBeNull();
  expect(written("20261128", "delete")).toEqual({ day: "2026112", value: null });
  expect(shownDay("198803")).toBe("1988-03-__");
});

test("each pad has the keys of what is written with it, standing and lying", () => {
  for (const lying of [false, true]) {
    expect(rows(pad("digits"), lying).flat().toSorted()).toEqual([..."0123456789", "delete"]);
    expect(rows(pad("id"), lying).flat()).toContain("X");
    expect(rows(pad("decimal"), lying).flat()).toContain(".");
  }
  for (const lying of [false, true])
    for (const each of [..."0123456789abcdefghijklmnopqrstuvwxyz.-", "space", "shift", "delete"])
      expect(rows(pad("text"), lying).flat()).toContain(each);
  expect(rows(pad("text", true), false).flat()).toContain("A");
  expect(rows(pad("code"), false).flat()).toContain("Q");
  expect(rows(pad("text"), false).flat()).toContain("chinese");
  expect(rows(pad("text", false, true), false).flat()).not.toContain("chinese");
  for (const lying of [false, true])
    for (const each of [..."0123456789abcdefghijklmnopqrstuvwxyz，。-·（）", "space", "latin", "delete"])
      expect(rows(pad("pinyin"), lying).flat()).toContain(each);
});
