import { expect, test } from "vitest";
import { afterMaterial } from "web-kit/room/materials.ts";
import { inTalk } from "../gallery/sample.ts";
import { samples } from "../gallery/samples.ts";
import type { RoomScreen } from "../view.ts";
import { rejection, toTakeAgain } from "./materials.ts";

test("a page that is rejected once more is shown once more", () => {
  const view = (samples["materialRejected"] ?? inTalk)() as unknown as RoomScreen;
  const first = toTakeAgain(view);
  if (first === null) throw new Error("nothing was rejected");
  const read = { ...view, touch: { ...view.touch, rejectionsRead: [rejection(first.page)] } };
  expect(toTakeAgain(read)).toBeNull();
  const { room } = read.state;
  const materials = afterMaterial(room.materials, {
    type: "PageRejected",
    material: "INVESTORS",
    page: first.page.page.blob,
    regions: [],
    flaw: "CUT_OFF",
  });
  const again = toTakeAgain({ ...read, state: { ...read.state, room: { ...room, materials } } });
  expect(again?.page.rejected?.flaw).toBe("CUT_OFF");
});
