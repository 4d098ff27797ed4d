import { expect, test } from "vitest";
import { idle, patience, quietFor } from "./idle.ts";

const filling = quietFor(true, false);

test("a touched kiosk is left alone", () => {
  expect(idle(filling - 1, 0, null, filling)).toEqual({ at: "busy" });
});

test("a quiet kiosk asks, and clears itself when nobody answers", () => {
  const until = filling + patience.asking;
  expect(idle(filling, 0, null, filling)).toEqual({ at: "asking", until });
  expect(idle(until - 1, 0, until, filling).at).toBe("asking");
  expect(idle(until, 0, until, filling)).toEqual({ at: "over" });
});

test("whoever fills in is waited for longer than who looks around, and who reads large letters twice as long", () => {
  expect(quietFor(false, false)).toBe(90_000);
  expect(quietFor(true, false)).toBe(180_000);
  expect(quietFor(false, true)).toBe(180_000);
  expect(quietFor(true, true)).toBe(360_000);
});

test("a minute is left to answer, three times what is asked for", () => {
  expect(patience.asking).toBeGreaterThanOrEqual(20_000);
});
