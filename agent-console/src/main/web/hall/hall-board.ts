import type { Board, ClerkRow, CodeMade, ToHall, WaitingRow } from "web-kit/protocol.ts";
import type { LineState } from "web-kit/signaling/socket.ts";
import { passedOver } from "web-kit/state/passed-over.ts";
import { seatAfter, type Seat } from "../shared/seat.ts";
import { longer, nextSeen, type Seen } from "./waiting-history.ts";

/** What the board was told. */
export type HallBoard = {
  readonly seat: Seat;
  readonly line: LineState;
  readonly board: Board | null;
  /** How many waited when, as far as the server told. */
  readonly seen: readonly Seen[];
  /** The launch code made last, until it is put away: it is shown once. */
  readonly code: CodeMade | null;
  /** How far the server's clock is ahead of this machine's. */
  readonly ahead: number;
};

export const entering: HallBoard = {
  seat: "entering",
  line: { at: "connecting" },
  board: null,
  seen: [],
  code: null,
  ahead: 0,
};

/** The board after something the server said. Pure but for the time, which is handed in. */
export function next(state: HallBoard, message: ToHall, now: number): HallBoard {
  switch (message.type) {
    case "Board":
      return {
        ...state,
        seat: "seated",
        board: message,
        seen: nextSeen(state.seen, message.now, message.waiting.length),
        ahead: message.now - now,
      };
    case "WaitingLately":
      return { ...state, seen: longer(state.seen, message.counts) };
    case "CodeMade":
      return { ...state, code: message };
    case "Accepted":
    case "Refused":
    case "Beat":
    case "NotUnderstood":
      return state; // the line listens to these
    default:
      return passedOver(message, state);
  }
}

export function lineChanged(state: HallBoard, line: LineState): HallBoard {
  const seat = seatAfter(state.seat, line);
  return seat === "seated" || seat === "entering"
    ? { ...state, seat, line }
    : { ...state, seat, line, board: null, seen: [], code: null };
}

/** Who could answer this call now: ready, and on a window for the item. */
export function couldAnswer(board: Board, row: WaitingRow): readonly ClerkRow[] {
  const windows = board.windows
    .filter((window) => window.items.some((item) => item.zh === row.itemTitle.zh))
    .map((window) => window.window);
  return board.clerks.filter(
    (clerk) => clerk.state === "READY" && clerk.windows.some((window) => windows.includes(window)),
  );
}

/** How many stand on a window and are here. */
export function staffOf(board: Board, window: string): readonly ClerkRow[] {
  return board.clerks.filter((clerk) => clerk.state !== "OFFLINE" && clerk.windows.includes(window));
}

/** What a clerk's windows shall be, by `CLERK/WINDOW`, until the board says so too. */
export type Moves = ReadonlyMap<string, boolean>;

export function isOn(clerk: ClerkRow, window: string, moves: Moves): boolean {
  return moves.get(`${clerk.clerk}/${window}`) ?? clerk.windows.includes(window);
}

/** The moves that this board does not show yet. */
export function openMoves(moves: Moves, board: Board): Moves {
  const shown = new Set(board.clerks.flatMap((clerk) => clerk.windows.map((window) => `${clerk.clerk}/${window}`)));
  return new Map([...moves].filter(([which, on]) => shown.has(which) !== on));
}
