import { CloseCode } from "../protocol.ts";

/** What is known when a connection has ended. */
export type Ending = {
  /** The close code; 1006 where there was none. */
  code: number;
  /** Attempts that failed since the line was last open. */
  failures: number;
  /** In a call: people are waiting for each other. */
  busy: boolean;
  /** From 0 to 1, so that a hundred screens do not come back in the same moment. */
  chance: number;
};

/** A first retry comes after 0.2 to 1 s; later ones grow up to this. */
const LONGEST = { busy: 1_500, calm: 8_000 };

/**
 * Milliseconds from the start of one attempt to the start of the next, or "never": then only a person brings the line
 * back.
 */
export function retryAfter(ending: Ending): number | "never" {
  switch (ending.code) {
    case CloseCode.TAKEN_ELSEWHERE:
    case CloseCode.NOT_SIGNED_IN:
    case CloseCode.FORBIDDEN:
      return "never";
    case CloseCode.TOO_MANY:
    case CloseCode.UNREADABLE:
      // Coming back at once would repeat what the server asked us not to do.
      return LONGEST.calm * (0.75 + ending.chance / 4);
    default:
      return ending.failures === 0 ? 200 + 800 * ending.chance : grown(ending);
  }
}

/**
 * How long to wait for a sign that the server can be reached before asking again. Asking anew is faster than waiting when a
 * network returns; now and then a longer look lets a very slow network answer too.
 */
export function probeTimeout(busy: boolean, failures: number): number {
  if (!busy) return LONGEST.calm;
  return failures >= 6 && failures % 3 === 0 ? 2 * LONGEST.busy : LONGEST.busy;
}

/** How long a connection may take to open once the server is known to be reachable. */
export const CONNECT_TIMEOUT = 6_000;

function grown({ failures, busy, chance }: Ending): number {
  const longest = busy ? LONGEST.busy : LONGEST.calm;
  const step = Math.min(longest, 700 * 2 ** Math.min(failures, 10));
  return step * (0.7 + 0.3 * chance);
}
