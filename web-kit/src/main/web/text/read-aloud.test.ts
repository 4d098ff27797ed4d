import { afterEach, beforeEach, expect, test } from "vitest";
import { setLanguage } from "./language.ts";
import { FakeVoice } from "./fake-voice.ts";
import { canReadAloud, readAloud, stopReading } from "./read-aloud.ts";

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
