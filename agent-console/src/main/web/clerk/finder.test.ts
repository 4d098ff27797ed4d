import { expect, test } from "vitest";
import type { Found } from "web-kit/find/find-desk.ts";
import { choose, found, noFinder } from "./finder.ts";

const of = (item: string, ...owners: string[]): Found => ({
  item,
  title: { zh: item, en: item },
  summary: { zh: "", en: "" },
  owners,
});

test("the first that this centre handles is chosen, and what other centres handle is left out", () => {
  const looking = found(
    { ...noFinder, words: "户口" },
    [of("A", "nanjing"), of("B", "huzhou"), of("C", "huzhou")],
    "huzhou",
  );
  expect(looking.found?.map((each) => each.item)).toEqual(["B", "C"]);
  expect(looking.chosen).toBe("B");
});

test("whoever chose another keeps it while it still fits, and begins anew where it does not", () => {
  const chosen = { ...choose({ ...noFinder, words: "户" }, "C"), answers: { "/for": "CHILD" } };
  expect(found(chosen, [of("B", "huzhou"), of("C", "huzhou")], "huzhou")).toMatchObject({
    chosen: "C",
    answers: { "/for": "CHILD" },
  });
  expect(found(chosen, [of("B", "huzhou")], "huzhou")).toMatchObject({ chosen: "B", answers: {}, item: null });
});
