import { expect, test } from "vitest";
import { box, fitted, mostPoints, strokesOf, textOf, type Point } from "./strokes.ts";
import samples from "./strokes.samples.json";

test.each(samples.drawn)("%j is a signature, and is written back as it was", (text) => {
  const strokes = strokesOf(text);
  expect(strokes).not.toBeNull();
  expect(textOf(strokes ?? [])).toBe(text);
});

test.each([...samples.not, ""])("%j is none", (text) => {
  expect(strokesOf(text)).toBeNull();
});

test("as many points as there may be, and no more", () => {
  const points = (count: number) => Array.from({ length: count }, (_, x) => `${x},${x % 200}`).join(" ");
  expect(strokesOf(points(mostPoints))).not.toBeNull();
  expect(strokesOf(points(mostPoints + 1))).toBeNull();
});

test("what a finger drew becomes whole numbers in the box, without the points that bend nothing", () => {
  const straight = Array.from({ length: 50 }, (_, step): Point => [10.2 + step * 3, 20.4 + step]);
  expect(fitted([straight])).toBe("10,20 157,69");
  expect(
    fitted([
      [
        [-5, 3.6],
        [700, 250],
      ],
    ]),
  ).toBe("0,4 600,200");
});

test("a tap is no signature yet; beside a line it is a dot", () => {
  expect(fitted([])).toBeNull();
  expect(fitted([[[300, 100]]])).toBeNull();
  expect(
    fitted([
      [
        [300, 100],
        [300.3, 100.2],
      ],
    ]),
  ).toBeNull();
  expect(
    fitted([
      [[300, 100]],
      [
        [10, 10],
        [40, 10],
      ],
    ]),
  ).toBe("300,100;10,10 40,10");
});

test("however long somebody draws, it fits and keeps its shape", () => {
  const spiral = Array.from({ length: 20_000 }, (_, step): Point => {
    const turn = step / 60;
    const wide = 95 * (1 - step / 20_000);
    return [300 + 3 * wide * Math.cos(turn), 100 + wide * Math.sin(turn)];
  });
  const text = fitted([spiral]) ?? "";
  const xs = (strokesOf(text) ?? []).flat().map(([x]) => x);
  expect(text.length).toBeLessThanOrEqual(mostPoints * 8);
  expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(box.width * 0.9);
});

test("more strokes than any name has are no signature", () => {
  const dashes = Array.from({ length: 300 }, (_, n): Point[] => [
    [n, 10],
    [n, 60],
  ]);
  expect(fitted(dashes)).toBeNull();
});
