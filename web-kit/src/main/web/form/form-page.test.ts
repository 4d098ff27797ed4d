import { expect, test } from "vitest";
import type { Author, FieldState } from "../protocol.ts";
import { nextRoom, type RoomState } from "../room/room-state.ts";
import { snapshot } from "../samples/snapshot.ts";
import { mayTakeOut } from "./form-page.ts";
import type { FormView } from "./form-view.ts";

const applicant: Author = { role: "APPLICANT", id: "k1", name: "" };
const clerk: Author = { role: "CLERK", id: "c1", name: "李晓明" };
const row = "/investors/r1";
const wrote = (by: Author, value: string, more: Partial<FieldState> = {}): FieldState => ({
  value,
  rev: 1,
  by,
  source: "TYPED",
  at: 0,
  confirmed: by.role !== "CLERK",
  ...more,
});

/** Whether a row is offered to be taken out, where these fields stand. */
function offered(
  role: FormView["role"],
  fields: Record<string, FieldState>,
  unconfirmed: string[] = [],
  mayWrite = true,
): boolean {
  const room = { ...(nextRoom(null, snapshot) as RoomState), fields, unconfirmed };
  return mayTakeOut({ room, role, mayWrite }, row);
}

test("an applicant takes out any row, and a clerk an empty one or one that the clerk alone filled", () => {
  const theirs = { [`${row}/name`]: wrote(applicant, "㐱小宁") };
  expect(offered("APPLICANT", theirs)).toBe(true);
  expect(offered("CLERK", {})).toBe(true);
  expect(offered("CLERK", { [`${row}/name`]: wrote(clerk, "㐱小宁") }, [`${row}/name`])).toBe(true);
  expect(offered("CLERK", theirs)).toBe(false);
});

test("what the applicant says, confirmed or filled by a paper, keeps its row from a clerk", () => {
  expect(offered("CLERK", { [`${row}/name`]: wrote(clerk, "㐱小宁", { confirmed: true }) })).toBe(false);
  expect(offered("CLERK", { [`${row}/name`]: wrote(applicant, "㐱小宁", { source: "CARD" }) })).toBe(false);
});

test("a row whose words the clerk emptied, unconfirmed, still says what stood there", () => {
  const emptied = { [`${row}/name`]: wrote(clerk, "") };
  expect(offered("CLERK", emptied, [`${row}/name`])).toBe(false);
  expect(offered("CLERK", emptied), "nothing stood there before").toBe(true);
});

test("what the applicant says in another row or field keeps nothing, and nobody takes out what they may not write", () => {
  const elsewhere = { "/investors/r10/name": wrote(applicant, "㐱"), "/tradeName": wrote(applicant, "禾泽") };
  expect(offered("CLERK", elsewhere)).toBe(true);
  expect(offered("APPLICANT", {}, [], false)).toBe(false);
  expect(offered("CLERK", {}, [], false)).toBe(false);
});
