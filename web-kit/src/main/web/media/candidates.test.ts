import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CandidateBatches } from "./candidates.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const found = (candidate: string) => ({ candidate, sdpMid: "0", sdpMLineIndex: 0 });

function batches() {
  const sent: string[][] = [];
  return { sent, batches: new CandidateBatches((list) => sent.push(list.map((one) => one.candidate))) };
}

test("the first ones go out together after 50 ms", () => {
  const { sent, batches: those } = batches();
  those.found(found("a"));
  those.found(found("b"));
  vi.advanceTimersByTime(49);
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(sent).toEqual([["a", "b"]]);
});

test("the end is an empty list after what was left", () => {
  const { sent, batches: those } = batches();
  those.found(found("a"));
  those.found(null);
  expect(sent).toEqual([["a"], []]);
});

test("a browser that finds one address a second for a minute needs six messages", () => {
  const { sent, batches: those } = batches();
  for (let second = 0; second < 60; second++) {
    those.found(found(String(second)));
    vi.advanceTimersByTime(1_000);
  }
  those.found(null);
  expect(sent).toHaveLength(6);
  expect(sent.flat()).toHaveLength(60);
  expect(sent.at(-1)).toEqual([]);
});

test("who is stopped says nothing more", () => {
  const { sent, batches: those } = batches();
  those.found(found("a"));
  those.stop();
  vi.advanceTimersByTime(10_000);
  those.found(null);
  expect(sent).toEqual([]);
});
