import { afterEach, expect, test } from "vitest";
import { setLanguage } from "web-kit/text/language.ts";
import { sampleWords } from "../../shared/sample-words.ts";
import type { HallActs } from "../hall-page.ts";
import { samples } from "../samples/samples.ts";
import { packagesView } from "./packages-view.ts";

afterEach(() => setLanguage("zh"));

test("a manager reads why a package is refused in the language of the page", () => {
  expect(refused()).toContain("没有 /partners 这个表格");
  expect(refused()).not.toContain("there is no table /partners");
  setLanguage("en");
  expect(refused()).toContain("there is no table /partners");
});

function refused(): readonly string[] {
  const packages = samples["packages-refused"]?.(sampleWords(false)).packages ?? null;
  return packages === null ? [] : words(packagesView(packages, {} as HallActs));
}

/** Everything that is said in what is drawn. */
function words(drawing: unknown): readonly string[] {
  if (typeof drawing === "string") return [drawing];
  if (Array.isArray(drawing)) return drawing.flatMap(words);
  if (typeof drawing !== "object" || drawing === null || !("values" in drawing)) return [];
  return words(drawing.values);
}
