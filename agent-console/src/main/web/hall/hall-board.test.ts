import { expect, test } from "vitest";
import type { Board, ClerkRow, ClerkState, WaitingRow } from "web-kit/protocol.ts";
import { couldAnswer, entering, isOn, lineChanged, next, openMoves, staffOf } from "./hall-board.ts";

const words = (zh: string) => ({ zh, en: zh });
const clerk = (name: string, state: ClerkState, ...windows: string[]): ClerkRow => ({
  clerk: name,
  name,
  staffNo: "1",
  state,
  since: 0,
  windows,
});
const row: WaitingRow = {
  call: "c1",
  position: 1,
  item: "ENT_NAME",
  itemTitle: words("企业名称"),
  from: words("松江"),
  to: words("南浔"),
  kiosk: words("1 号"),
  since: 0,
  why: "ARRIVAL",
  mayAssign: true,
};
const board = (clerks: ClerkRow[]): Board => ({
  type: "Board",
  manager: "周",
  centre: words("南浔"),
  now: 9_000,
  waiting: [row],
  talking: [],
  clerks,
  windows: [
    { window: "w1", name: words("企业"), items: [words("企业名称")] },
    { window: "w2", name: words("社保"), items: [words("社保卡")] },
  ],
  kiosks: [],
  longWaitMinutes: 10,
});
const code = { type: "CodeMade", opId: "o", kiosk: "k", purpose: "LAUNCH", code: "ABC", until: 1 } as const;

test("how many waited is kept as it changes, and goes with the seat", () => {
  const first = next(entering, board([]), 0);
  const second = next(first, { ...board([]), now: 12_000, waiting: [] }, 0);
  expect(second.seen).toEqual([
    { at: 9_000, waiting: 1 },
    { at: 12_000, waiting: 0 },
  ]);
  expect(lineChanged(second, { at: "closed", code: 4401 }).seen).toEqual([]);
});

test("what waited before the page was opened is told by the server", () => {
  const told = next(entering, { type: "WaitingLately", counts: [{ at: 3_000, waiting: 4 }] }, 0);
  expect(next(told, board([]), 0).seen).toEqual([
    { at: 3_000, waiting: 4 },
    { at: 9_000, waiting: 1 },
  ]);
});

test("the newest board stands, with the server's clock", () => {
  const first = next(entering, board([]), 1_000);
  const second = next(first, { ...board([]), waiting: [] }, 1_000);
  expect(second).toMatchObject({ seat: "seated", ahead: 8_000, board: { waiting: [] } });
});

test("a launch code is there until the board is lost to this page", () => {
  const made = next(next(entering, board([]), 0), code, 0);
  expect(made.code?.code).toBe("ABC");
  expect(lineChanged(made, { at: "lost", since: 0 }).code?.code).toBe("ABC");
  expect(lineChanged(made, { at: "closed", code: 4401 })).toMatchObject({ seat: "signedOut", board: null, code: null });
});

test("only who is ready and on a window for the item can be given the call", () => {
  const clerks = [
    clerk("ready", "READY", "w1"),
    clerk("elsewhere", "READY", "w2"),
    clerk("talking", "TALKING", "w1"),
    clerk("nowhere", "READY"),
  ];
  expect(couldAnswer(board(clerks), row).map((each) => each.name)).toEqual(["ready"]);
});

test("who is not there does not staff a window", () => {
  const clerks = [clerk("here", "AWAY", "w1"), clerk("gone", "OFFLINE", "w1")];
  expect(staffOf(board(clerks), "w1").map((each) => each.name)).toEqual(["here"]);
});

test("a tick stands as it was set until the board agrees, and no longer", () => {
  const li = clerk("li", "READY", "w1");
  const moves = new Map([
    ["li/w1", false],
    ["li/w2", true],
  ]);
  expect([isOn(li, "w1", moves), isOn(li, "w2", moves), isOn(li, "w1", new Map())]).toEqual([false, true, true]);
  expect([...openMoves(moves, board([clerk("li", "READY", "w1", "w2")])).keys()]).toEqual(["li/w1"]);
  expect(openMoves(moves, board([clerk("li", "READY", "w2")])).size).toBe(0);
});
