import { expect, test } from "vitest";
import { lineOfChat } from "./line-of-chat.ts";

test("what fits into a line of chat is said, and the rest is left for the next", () => {
  expect(lineOfChat("您好")).toEqual({ line: "您好", rest: "" });
  expect(lineOfChat("字".repeat(503))).toEqual({ line: "字".repeat(500), rest: "字字字" });
});

test("no character is cut in two", () => {
  expect(lineOfChat(`${"字".repeat(499)}𠮷祥`)).toEqual({ line: "字".repeat(499), rest: "𠮷祥" });
});
