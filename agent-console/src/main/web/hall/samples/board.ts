import type {
  Board,
  Capability,
  DeviceCondition,
  DeviceView,
  KioskCondition,
  KioskRestart,
  Trouble,
  ClerkRow,
  ClerkState,
  KioskRow,
  TalkingRow,
  WaitingRow,
} from "web-kit/protocol.ts";
import type { SampleWords } from "../../shared/sample-words.ts";

export const now = Date.UTC(2026, 3, 28, 2, 8, 24);

export function ago(seconds: number): number {
  return now - seconds * 1000;
}

/** An ordinary morning. */
export function sampleBoard(words: SampleWords): Board {
  return {
    type: "Board",
    manager: words.manager,
    centre: words.farCentre,
    now,
    waiting: waiting(words),
    talking: talking(words),
    clerks: clerks(words),
    windows: [
      { window: "w1", name: words.windows[0], items: [words.item] },
      { window: "w2", name: words.windows[1], items: [words.otherItem] },
      { window: "w3", name: words.windows[2], items: [{ zh: "不动产抵押登记", en: "Mortgage" }] },
    ],
    kiosks: kiosks(words),
    longWaitMinutes: 10,
  };
}

export function emptyBoard(words: SampleWords): Board {
  return { ...sampleBoard(words), waiting: [], talking: [], clerks: [], windows: [], kiosks: [] };
}

/** Nothing goes wrong and nobody waits. */
export function calmBoard(words: SampleWords): Board {
  const board = sampleBoard(words);
  return {
    ...board,
    waiting: [],
    talking: [],
    clerks: board.clerks.map((clerk) => ({ ...clerk, state: "READY", windows: ["w1", "w2", "w3"] })),
    kiosks: board.kiosks.map((kiosk) => ({ ...kiosk, page: true, version: "1.0.3", use: "FREE" })),
  };
}

/** One kiosk is switched off, and its printer has no paper. */
export function outOfOrderBoard(words: SampleWords): Board {
  const board = calmBoard(words);
  const [first, ...others] = board.kiosks;
  if (first === undefined) return board;
  const off = { ...wellKept, outOfOrder: true, outOfOrderMessage: "打印机送修，下午 2 点恢复", devices: withoutPaper };
  return { ...board, kiosks: [{ ...first, condition: off }, ...others] };
}

/** The first kiosk was to start something anew. */
export function restartedBoard(words: SampleWords, outcome: KioskRestart["outcome"]): Board {
  const board = calmBoard(words);
  const [first, ...others] = board.kiosks;
  if (first === undefined) return board;
  const why = outcome === "DECLINED" ? "BUSY" : null;
  const restart: KioskRestart = { order: "o", what: "BROWSER", at: ago(70), outcome, why };
  return { ...board, kiosks: [{ ...first, condition: { ...wellKept, restart } }, ...others] };
}

/** More of everything than fits on the screen. */
export function busyBoard(words: SampleWords): Board {
  const board = sampleBoard(words);
  const first = board.waiting[1];
  const more = Array.from({ length: 14 }, (_, place) => ({
    ...(first as WaitingRow),
    call: `m${place}`,
    position: place + 5,
    since: ago(620 - place * 40),
  }));
  const others = words.others.flatMap((name, place) =>
    [1, 2].map((round) => clerk(`x${place}${round}`, name, `1${round}${place}`, "TALKING", 90 * place + 8, "w1", "w2")),
  );
  const machines = Array.from({ length: 9 }, (_, place) => ({
    ...kiosk(words, place % 3, "TALKING"),
    kiosk: `m${place}`,
  }));
  return {
    ...board,
    waiting: [...board.waiting, ...more],
    clerks: [...board.clerks, ...others],
    kiosks: [...board.kiosks, ...machines],
  };
}

