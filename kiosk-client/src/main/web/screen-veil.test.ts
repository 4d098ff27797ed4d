import { expect, test } from "vitest";
import { toldLadder } from "web-kit/room/ladder.ts";
import { pageOf } from "web-kit/samples/pages.ts";
import { filed } from "./gallery/room.ts";
import { inTalk, touched } from "./gallery/sample.ts";
import type { Touch } from "./touch.ts";
import { isVeiled } from "./screen-veil.ts";

const talking = inTalk().state;
const under = (sheet: Touch["sheet"]) => isVeiled(talking, touched({ sheet }).touch, null);

test("a clerk does not read off the shared screen the code by which the matter is taken up again", () => {
  expect(under("aside")).toBe(true);
  expect(under("kept")).toBe(true);
});

test("nor a helper's code, nor a signature before it is made", () => {
  expect(under("helper")).toBe(true);
  expect(under("sign")).toBe(true);
});

test("nor a phone's code, nor its page before the applicant has taken it", () => {
  const sent = (over: typeof filed | null) => {
    const room = talking.room && {
      ...talking.room,
      filed: over,
      sent: [{ material: "INVESTORS", page: pageOf("3") }],
    };
    return isVeiled({ ...talking, room }, touched({}).touch, null);
  };
  expect(under("phone")).toBe(true);
  expect(sent(null)).toBe(true);
  expect(sent(filed)).toBe(false);
});

test("nor the form that they may not see", () => {
  expect(
    isVeiled(
      { ...talking, room: talking.room && { ...talking.room, ladder: toldLadder([]) } },
      touched({}).touch,
      null,
    ),
  ).toBe(true);
});

test("nor what is secret, while it is written", () => {
  const item = talking.item && {
    ...talking.item,
    fields: talking.item.fields.map((field) => ({ ...field, sensitivity: "SECRET" as const })),
  };
  expect(isVeiled({ ...talking, item }, touched({}).touch, "/tradeName")).toBe(true);
  expect(isVeiled({ ...talking, item }, touched({}).touch, null)).toBe(false);
});

test("everything else is shared as it is", () => {
  for (const sheet of [null, "help", "leave", "leaflet", "changes", "presented"] as const)
    expect(under(sheet)).toBe(false);
});
