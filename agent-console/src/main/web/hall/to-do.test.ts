import { expect, test } from "vitest";
import { sampleWords } from "../shared/sample-words.ts";
import { ago, calmBoard, now, sampleBoard } from "./samples/board.ts";
import { toDos } from "./to-do.ts";

const board = sampleBoard(sampleWords(false));

test("who waits long, a window without anybody, and a kiosk whose page is not open are to be seen to, in this order", () => {
  expect(toDos(board, now).map((each) => each.what)).toEqual(["LONG_WAIT", "NO_CLERK", "KIOSK_CLOSED"]);
  expect(toDos(calmBoard(sampleWords(false)), now)).toEqual([]);
});

test("what rings already or is answered elsewhere is not for this manager", () => {
  const waiting = board.waiting.map((row) => ({ ...row, since: ago(900), ringingAt: row.call === "c2" ? "陈" : null }));
  const calls = toDos({ ...board, waiting }, now).filter((each) => each.what === "LONG_WAIT");
  expect(calls.map((each) => each.row.call)).toEqual(["c1"]);
});
