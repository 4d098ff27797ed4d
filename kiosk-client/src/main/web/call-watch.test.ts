import { expect, test } from "vitest";
import { noCall, watched } from "./call-watch.ts";

test("a call that was never connected for eight seconds has failed", () => {
  let watch = watched(noCall, "c1", false, false, 0);
  expect(watched(watch, null, false, false, 7_000).failed).toBe(false);
  watch = watched(watch, null, false, false, 8_000);
  expect(watch.failed).toBe(true);
  expect(watched(watch, null, false, false, 60_000).failed).toBe(true);
});

test("a connection that is made anew in time is no failure, one that comes late is", () => {
  const gone = watched(watched(noCall, "c1", true, false, 0), "c1", false, false, 1_000);
  expect(watched(gone, "c1", true, false, 5_000)).toEqual({ call: "c1", since: null, failed: false });
  expect(watched(gone, "c1", true, false, 10_000).failed).toBe(true);
});

test("a camera that could not be used is a failure, and the next call begins anew", () => {
  const watch = watched(noCall, "c1", true, true, 0);
  expect(watch.failed).toBe(true);
  expect(watched(watch, "c2", true, false, 9_000).failed).toBe(false);
});
