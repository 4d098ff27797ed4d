import { expect, test } from "vitest";
import type { Author, Blob, Material, RoomEvent, RoomMessage, ServiceItem, Source } from "../protocol.ts";
import { nextRoom, type RoomState } from "../room/room-state.ts";
import { snapshot } from "../samples/snapshot.ts";
import { checklist, isOpen } from "./checklist.ts";

const clerk: Author = { role: "CLERK", id: "c1", name: "李晓明" };
const blob = (id: string): Blob => ({ blob: id, mediaType: "image/jpeg", bytes: 1, sha256: "0".repeat(64) });
const name = { zh: "材料", en: "Paper" };
const material = (code: string, more: Partial<Material> = {}): Material => ({
  code,
  name,
  form: "COPY",
  capture: "DOC_CAMERA",
  count: 1,
  later: true,
  ...more,
});
const item = {
  materials: [
    material("ID"),
    material("BRANCH_ONLY", { when: ["=", ["v", "/type"], "BRANCH"] } as Partial<Material>),
    material("AUTHORITY", { form: "GENERATED" }),
  ],
  guide: [],
  prefill: [],
  fields: [],
  tables: [],
  rules: [],
  pages: [],
} as unknown as ServiceItem;

let seq = 100;
const happened = (event: RoomEvent): RoomMessage => ({
  type: "RoomHappened",
  room: "r",
  seq: ++seq,
  at: 1,
  by: clerk,
  event,
  formRev: 1,
  issues: [],
  unconfirmed: [],
});
const after = (...events: RoomEvent[]): RoomState => {
  const room = events.map(happened).reduce<RoomState | null>(nextRoom, nextRoom(null, snapshot));
  if (room === null) throw new Error("the room was left");
  return room;
};
const assigned = (code: string, ...pages: string[]): RoomEvent => ({
  type: "PagesAssigned",
  material: code,
  pages: pages.map(blob),
});
const rejected = (code: string, page: string): RoomEvent => ({
  type: "PageRejected",
  material: code,
  page,
  regions: [{ shape: "CIRCLE", fromX: 0.1, fromY: 0.1, toX: 0.2, toY: 0.2 }],
  flaw: "GLARE",
});
const standing = (room: RoomState, code = "ID") =>
  checklist(item, room, 0).find((each) => each.material.code === code)?.standing;
const pages = (room: RoomState, code: string) => room.materials[code]?.pages.map((each) => each.page.blob);

test("a material is captured, rejected, taken again and passed", () => {
  expect(standing(after())).toBe("needed");
  expect(standing(after(assigned("ID", "a", "b")))).toBe("captured");
  const no = [assigned("ID", "a", "b"), rejected("ID", "a")];
  expect(standing(after(...no))).toBe("rejected");
  const again = [...no, assigned("ID", "c")];
  expect(standing(after(...again))).toBe("captured");
  expect(pages(after(...again), "ID")).toEqual(["c", "b"]);
  const passed: RoomEvent = { type: "MaterialJudged", material: "ID", word: "PASSED" };
  expect(standing(after(...again, passed))).toBe("passed");
  expect(standing(after(...again, passed, assigned("ID", "d")))).toBe("captured");
});

test("a page is of one material at a time", () => {
  const room = after(assigned("ID", "a", "b"), assigned("AUTHORITY", "b"));
  expect(pages(room, "ID")).toEqual(["a"]);
  expect(pages(room, "AUTHORITY")).toEqual(["b"]);
});

test("what is not wanted, or comes of the form itself, is not missed", () => {
  const room = after({ type: "FieldSet", path: "/type", value: "LLC", rev: 1, source: "TYPED" });
  expect(standing(room, "AUTHORITY")).toBe("generated");
  expect(
    checklist(item, room, 0)
      .filter(isOpen)
      .map((each) => each.material.code),
  ).toEqual(["ID"]);
});

