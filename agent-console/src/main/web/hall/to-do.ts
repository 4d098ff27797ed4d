import type { Board, KioskRow, WaitingRow, WindowRow } from "web-kit/protocol.ts";
import { isLong } from "../shared/waited.ts";
import { staffOf } from "./hall-board.ts";

/** What only this manager can put right just now. */
export type ToDo =
  | { readonly what: "LONG_WAIT"; readonly row: WaitingRow }
  | { readonly what: "NO_CLERK"; readonly window: WindowRow }
  | { readonly what: "KIOSK_CLOSED"; readonly kiosk: KioskRow };

/** People first, the longest waiting before the others; what rings is being seen to. */
export function toDos(board: Board, now: number): readonly ToDo[] {
  const waiting = board.waiting
    .filter((row) => row.mayAssign && row.ringingAt == null && isLong(now - row.since, board.longWaitMinutes))
    .toSorted((one, other) => one.since - other.since);
  return [
    ...waiting.map((row) => ({ what: "LONG_WAIT", row }) as const),
    ...board.windows
      .filter((window) => staffOf(board, window.window).length === 0)
      .map((window) => ({ what: "NO_CLERK", window }) as const),
    ...board.kiosks.filter((kiosk) => !kiosk.page).map((kiosk) => ({ what: "KIOSK_CLOSED", kiosk }) as const),
  ];
}
