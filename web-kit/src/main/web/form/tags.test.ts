import { expect, test } from "vitest";
import type { Author, Field, FieldState, Kind, Role, Source } from "../protocol.ts";
import { nextRoom, type RoomState } from "../room/room-state.ts";
import { item } from "../samples/item.ts";
import { snapshot } from "../samples/snapshot.ts";
import { control } from "./controls.ts";
import type { FormView } from "./form-view.ts";
import { origin, tags } from "./tags.ts";

const applicant: Author = { role: "APPLICANT", id: "k1", name: "" };
const helper: Author = { role: "HELPER", id: "h1", name: "王芳" };
const clerk: Author = { role: "CLERK", id: "c1", name: "李晓明" };
const path = "/tradeName";
const room = nextRoom(null, snapshot) as RoomState;

const field = item.fields.find((each) => each.path === path) as Field;

function view(by: Author, source: Source, role: FormView["role"] = "APPLICANT", value = "云帆"): FormView {
  const state: FieldState = { value, rev: 1, by, source, at: 0, confirmed: true };
  const pen = { saved: new Set<string>(), focused: null };
  const shown = { item, room: { ...room, fields: { [path]: state } }, edits: {}, role, pen, online: true };
  return shown as unknown as FormView;
}

function said(...[by, source, role, value]: Parameters<typeof view>): string | null {
  return origin(view(by, source, role, value), field, path);
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

test("where a newer server has it from is passed over: who wrote it is said all the same", () => {
  expect(said(applicant, "ORACLE" as Source)).toBe("您填的");
  expect(said(helper, "ORACLE" as Source)).toBe("王芳填的");
  expect(() => tags(view(applicant, "ORACLE" as Source), field, path)).not.toThrow();
  expect(() => tags(view({ ...clerk, role: "WITNESS" as Role }, "TYPED"), field, path)).not.toThrow();
});

test("what a newer server asks for in a way that is not known here is read, and not written", () => {
  const drawing = { ...field, kind: "DRAWING" as Kind };
  const box = { id: "f", described: "", wrong: false, locked: false };
  const markup = control(view(applicant, "TYPED"), drawing, path, box).strings.join("");
  expect(markup).toContain("<output");
  expect(markup).not.toMatch(/<input|<textarea/);
});