test("a page knows those in whose place it came, and that a phone sent it", () => {
  const waits: RoomEvent = { type: "PageSent", material: "ID", page: blob("b") };
  const room = after(assigned("ID", "a"), rejected("ID", "a"), waits, assigned("ID", "b"), rejected("ID", "b"));
  expect(room.sent).toEqual([]);
  const again = nextRoom(room, happened(assigned("ID", "c")));
  const pages = again?.materials["ID"]?.pages ?? [];
  expect(pages.map((each) => each.page.blob)).toEqual(["c"]);
  expect(pages[0]?.before?.map((each) => [each.page.blob, each.rejected.flaw])).toEqual([
    ["a", "GLARE"],
    ["b", "GLARE"],
  ]);
  expect(room.materials["ID"]?.pages[0]?.phone).toBe(true);
  expect(pages[0]?.phone).toBeUndefined();
});

test("a page that becomes another material's takes along those in whose place it came", () => {
  const again = [assigned("ID", "a"), rejected("ID", "a"), assigned("ID", "b")];
  const room = after(...again, assigned("AUTHORITY", "c"), rejected("AUTHORITY", "c"), assigned("AUTHORITY", "b"));
  expect(pages(room, "ID")).toEqual([]);
  const [moved] = room.materials["AUTHORITY"]?.pages ?? [];
  expect(moved?.page.blob).toBe("b");
  expect(moved?.before?.map((each) => each.page.blob)).toEqual(["a", "c"]);
});

test("what a phone sent waits until it is taken or dropped, and is nobody's once it is filed", () => {
  const sent = (page: string): RoomEvent => ({ type: "PageSent", material: "ID", page: blob(page) });
  const waiting = (...events: RoomEvent[]) => after(...events).sent.map((each) => each.page.blob);
  expect(waiting(sent("a"), sent("b"))).toEqual(["a", "b"]);
  expect(waiting(sent("a"), sent("b"), { type: "SentPageDropped", page: "a" })).toEqual(["b"]);
  expect(waiting(sent("a"), { type: "Submitted", caseNo: "1", formHash: "f" })).toEqual([]);
});

test("the one card that is needed is there once it was read", () => {
  const card = material("ID", { form: "ORIGINAL_SEEN", capture: "ID_READER" });
  const read = after({ type: "CardRead", says: [] });
  const one = { ...item, materials: [card] };
  const [line] = checklist(one, read, 0);
  expect(line?.standing).toBe("read");
  expect(line !== undefined && isOpen(line)).toBe(false);
  expect(checklist(one, after(), 0)[0]?.standing).toBe("needed");
  const two = { ...item, materials: [card, { ...card, code: "AGENT" }] };
  expect(checklist(two, read, 0).map((each) => each.standing)).toEqual(["needed", "needed"]);
});

test("a card that has expired is still missed", () => {
  const card = material("ID", { form: "ORIGINAL_SEEN", capture: "ID_READER" });
  const one = { ...item, materials: [card] };
  const read: RoomEvent = { type: "CardRead", says: [], expired: "2026-03-01" };
  expect(checklist(one, after(read), 0)[0]?.standing).toBe("needed");
  expect(checklist(one, after(read, { type: "CardRead", says: [] }), 0)[0]?.standing, "the new one").toBe("read");
});

test("a card that was read is missed again once the form says another number", () => {
  const card = material("ID", { form: "ORIGINAL_SEEN", capture: "ID_READER" });
  const one: ServiceItem = { ...item, materials: [card], prefill: [{ path: "/idNo", what: "ID_NO" }] };
  const set = (source: Source): RoomEvent => ({ type: "FieldSet", path: "/idNo", value: "3", rev: 1, source });
  const standing = (room: RoomState) => checklist(one, room, 0)[0]?.standing;
  const read: RoomEvent = { type: "CardRead", says: [] };
  expect(standing(after(read, set("CARD")))).toBe("read");
  expect(standing(after(read, set("TYPED")))).toBe("needed");
  const issue = { path: "/idNo", code: "card.differs", args: {} };
  const ofAnother = { ...after(read, set("CARD")), issues: [issue] };
  expect(standing(ofAnother), "another card was read since").toBe("needed");
});
