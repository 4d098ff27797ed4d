import { expect, test } from "vitest";
import type { ServiceItem } from "../protocol.ts";
import { item as sample } from "../samples/item.ts";
import { questions, said, wanted } from "./guide.ts";

const now = Date.UTC(2026, 2, 2);
const [card, licence, letter] = sample.materials;
if (card === undefined || licence === undefined || letter === undefined)
  throw new Error("the sample has three materials");
const item: ServiceItem = {
  ...sample,
  guide: ["/type", "/preApproval"],
  materials: [
    card,
    { ...licence, when: ["=", ["v", "/type"], "LLC"] },
    { ...letter, when: ["=", ["v", "/preApproval"], "true"] },
  ],
  rules: [
    { type: "Shows", id: "approval", when: ["!=", ["v", "/type"], "SOLE"], show: ["/preApproval"] },
    { type: "Offers", id: "kinds", at: "/type", only: ["LLC", "SOLE"] },
  ],
};
const asked = (answers: Record<string, string>) => questions(item, answers, now).map(({ field }) => field.path);
const papers = (answers: Record<string, string>) =>
  wanted(item, answers, now).map(({ material, sure }) => material.code + (sure ? "" : "?"));

test("a question is asked while the rules show its field, with what they offer", () => {
  expect(asked({ "/type": "LLC" })).toEqual(["/type", "/preApproval"]);
  expect(asked({ "/type": "SOLE" })).toEqual(["/type"]);
  expect(questions(item, {}, now)[0]?.choices.map((each) => each.code)).toEqual(["LLC", "SOLE"]);
});

test("the answers make the list of materials; what they do not tell stays on it, as not sure", () => {
  expect(papers({ "/type": "LLC", "/preApproval": "false" })).toEqual(["ID", "LICENCE"]);
  expect(papers({ "/type": "LLC", "/preApproval": "true" })).toEqual(["ID", "LICENCE", "LETTER"]);
  expect(papers({})).toEqual(["ID", "LICENCE?", "LETTER?"]);
});

test("only what is still asked and offered goes into the form", () => {
  expect(said(item, { "/type": "LLC", "/preApproval": "true", "/capital": "7" }, now)).toEqual([
    ["/type", "LLC"],
    ["/preApproval", "true"],
  ]);
  expect(said(item, { "/type": "SOLE", "/preApproval": "true" }, now)).toEqual([["/type", "SOLE"]]);
  expect(said(item, { "/type": "JSC" }, now)).toEqual([]);
});

test("an item without questions has them answered", () => {
  expect(questions({ ...item, guide: [] }, {}, now)).toEqual([]);
});
