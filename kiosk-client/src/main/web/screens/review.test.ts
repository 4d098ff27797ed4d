import { expect, test } from "vitest";
import { press, screen } from "../gallery/drawn.ts";
import { review } from "./review.ts";

test("what waits for a choice is not called saved, and leads to its field", () => {
  const lookedAt: string[] = [];
  const drawn = review(screen("reviewUndecided", { lookAt: (path) => void lookedAt.push(path) }));
  expect(words(drawn)).toContain("还有 2 处要您定下来");
  expect(words(drawn)).not.toContain("正在存您刚填的");
  press(drawn, "去定");
  expect(lookedAt).toEqual(["/seat"]);
});

test("who wrote it is said once where it is the same for a page, else of every answer", () => {
  const all = words(review(screen("reviewAuthors")));
  expect(all.filter((each) => each === "您填的")).toHaveLength(1);
  expect(all).toEqual(expect.arrayContaining(["李晓明填的", "王芳填的", "王芳填的 · 来自身份证", "来自上次办件"]));
});

/** Everything that is said in what is drawn. */
function words(drawing: unknown): readonly string[] {
  if (typeof drawing === "string") return [drawing];
  if (Array.isArray(drawing)) return drawing.flatMap(words);
  if (typeof drawing !== "object" || drawing === null || !("values" in drawing)) return [];
  return words(drawing.values);
}
