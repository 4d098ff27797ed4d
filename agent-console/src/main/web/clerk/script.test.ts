import { expect, test } from "vitest";
import { item } from "web-kit/samples/item.ts";
import type { ServiceItem } from "web-kit/protocol.ts";
import { sampleWords } from "../shared/sample-words.ts";
import { sampleRoom, applicant, written } from "./samples/room.ts";
import { cardNow, stepsNow } from "./script.ts";

const say = { zh: "请说", en: "Please say" };
const scripted: ServiceItem = {
  ...item,
  script: [
    { id: "greet", say },
    { id: "name", say, at: "/tradeName", done: ["filled", "/tradeName"] },
    { id: "number", say, at: "/idNo", done: ["filled", "/idNo"] },
    { id: "joint", say, when: ["=", ["v", "/type"], "JSC"] },
  ],
  cards: [
    { path: "/tradeName", wants: say },
    { path: "/investors/name", wants: say, sample: say },
  ],
};
const room = { ...sampleRoom(sampleWords(false)), focuses: {}, fields: {}, unconfirmed: [] };

test("a step ticks itself when what it waits for holds, and a masked value is enough to be filled", () => {
  const fields = { "/tradeName": written("云帆"), "/idNo": written("310117********0016", applicant) };
  const steps = stepsNow(scripted, { ...room, fields }, []);
  expect(steps.map((each) => [each.step.id, each.done])).toEqual([
    ["greet", false],
    ["name", true],
    ["number", true],
  ]);
});

test("what only the clerk can tell is ticked by hand, and the first that is left is the current one", () => {
  const current = (ticked: string[]) => stepsNow(scripted, room, ticked).find((each) => each.current)?.step.id;
  expect(current([])).toBe("greet");
  expect(current(["greet"])).toBe("name");
});

test("a step is there only while it is wanted", () => {
  const steps = stepsNow(scripted, { ...room, fields: { "/type": written("JSC") } }, []);
  expect(steps.at(-1)?.step.id).toBe("joint");
});

test("the clerk's own place decides which card is shown, else the applicant's, in every row of a table", () => {
  const theirs = { ...room, focuses: { k: { by: applicant, path: "/tradeName" } } };
  expect(cardNow(scripted, theirs, null)?.path).toBe("/tradeName");
  expect(cardNow(scripted, theirs, "/investors/a/name")?.path).toBe("/investors/name");
  expect(cardNow(scripted, theirs, "/seat")?.path).toBe("/tradeName");
  expect(cardNow(scripted, room, "/seat")).toBeNull();
});
