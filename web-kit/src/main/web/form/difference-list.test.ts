import { expect, test } from "vitest";
import { item, text } from "../samples/item.ts";
import { regional } from "./difference-list.ts";

test("a place that wants the same differs in nothing, whatever its papers are called and its pages are cut", () => {
  const there = {
    ...item,
    variant: text("别处", "There"),
    agreements: [{ code: "A1", text: text("别处看得到", "Seen there") }],
    pages: item.pages.slice(1),
  };
  expect(regional(item, there)).toEqual([]);
});

test("how a box is filled in there is said in the words of its card", () => {
  const [card] = item.cards;
  const cards = [{ ...card!, wants: text("两个字", "Two characters") }];
  const [found, ...others] = regional({ ...item, cards }, item);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ part: "CARD", from: text("两个字", "Two characters"), to: card!.wants });
  expect(regional({ ...item, cards: [] }, item)).toMatchObject([{ part: "CARD", how: "ADDED", to: card!.wants }]);
});

test("what is wanted there and not here is said the way the applicant looks at it", () => {
  const [paper, ...others] = item.materials;
  const found = regional({ ...item, materials: others }, { ...item, fee: text("十元", "Ten yuan") });
  expect(found.map(({ part, how }) => `${part} ${how}`)).toEqual(["FEE CHANGED", "MATERIAL ADDED"]);
  expect(found[1]?.name).toEqual(paper?.name);
});
