import { expect, test } from "vitest";
import { isKey } from "./screen-keyboard.ts";

test("a key with which an input method chooses a word does nothing on the page", () => {
  expect(isKey({ key: "Escape", isComposing: false }, "Escape")).toBe(true);
  expect(isKey({ key: "Escape", isComposing: true }, "Escape")).toBe(false);
  expect(isKey({ key: "Process", isComposing: false }, "Escape")).toBe(false);
});
