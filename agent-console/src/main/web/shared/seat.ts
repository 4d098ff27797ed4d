import { CloseCode } from "web-kit/protocol.ts";
import type { LineState } from "web-kit/signaling/socket.ts";

/** Whether the person at this page has their place. */
export type Seat =
  /** Not known yet. */
  | "entering"
  | "signedOut"
  /** A newer page of the same person has it. */
  | "elsewhere"
  | "forbidden"
  | "seated";

/** The line alone seats nobody: who is not signed in is let in for a moment and then sent out. */
export function seatAfter(seat: Seat, line: LineState): Seat {
  if (line.at !== "closed") return seat === "seated" ? seat : line.at === "connecting" ? "entering" : seat;
  switch (line.code) {
    case CloseCode.TAKEN_ELSEWHERE:
      return "elsewhere";
    case CloseCode.FORBIDDEN:
      return "forbidden";
    default:
      return "signedOut";
  }
}
