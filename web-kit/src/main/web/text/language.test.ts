import { expect, test } from "vitest";
import { fill } from "./language.ts";

test("one place is not called places", () => {
  const sentence = "{count} violet {count:place|places} not confirmed yet";
  expect(fill(sentence, { count: 1 })).toBe("1 violet place not confirmed yet");
  expect(fill(sentence, { count: 2 })).toBe("2 violet places not confirmed yet");
  expect(fill(sentence, { count: 0 })).toBe("0 violet places not confirmed yet");
});

test("what is filled in is not read as a sentence", () => {
  expect(fill("{name} waits", { name: "{count:a|b}" })).toBe("{count:a|b} waits");
});
