import { afterEach, expect, test, vi } from "vitest";
import { daemon, Gone, patience, wipesWhoLeft } from "./daemon.ts";

afterEach(() => vi.unstubAllGlobals());

test("in a browser that nobody minds nobody is told", () => {
  expect([daemon.stop("c1"), daemon.wipe()]).toEqual([false, false]);
});

test("the daemon is told at once, and what is to be stopped", () => {
  const said: string[] = [];
  vi.stubGlobal("vwDaemon", (word: string) => said.push(word));
  expect([daemon.stop("c1"), daemon.wipe()]).toEqual([true, true]);
  expect(said).toEqual(["stop c1", "wipe"]);
});

test("nobody was here, so nothing is wiped", () => {
  const gone = new Gone();
  expect([0, 500, 5_000].map((now) => gone.wait(true, true, now))).toEqual([null, null, null]);
});

test("who left and is known to have left is wiped at once, and once", () => {
  const gone = new Gone();
  expect(gone.wait(false, true, 0)).toBeNull();
  expect(gone.wait(true, true, 100)).toBe(0);
  expect(gone.wait(true, true, 200)).toBeNull();
});

test("a dead server is waited for less than a second, however seldom anybody looks", () => {
  const gone = new Gone();
  gone.wait(false, true, 0);
  expect(gone.wait(true, false, 100)).toBe(patience);
  expect(gone.wait(true, false, 150)).toBe(patience - 50);
  expect(gone.wait(true, false, 100 + patience)).toBe(0);
  expect(patience).toBeLessThan(1_000);
});

test("whoever begins in the meantime is not wiped away", () => {
  const gone = new Gone();
  gone.wait(false, true, 0);
  gone.wait(true, false, 100);
  expect(gone.wait(false, false, 200)).toBeNull();
  expect(gone.wait(true, true, 5_000)).toBe(0);
});

test("who left while the server is dead is wiped in time, though nobody looks again", () => {
  vi.useFakeTimers();
  const said: string[] = [];
  vi.stubGlobal("vwDaemon", (word: string) => said.push(word));
  let free = false;
  const look = wipesWhoLeft(() => ({ free, told: false }));
  look();
  free = true;
  look();
  vi.advanceTimersByTime(patience - 1);
  expect(said).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(said).toEqual(["wipe"]);
  vi.useRealTimers();
});
