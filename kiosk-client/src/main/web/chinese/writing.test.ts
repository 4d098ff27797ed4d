import { expect, test } from "vitest";
import { Words } from "./words.ts";
import { afterChoice, nothingTyped, pages, settled, writing } from "./writing.ts";

const words = new Words(
  [
    "! where the words are from",
    "banli 办理p板栗n",
    "hao 好u号s",
    "hu 湖q户p",
    "huzhou 湖州l胡诌i",
    "huzhoushi 湖州市j",
    "lu 路r",
    "lv 绿q率p",
    "lve 略p",
    "nan 南s难r",
    "nanxun 南浔r南巡l",
    "nanxunqu 南浔区m",
    "qu 区t去x",
    "shi 是z市v",
    "xun 寻q",
    "zhou 州r周q",
  ].join("\n"),
);
const offersOf = (typed: string) => writing(typed, words).offers.map(({ text, letters }) => `${text} ${letters}`);

test("the words that are spelled so come first, the usual before the rare", () => {
  expect(offersOf("banli").slice(0, 2)).toEqual(["办理 5", "板栗 5"]);
});

test("several words in one breath are put together, and each can be chosen by itself", () => {
  const offers = offersOf("huzhoushinanxunqu");
  expect(offers[0]).toBe("湖州市南浔区 17");
  expect(offers.slice(1, 3)).toEqual(["湖州市 9", "湖州 6"]);
  expect(offers).toContain("湖 2");
});

test("a word is offered before it is spelled out, and a half syllable waits", () => {
  expect(offersOf("nanx")).toEqual(["南浔 4", "南浔区 4", "南 3", "难 3"]);
  expect(offersOf("banlishi")[0]).toBe("办理是 8");
  expect(offersOf("huzhoun").slice(0, 1)).toEqual(["湖州 6"]);
});

test("ü is typed as v, and lue stands for what is read lüe", () => {
  expect(offersOf("lv")).toContain("绿 2");
  expect(offersOf("lue")).toEqual(["略 3"]);
});

test("a slip of the finger at the end leaves what was typed before it, and no pinyin offers nothing", () => {
  expect(offersOf("huzhouvv")[0]).toBe("湖州 6");
  expect(offersOf("vvv")).toEqual([]);
  expect(writing("", words)).toEqual(nothingTyped);
});

test("choosing a word leaves the letters after it", () => {
  const typed = writing("huzhoushinanxunqu", words);
  const huzhou = typed.offers.find(({ text }) => text === "湖州市") ?? expect.fail("not offered");
  const left = afterChoice(typed, huzhou, words);
  expect(left.typed).toBe("nanxunqu");
  expect(left.offers[0]).toEqual({ text: "南浔区", letters: 8 });
  expect(afterChoice(left, left.offers[0] ?? expect.fail("nothing offered"), words)).toEqual(nothingTyped);
});

test("what goes on without a choice takes the first that is shown, and letters that are no pinyin as they are", () => {
  expect(settled(writing("nanxunqulu", words), words)).toBe("南浔区路");
  expect(settled({ ...writing("banli", words), from: 1 }, words)).toBe("板栗");
  expect(settled(writing("huvv", words), words)).toBe("湖vv");
});

test("letters are kept while the words are still on their way", () => {
  expect(writing("banli", null)).toEqual({ typed: "banli", offers: [], from: 0 });
  expect(settled(writing("banli", null), null)).toBe("banli");
  expect(writing("a".repeat(50), null).typed).toHaveLength(40);
});

test("words stand on pages of what has room, and each page has one at least", () => {
  const offers = ["四个汉字", "两字", "字", "这个词长得放不下", "字"].map((text) => ({ text, letters: 1 }));
  expect(pages(offers, 6, (text) => text.length)).toEqual([0, 2, 3, 4]);
  expect(pages([], 6, () => 1)).toEqual([]);
});
