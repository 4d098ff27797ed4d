import { afterEach, expect, test, vi } from "vitest";
import { daemon, Gone, patience } from "./daemon.ts";

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
  expect([0, 500, 5_000].map((now) => gone.isTime(true, true, now))).toEqual([false, false, false]);
});

test("who left and is known to have left is wiped at once, and once", () => {
  const gone = new Gone();
  expect(gone.isTime(false, true, 0)).toBe(false);
  expect(gone.isTime(true, true, 100)).toBe(true);
  expect(gone.isTime(true, true, 200)).toBe(false);
});

test("a dead server is not waited for longer than a second", () => {
  const gone = new Gone();
  gone.isTime(false, true, 0);
  expect(gone.isTime(true, false, 100)).toBe(false);
  expect(gone.isTime(true, false, 100 + patience)).toBe(true);
});

test("whoever begins in the meantime is not wiped away", () => {
  const gone = new Gone();
  gone.isTime(false, true, 0);
  gone.isTime(true, false, 100);
  expect(gone.isTime(false, false, 200)).toBe(false);
  expect(gone.isTime(true, true, 5_000)).toBe(true);
});
