import { expect, test } from "vitest";
import { ageOf } from "./age.ts";

const now = Date.UTC(2026, 10, 28);

test("somebody is as old as their card says, by the day of birth or by the number", () => {
  expect(ageOf([{ what: "BIRTH", value: "1966-11-28" }], now)).toBe(60);
  expect(ageOf([{ what: "BIRTH", value: "1966-11-29" }], now)).toBe(59);
  expect(ageOf([{ what: "ID_NO", value: "310117195003072216" }], now)).toBe(76);
});

test("a card that says no day tells no age", () => {
  expect(ageOf([{ what: "NAME", value: "㐱小宁" }], now)).toBeNull();
  expect(ageOf([{ what: "ID_NO", value: "E12345678" }], now)).toBeNull();
});
