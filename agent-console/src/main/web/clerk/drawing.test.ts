import { expect, test } from "vitest";
import { markBetween, spotAt, unturned, unturnedStep } from "./drawing.ts";

const box = { left: 100, top: 50, width: 400, height: 200 } as DOMRect;

test("a place on the picture is told as fractions, whatever the size it is shown at", () => {
  expect(spotAt({ clientX: 300, clientY: 100 }, box)).toEqual({ x: 0.5, y: 0.25 });
});

test("a place beside the picture is its edge", () => {
  expect(spotAt({ clientX: 0, clientY: 999 }, box)).toEqual({ x: 0, y: 1 });
});

test("dragging makes an arrow from the press to the release", () => {
  expect(markBetween("m", "ARROW", { x: 0.1, y: 0.2 }, { x: 0.5, y: 0.6 })).toEqual({
    mark: "m",
    shape: "ARROW",
    fromX: 0.1,
    fromY: 0.2,
    toX: 0.5,
    toY: 0.6,
  });
});

test("a click makes an arrow that ends there and a circle around it", () => {
  const spot = { x: 0.5, y: 0.5 };
  const arrow = markBetween("m", "ARROW", spot, spot);
  expect(arrow).toMatchObject({ toX: 0.5, toY: 0.5 });
  expect([arrow.fromX < 0.45, arrow.fromY > 0.55]).toEqual([true, true]);
  const circle = markBetween("m", "CIRCLE", spot, spot);
  expect((circle.fromX + circle.toX) / 2).toBeCloseTo(0.5);
  expect(circle.toX - circle.fromX).toBeCloseTo(0.1);
});

test("what is drawn at the edge stays inside", () => {
  const mark = markBetween("m", "CIRCLE", { x: 1, y: 0 }, { x: 1, y: 0 });
  expect([mark.fromX, mark.fromY, mark.toX, mark.toY].every((part) => part >= 0 && part <= 1)).toBe(true);
});

test("a point is where the release was", () => {
  expect(markBetween("m", "POINT", { x: 0, y: 0 }, { x: 0.7, y: 0.3 })).toMatchObject({ fromX: 0.7, toX: 0.7 });
});

test("a place on a page that is turned is the same place on the page as it lies", () => {
  // The upper left corner of what is seen is, after a quarter clockwise, the lower left of the page.
  expect(unturned({ x: 0, y: 0 }, 1)).toEqual({ x: 0, y: 1 });
  expect(unturned({ x: 0.25, y: 0.5 }, 2)).toEqual({ x: 0.75, y: 0.5 });
  expect(unturned({ x: 0, y: 0 }, 3)).toEqual({ x: 1, y: 0 });
  expect(unturned({ x: 0.25, y: 0.5 }, 4)).toEqual({ x: 0.25, y: 0.5 });
  for (const quarters of [0, 1, 2, 3]) {
    const from = unturned({ x: 0.5, y: 0.5 }, quarters);
    const to = unturned({ x: 0.75, y: 0.5 }, quarters);
    const [right, down] = unturnedStep([1, 0], quarters);
    expect([to.x - from.x, to.y - from.y]).toEqual([right * 0.25 + 0, down * 0.25 + 0]);
  }
});
