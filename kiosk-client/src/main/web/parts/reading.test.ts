import { nothing } from "lit";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { suggestionCard } from "web-kit/form/suggestion-card.ts";
import { setLanguage } from "web-kit/text/language.ts";
import { FakeVoice } from "web-kit/text/fake-voice.ts";
import { t } from "web-kit/text/text.ts";
import { press, screen } from "../gallery/drawn.ts";
import { formView, type RoomScreen } from "../view.ts";
import { enlarged, presented } from "./presented.ts";
import { takenAway } from "./reading.ts";

let voice: FakeVoice;
beforeEach(() => (voice = FakeVoice.comes("zh-CN", "en-US")));
afterEach(() => {
  voice.goes();
  vi.unstubAllGlobals();
  setLanguage("zh");
});

/** What the clerk put there, as it is drawn. */
function drawn(view: RoomScreen): unknown {
  const { call } = view.state;
  return call?.type === "Talking" ? presented(view, call) : nothing;
}

test("the clerk's sentence is read in the language of the page", () => {
  press(drawn(screen("talkingPhrase")), t("read.aloud"));
  expect(voice.said).toEqual(["zh-CN: 请看亮起来的那一格，照您身份证上的写就行。"]);
  setLanguage("en");
  press(drawn(screen("talkingPhrase")), t("read.aloud"));
  expect(voice.said[1]).toMatch(/^en-US: Please look at the box/);
});

test("a leaflet is read with what to bring in this situation", () => {
  vi.stubGlobal("location", { origin: "https://window.test" });
  press(drawn(screen("talkingLeaflet")), t("read.aloud"));
  expect(voice.reading).toMatch(/^zh-CN: 企业名称自主申报。/);
  expect(voice.reading).toContain("居民身份证");
  setLanguage("en");
  press(drawn(screen("talkingLeaflet")), t("read.aloud"));
  expect(voice.reading).toMatch(/^en-US: Company name declaration/);
});

test("the way to a centre is read with address, hours and how to get there", () => {
  press(drawn(screen("talkingMap")), t("read.aloud"));
  expect(voice.reading).toMatch(/^zh-CN: 湖州市南浔区政务服务中心。地址：南浔区示例路 266 号/);
  expect(voice.reading).toContain("高铁南浔站下车");
});

test("of a page by examples what has one is read", () => {
  press(drawn(screen("talkingPageSample")), t("read.aloud"));
  expect(voice.reading).toBe("zh-CN: 样例：企业叫什么。字号：云帆");
});

test("what is shown large is there only while the clerk shows it", () => {
  for (const name of ["talkingSampleLarge", "talkingPageSampleLarge", "talkingMapLarge"]) {
    const view = screen(name);
    expect(enlarged(view)).not.toBeNull();
    const room = { ...view.state.room, presented: null };
    expect(enlarged({ ...view, state: { ...view.state, room } })).toBeNull();
  }
});

test("a proposal is read with its reason", () => {
  const form = formView(screen("talking"));
  const [open] = form.room.suggestions;
  const field = form.item.fields.find((each) => each.path === open?.path);
  if (open === undefined || field === undefined) throw new Error("nothing is proposed");
  press(suggestionCard(form, field, "", open), t("read.aloud"));
  expect(voice.reading).toBe(`zh-CN: 李晓明建议。${open.value}。${open.reason}`);
});

test("without a voice nothing offers to read", () => {
  voice.goes();
  expect(() => press(drawn(screen("talkingPhrase")), t("read.aloud"))).toThrow("no button");
});

test("what was taken away is not read on", () => {
  const { room } = screen("talkingPhrase").state;
  expect(takenAway(room, room)).toBe(false);
  expect(takenAway(room, { ...room, seq: 21, chat: [] })).toBe(false);
  expect(takenAway(room, { ...room, presented: null })).toBe(true);
  expect(takenAway(room, { ...room, room: "another" })).toBe(true);
  expect(takenAway(room, null)).toBe(true);
  const proposed = screen("talking").state.room;
  expect(takenAway(room, proposed)).toBe(true);
  expect(takenAway(proposed, { ...proposed, suggestions: [] })).toBe(true);
  expect(takenAway(null, proposed)).toBe(false);
});
