import { expect, test } from "vitest";
import { longer, nextSeen, peak, slots, steps, type Seen } from "./waiting-history.ts";

const MINUTE = 60_000;
const at = (minute: number, waiting: number): Seen => ({ at: minute * MINUTE, waiting });
const looks = (...list: Seen[]) =>
  list.reduce<readonly Seen[]>((seen, each) => nextSeen(seen, each.at, each.waiting), []);

test("only changes are kept", () => {
  expect(looks(at(0, 2), at(1, 2), at(2, 3))).toEqual([at(0, 2), at(2, 3)]);
});

test("what is older than an hour goes, but for what was true when the hour began", () => {
  expect(looks(at(0, 1), at(10, 4), at(75, 2))).toEqual([at(10, 4), at(75, 2)]);
});

test("a page that is opened knows what the server remembers, and keeps what is older than the server", () => {
  const told = [at(20, 3), at(30, 1)];
  expect(longer([], told)).toEqual(told);
  expect(longer([at(25, 2)], told)).toEqual(told);
  expect(longer([at(5, 2), at(25, 3)], told)).toEqual([at(5, 2), at(25, 3)]);
  expect(longer([], [])).toEqual([]);
});

test("the latest of the highest counts is the peak", () => {
  expect(peak([at(0, 3), at(5, 1), at(9, 3), at(12, 0)])).toEqual(at(9, 3));
  expect(peak([])).toBeNull();
});

test("a piece of five minutes says the most that waited in it, also where nothing changed in it", () => {
  const pieces = slots([at(52, 4), at(58, 1)], 59 * MINUTE);
  expect(pieces).toHaveLength(12);
  expect(pieces.slice(-3).map((piece) => piece.most)).toEqual([null, 4, 4]);
});

test("the line goes on to now at its last height", () => {
  expect(steps([at(30, 2), at(60, 4)], 60 * MINUTE, 4)).toEqual([
    [0.5, 0.5],
    [1, 0.5],
    [1, 1],
    [1, 1],
  ]);
});
