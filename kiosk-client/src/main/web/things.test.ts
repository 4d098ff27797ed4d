import { expect, test } from "vitest";
import type { RoomState } from "web-kit/room/room-state.ts";
import { noUses } from "web-kit/room/uses.ts";
import { thingsOf } from "./things.ts";

const nothing = { uses: noUses, card: null, filed: null } as unknown as RoomState;
const used = (type: "ReadIdCard" | "ScanPages" | "PrintDocument", allowed = true) =>
  ({ command: type, task: { type }, allowed, pages: [] }) as unknown as RoomState["uses"]["all"][number];

test("who had nothing out is not asked to take anything", () => {
  expect(thingsOf(nothing, false)).toEqual([]);
});

test("what was used in this visit is named, and nothing else", () => {
  const all = [used("ReadIdCard"), used("ScanPages", false), used("PrintDocument")];
  expect(thingsOf({ ...nothing, uses: { ...noUses, all } }, false)).toEqual(["card", "print", "bag"]);
});

test("a receipt printed from the screen lies in the slot", () => {
  const filed = { caseNo: "1", at: 0, formHash: "ab", progress: "s" } as RoomState["filed"];
  expect(thingsOf({ ...nothing, filed }, false)).toEqual(["bag"]);
  expect(thingsOf({ ...nothing, filed }, true)).toEqual(["print", "bag"]);
});
