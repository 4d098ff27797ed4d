import { expect, test } from "vitest";
import { atFirst, next } from "./kiosk-screen.ts";
import { mayRenew } from "./renewal.ts";
import { isOutdated } from "web-kit/state/passed-over.ts";
import type { ToKiosk } from "web-kit/protocol.ts";

test("what a newer server says is passed over, and the page knows that it is outdated", () => {
  expect(isOutdated()).toBe(false);
  expect(next(atFirst, { type: "Interrupted", room: "r", inCall: false }).interrupted).not.toBeNull();
  expect(isOutdated()).toBe(false);
  expect(next(atFirst, { type: "OfNextYear" } as unknown as ToKiosk)).toBe(atFirst);
  expect(isOutdated()).toBe(true);
});

test("a page is not loaded anew again and again", () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  };
  const noon = 1_800_000_000_000;
  expect(mayRenew(storage, noon)).toBe(true);
  expect(mayRenew(storage, noon + 60_000)).toBe(false);
  expect(mayRenew(storage, noon + 3_600_000)).toBe(true);
});
