import { expect, test } from "vitest";
import { Pen } from "web-kit/form/pen.ts";
import type { Acts } from "../acts.ts";
import type { Sample } from "../gallery/sample.ts";
import { samples } from "../gallery/samples.ts";
import { hasRoom, type RoomScreen } from "../view.ts";
import { elsewhere, mainAct } from "./main-act.ts";
import { reaching } from "web-kit/room/ladder.ts";

function screen(name: string, change: (sample: Sample) => Sample = (sample) => sample): RoomScreen {
  const make = samples[name];
  if (make === undefined) throw new Error(`there is no sample ${name}`);
  const sample = change(make());
  const pen = new Pen({
    room: () => sample.state.room,
    isMine: () => true,
    isMasked: () => false,
    maxLength: () => Infinity,
    operate: () => new Promise(() => undefined),
    send: () => undefined,
    changed: () => undefined,
  });
  pen.edits = sample.edits ?? {};
  const view = { ...sample, pen, acts: {} as Acts };
  if (!hasRoom(view)) throw new Error(`${name} has no room`);
  return view;
}

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
