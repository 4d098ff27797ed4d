import type { Board, CodeMade, KioskRestart } from "web-kit/protocol.ts";
import { refusalText } from "web-kit/text/text.ts";
import type { SampleWords } from "../../shared/sample-words.ts";
import { entering, type HallBoard } from "../hall-board.ts";
import type { HallPage } from "../hall-page.ts";
import { packageSamples } from "./packages.ts";
import { ago, outOfOrderBoard, busyBoard, calmBoard, emptyBoard, now, restartedBoard, sampleBoard } from "./board.ts";

/** Every screen of the board by name. */
export const samples: Readonly<Record<string, (words: SampleWords) => HallPage>> = {
  entering: () => page(entering),
  "sign-in": () => page({ ...entering, seat: "signedOut" }),
  "sign-in-wrong": () => page({ ...entering, seat: "signedOut" }, { signIn: { at: "wrong" } }),
  elsewhere: () => page({ ...entering, seat: "elsewhere" }),
  forbidden: () => page({ ...entering, seat: "forbidden" }),
  board: (words) => page(seeing(sampleBoard(words))),
  calm: (words) => page(seeing(calmBoard(words))),
  busy: (words) => page(seeing(busyBoard(words))),
  empty: (words) => page(seeing(emptyBoard(words))),
  assigning: (words) => page(seeing(sampleBoard(words)), { assigning: "c2" }),
  "assigning-nobody": (words) => {
    const board = sampleBoard(words);
    const clerks = board.clerks.map((clerk) => ({ ...clerk, state: "TALKING" as const }));
    return page(seeing({ ...board, clerks }), { assigning: "c2" });
  },
  staffing: (words) => page(seeing(sampleBoard(words)), { staffing: "w3" }),
  "just-opened": (words) => page({ ...seeing(sampleBoard(words)), seen: [{ at: ago(40), waiting: 3 }] }),
  moving: (words) => page(seeing(sampleBoard(words)), { moves: new Map([["qian/w1", true]]), pending: 1 }),
  lost: (words) => page({ ...seeing(sampleBoard(words)), line: { at: "lost", since: ago(9) } }, { pending: 1 }),
  refused: (words) => page(seeing(sampleBoard(words)), { notice: refusalText("NOT_FREE") }),
  code: (words) => page(made(words, "LAUNCH")),
  enrol: (words) => page(made(words, "ENROL")),
  revoking: (words) => page(seeing(sampleBoard(words)), { revoking: "k1" }),
  "key-cloned": (words) => {
    const board = calmBoard(words);
    const kiosks = board.kiosks.map((kiosk, place) =>
      place === 0
        ? { ...kiosk, version: null, health: null, trouble: "KEY_CLONED" as const }
        : place === 1
          ? { ...kiosk, version: null, health: null, trouble: "TOO_OLD" as const }
          : kiosk,
    );
    return page(seeing({ ...board, kiosks }));
  },
  kiosk: (words) => page(seeing(sampleBoard(words)), { caring: { kiosk: "k1", about: null } }),
  "kiosk-disabling": (words) => page(seeing(sampleBoard(words)), { caring: { kiosk: "k1", about: "disable" } }),
  "kiosk-message": (words) => page(seeing(sampleBoard(words)), { caring: { kiosk: "k1", about: "message" } }),
  "kiosk-restart": (words) => page(seeing(sampleBoard(words)), { caring: { kiosk: "k1", about: "restart" } }),
  "kiosk-restart-awaited": (words) => restarted(words, "AWAITED"),
  "kiosk-restarted": (words) => restarted(words, "DONE"),
  "kiosk-restart-declined": (words) => restarted(words, "DECLINED"),
  "kiosk-restart-unanswered": (words) => restarted(words, "NO_ANSWER"),
  "kiosk-out-of-order": (words) => page(seeing(outOfOrderBoard(words)), { caring: { kiosk: "k1", about: null } }),
  "kiosk-in-use": (words) =>
    page(seeing(sampleBoard(words)), { caring: { kiosk: "k1", about: "restart" }, notice: refusalText("IN_USE") }),
  ...packageSamples(page, seeing),
  "code-over": (words) => page(made(words, "LAUNCH", ago(3))),
};

function restarted(words: SampleWords, outcome: KioskRestart["outcome"]): HallPage {
  return page(seeing(restartedBoard(words, outcome)), { caring: { kiosk: "k1", about: null } });
}

function page(hall: HallBoard, more: Partial<HallPage> = {}): HallPage {
  return {
    hall,
    signIn: { at: "asking" },
    notice: null,
    assigning: null,
    staffing: null,
    caring: null,
    revoking: null,
    moves: new Map(),
    packages: null,
    copied: false,
    pending: 0,
    outdated: false,
    now,
    ...more,
  };
}

function seeing(board: Board): HallBoard {
  return { ...entering, seat: "seated", line: { at: "open" }, board, seen: anHour(board) };
}

/** Few in the morning, many after ten, and what the board shows now. */
function anHour(board: Board): HallBoard["seen"] {
  const before = [1, 2, 2, 3, 5, 6, 5, 4, 4, 3, 2, 3].map((waiting, place) => ({
    at: ago(3_300 - place * 270),
    waiting: board.clerks.length === 0 ? 0 : waiting,
  }));
  return [...before, { at: ago(20), waiting: board.waiting.length }];
}

function made(words: SampleWords, purpose: CodeMade["purpose"], until = now + 600_000): HallBoard {
  return {
    ...seeing(sampleBoard(words)),
    code: { type: "CodeMade", opId: "o", kiosk: "k3", purpose, code: "7Q2M-XK4D-9RTA", until },
  };
}
