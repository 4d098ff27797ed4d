import { expect, test } from "vitest";
import { screen as drawn } from "../gallery/drawn.ts";
import type { Sample } from "../gallery/sample.ts";
import { elsewhere, mainAct } from "./main-act.ts";
import { reaching } from "web-kit/room/ladder.ts";

const screen = (name: string, change?: (sample: Sample) => Sample) => drawn(name, {}, change);

test("without anything to decide, going on comes first", () => {
  expect(mainAct(screen("form"))).toBe("go-on");
  expect(mainAct(screen("talkingRefused"))).toBe("go-on");
  expect(mainAct(screen("talkingPointed"))).toBe("go-on");
});

test("what is to be decided on the page comes before going on", () => {
  expect(mainAct(screen("talking"))).toBe("decide");
  expect(mainAct(screen("talkingConflict"))).toBe("decide");
});

test("what is on another page is looked at first", () => {
  expect(mainAct(screen("talkingElsewhere"))).toBe("look");
  expect(elsewhere(screen("talkingSuggestedElsewhere"))).toMatchObject({ path: "/tradeName", why: "suggested" });
});

test("nothing is louder than the question whether the clerk may write", () => {
  const asked = screen("talking", (sample) => ({
    ...sample,
    state: {
      ...sample.state,
      room: sample.state.room && { ...sample.state.room, ladder: reaching("SUGGEST", "EDIT_FORM") },
    },
  }));
  expect(mainAct(asked)).toBe("answer");
});

test("a helper gives the place back before anything is gone on with", () => {
  expect(mainAct(screen("talkingHelper"))).toBe("hand-over");
});
