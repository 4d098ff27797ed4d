import { expect, test } from "vitest";
import { sampleWords } from "../shared/sample-words.ts";
import { ago, calmBoard, now, sampleBoard } from "./samples/board.ts";
import { toDos } from "./to-do.ts";

const board = sampleBoard(sampleWords(false));

test("who waits long, a window without anybody, and a kiosk whose page is not open are to be seen to, in this order", () => {
  expect(toDos(board, now).map((each) => each.what)).toEqual(["LONG_WAIT", "NO_CLERK", "KIOSK_CLOSED"]);
  expect(toDos(calmBoard(sampleWords(false)), now)).toEqual([]);
});

test("a copied key comes before everything else, a device program that is too old before a page that is not open", () => {
  const [first, second, ...others] = board.kiosks;
  const kiosks = [
    { ...first!, trouble: "TOO_OLD" as const },
    { ...second!, trouble: "KEY_CLONED" as const },
    ...others,
  ];
  expect(toDos({ ...board, kiosks }, now).map((each) => each.what)).toEqual([
    "KEY_CLONED",
    "LONG_WAIT",
    "NO_CLERK",
    "DAEMON_TOO_OLD",
    "KIOSK_CLOSED",
  ]);
});

test("what rings already or is answered elsewhere is not for this manager", () => {
  const waiting = board.waiting.map((row) => ({ ...row, since: ago(900), ringingAt: row.call === "c2" ? "陈" : null }));
  const calls = toDos({ ...board, waiting }, now).filter((each) => each.what === "LONG_WAIT");
  expect(calls.map((each) => each.row.call)).toEqual(["c1"]);
});
