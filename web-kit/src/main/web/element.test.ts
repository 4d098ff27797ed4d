import { expect, test } from "vitest";
import { element } from "./element.ts";

const page = (found: unknown) => ({ querySelector: () => found }) as unknown as ParentNode;

test("gives the element that is there", () => {
  const main = {};
  expect(element("main", page(main))).toBe(main);
});

test("names the element that is missing", () => {
  expect(() => element("main", page(null))).toThrow("no main on this page");
});
