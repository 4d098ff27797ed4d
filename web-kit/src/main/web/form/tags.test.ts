import { expect, test } from "vitest";
import type { Author, FieldState, Source } from "../protocol.ts";
import { nextRoom, type RoomState } from "../room/room-state.ts";
import { item } from "../samples/item.ts";
import { snapshot } from "../samples/snapshot.ts";
import type { FormView } from "./form-view.ts";
import { origin } from "./tags.ts";

const applicant: Author = { role: "APPLICANT", id: "k1", name: "" };
const helper: Author = { role: "HELPER", id: "h1", name: "王芳" };
const clerk: Author = { role: "CLERK", id: "c1", name: "李晓明" };
const path = "/tradeName";
const room = nextRoom(null, snapshot) as RoomState;

function said(by: Author, source: Source, role: FormView["role"] = "APPLICANT", value = "云帆"): string | null {
  const state: FieldState = { value, rev: 1, by, source, at: 0, confirmed: true };
  const field = item.fields.find((each) => each.path === path);
  if (field === undefined) throw new Error(`${path} is not there`);
  return origin(
    { item, room: { ...room, fields: { [path]: state } }, edits: {}, role } as unknown as FormView,
    field,
    path,
  );
}

test("of every answer it is said who wrote it", () => {
  expect(said(applicant, "TYPED")).toBe("您填的");
  expect(said(helper, "TYPED")).toBe("王芳填的");
  expect(said(clerk, "TYPED")).toBe("李晓明填的");
  expect(said(applicant, "TYPED", "HELPER")).toBe("办事人填的");
  expect(said(helper, "TYPED", "HELPER")).toBe("您填的");
});

test("and where it is from", () => {
  const sources: Source[] = ["CARD", "EARLIER", "EARLIER_CASE", "GUIDE", "SUGGESTION", "UNDO"];
  expect(sources.map((source) => said(applicant, source))).toEqual([
    "来自身份证",
    "沿用您刚办的，请核对",
    "来自上次办件",
    "您之前的回答",
    "采用了建议",
    "已撤销修改",
  ]);
  expect(said(helper, "CARD")).toBe("王芳填的 · 来自身份证");
  expect(said(applicant, "GUIDE", "HELPER")).toBe("办事人之前的回答");
});

test("where nothing stands there is nobody to name", () => {
  expect(said(applicant, "TYPED", "APPLICANT", "")).toBeNull();
});