function waiting(words: SampleWords): WaitingRow[] {
  const here = { item: "ENT_NAME", itemTitle: words.item, from: words.near, to: words.far, mayAssign: true };
  return [
    {
      ...here,
      call: "c1",
      position: 1,
      kiosk: words.kiosks[1],
      since: ago(412),
      why: "CUT_OFF",
      ringingAt: words.others[0] ?? null,
    },
    { ...here, call: "c2", position: 2, kiosk: words.kiosks[0], since: ago(684), why: "ARRIVAL" },
    {
      call: "c3",
      position: 4,
      item: "CARD",
      itemTitle: words.otherItem,
      from: words.far,
      to: words.other,
      kiosk: words.kiosks[0],
      since: ago(21),
      why: "ARRIVAL",
      mayAssign: false,
    },
  ];
}

function talking(words: SampleWords): TalkingRow[] {
  const here = { itemTitle: words.item, to: words.far, clerkHere: true };
  return [
    {
      ...here,
      call: "c9",
      kiosk: words.kiosks[2],
      from: words.near,
      clerk: words.clerk,
      since: ago(511),
      kioskHere: true,
    },
    {
      ...here,
      call: "c8",
      kiosk: words.kiosks[0],
      from: words.other,
      clerk: words.others[1] ?? "",
      since: ago(64),
      kioskHere: false,
    },
  ];
}

function clerks(words: SampleWords): ClerkRow[] {
  const [wang = "", zhao = "", chen = "", sun = "", qian = "", wu = ""] = words.others;
  return [
    clerk("li", words.clerk, "012", "TALKING", 511, "w1", "w2"),
    clerk("wang", wang, "007", "RINGING", 12, "w1"),
    clerk("zhao", zhao, "015", "TALKING", 64, "w1"),
    clerk("chen", chen, "021", "READY", 242, "w1", "w2"),
    clerk("sun", sun, "009", "WRAP_UP", 100, "w2"),
    clerk("qian", qian, "018", "AWAY", 475),
    clerk("wu", wu, "030", "OFFLINE", 0),
  ];
}

function clerk(id: string, name: string, staffNo: string, state: ClerkState, since: number, ...windows: string[]) {
  return { clerk: id, name, staffNo, state, since: ago(since), windows } satisfies ClerkRow;
}

const device = (what: Capability, condition: DeviceCondition, troubles: Trouble[] = []): DeviceView => ({
  device: what,
  name: what,
  can: [what],
  condition,
  troubles,
  simulated: false,
});
const withoutPaper = [device("READ_CARD", "OK"), device("SCAN", "OK"), device("PRINT", "FAULT", ["MEDIA_EMPTY"])];
const wellKept: KioskCondition = {
  outOfOrder: false,
  message: "今天 11:30 起维护",
  heardAt: ago(31),
  upSeconds: 3 * 3_600,
  devices: [device("READ_CARD", "OK"), device("SCAN", "BUSY"), device("PRINT", "WARNING", ["MEDIA_LOW"])],
  selfTest: {
    at: ago(7_500),
    parts: [
      { part: "TONE", outcome: "FAILED", why: "NOT_HEARD" },
      { part: "PICTURE", outcome: "PASSED" },
      { part: "CARD", outcome: "ANSWERED", why: "NO_CARD" },
      { part: "SCAN", outcome: "NOT_TRIED", why: "NOT_PRESENT" },
      { part: "PRINT", outcome: "PASSED", why: "MEDIA_LOW" },
    ],
  },
};

const health = { browser: true, restarts: 1, memoryMb: 2_600, diskMb: 41_000 };

function kiosks(words: SampleWords): KioskRow[] {
  return [
    kiosk(words, 0, "WAITING"),
    { kiosk: "k2", name: words.kiosks[1], page: true, use: "FREE" },
    { kiosk: "k3", name: words.kiosks[2], page: false, version: "1.0.2", use: "FREE" },
  ];
}

function kiosk(words: SampleWords, which: number, use: KioskRow["use"]): KioskRow {
  return {
    kiosk: `k${which + 1}`,
    name: words.kiosks[which] ?? words.kiosks[0],
    page: true,
    version: "1.0.3",
    use,
    health,
    condition: wellKept,
  };
}
