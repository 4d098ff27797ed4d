import { afterEach, beforeEach, expect, test } from "vitest";
import { setLanguage } from "./language.ts";
import { FakeVoice } from "./fake-voice.ts";
import { browserSpeaker, canReadAloud, neverSpeak, readAloud, speakBy, stopReading } from "./read-aloud.ts";

let voice: FakeVoice;
beforeEach(() => (voice = FakeVoice.comes("zh-CN", "en-GB")));
afterEach(() => {
  voice.goes();
  setLanguage("zh");
});

test("what is read is read in the language of the page", () => {
  readAloud("请看这里");
  setLanguage("en");
  readAloud("Please look here");
  expect(voice.said).toEqual(["zh-CN: 请看这里", "en-US: Please look here"]);
});

test("the next words are read in place of those before, and nothing is read on once it is stopped", () => {
  readAloud("一");
  readAloud("二");
  expect(voice.reading).toBe("zh-CN: 二");
  stopReading();
  expect(voice.reading).toBeNull();
});

test("reading is offered only where the browser has a voice for the language of the page", () => {
  voice.goes();
  expect(canReadAloud()).toBe(false);
  expect(stopReading).not.toThrow();
  voice = FakeVoice.comes("en-GB");
  expect(canReadAloud()).toBe(false);
  setLanguage("en");
  expect(canReadAloud()).toBe(true);
});

test("what must not be heard in a hall is not said, however it is grouped", () => {
  const kept = ["310117198805120016", "13800000427", "否", "小宁，又名宁"];
  neverSpeak(() => kept);
  readAloud("身份证号：310117 19880512 0016，手机号：138 0000 0427，已填");
  readAloud("合计：否认不了。要不要批准");
  readAloud("姓名：小宁，又名宁");
  neverSpeak(() => []);
  expect(voice.said).toEqual([
    "zh-CN: 身份证号：这里不念出来。手机号：这里不念出来。已填",
    "zh-CN: 合计：否认不了。要不要批准",
    "zh-CN: 这里不念出来",
  ]);
});

test("another engine can speak in place of the browser", () => {
  const said: string[] = [];
  speakBy({ speaks: (wanted) => wanted === "zh", say: (text) => said.push(text), stop: () => said.push("stop") });
  expect(canReadAloud()).toBe(true);
  readAloud("一");
  stopReading();
  speakBy(browserSpeaker);
  expect(said).toEqual(["一", "stop"]);
  expect(voice.said).toEqual([]);
});

test("a Mandarin voice of Linux is one for Chinese, and one that reads pinyin is none", () => {
  voice.goes();
  voice = FakeVoice.comes("cmn-LATN-PINYIN", "yue");
  expect(canReadAloud()).toBe(false);
  voice.goes();
  voice = FakeVoice.comes("cmn-LATN-PINYIN", "cmn");
  expect(canReadAloud()).toBe(true);
});
