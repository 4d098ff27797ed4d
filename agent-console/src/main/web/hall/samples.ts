import type { Board, ClerkRow, ClerkState, LocalText } from "web-kit/protocol.ts";
import { entering, type HallBoard } from "./hall-board.ts";
import type { HallPage } from "./hall-page.ts";

const now = Date.UTC(2026, 3, 28, 2, 8, 24);
const ago = (seconds: number) => now - seconds * 1000;
const text = (zh: string, en: string): LocalText => ({ zh, en });

const songjiang = text("松江区", "Songjiang");
const nanxun = text("南浔区", "Nanxun");
const title = text("企业名称自主申报", "Declare a company name");
const card = text("社会保障卡补换", "Replace a social security card");

const clerk = (id: string, name: string, staffNo: string, state: ClerkState, since: number, ...windows: string[]) =>
  ({ clerk: id, name, staffNo, state, since: ago(since), windows }) satisfies ClerkRow;

const board: Board = {
  type: "Board",
  manager: "周女士",
  centre: text("南浔区政务服务中心", "Nanxun Service Centre"),
  now,
  waiting: [
    {
      call: "c1",
      position: 1,
      item: "ENT_NAME",
      itemTitle: title,
      from: songjiang,
      to: nanxun,
      kiosk: text("2 号终端", "Kiosk 2"),
      since: ago(320),
      why: "CUT_OFF",
      ringingAt: "王女士",
      mayAssign: true,
    },
    {
      call: "c2",
      position: 2,
      item: "ENT_NAME",
      itemTitle: title,
      from: songjiang,
      to: nanxun,
      kiosk: text("1 号终端", "Kiosk 1"),
      since: ago(95),
      why: "ARRIVAL",
      mayAssign: true,
    },
    {
      call: "c3",
      position: 4,
      item: "CARD",
      itemTitle: card,
      from: nanxun,
      to: text("雨花台区", "Yuhuatai"),
      kiosk: text("大厅 1 号终端", "Hall kiosk 1"),
      since: ago(21),
      why: "ARRIVAL",
      mayAssign: false,
    },
  ],
  talking: [
    {
      call: "c9",
      itemTitle: title,
      kiosk: text("3 号终端", "Kiosk 3"),
      from: songjiang,
      to: nanxun,
      clerk: "李先生",
      since: ago(511),
      kioskHere: true,
      clerkHere: true,
    },
    {
      call: "c8",
      itemTitle: title,
      kiosk: text("1 号终端", "Kiosk 1"),
      from: text("蜀山区", "Shushan"),
      to: nanxun,
      clerk: "赵女士",
      since: ago(64),
      kioskHere: false,
      clerkHere: true,
    },
  ],
  clerks: [
    clerk("li", "李先生", "012", "TALKING", 511, "w1", "w2"),
    clerk("wang", "王女士", "007", "RINGING", 12, "w1"),
    clerk("zhao", "赵女士", "015", "TALKING", 64, "w1"),
    clerk("chen", "陈先生", "021", "READY", 242, "w1", "w2"),
    clerk("sun", "孙先生", "009", "WRAP_UP", 100, "w2"),
    clerk("qian", "钱女士", "018", "AWAY", 475),
    clerk("wu", "吴先生", "030", "OFFLINE", 0),
  ],
  windows: [
    { window: "w1", name: text("企业登记", "Companies"), items: [title] },
    {
      window: "w2",
      name: text("社保", "Social security"),
      items: [card, text("跨省异地就医备案", "Medical treatment away")],
    },
    { window: "w3", name: text("不动产", "Property"), items: [text("不动产抵押登记", "Mortgage")] },
  ],
  kiosks: [
    { kiosk: "k1", name: text("大厅 1 号终端", "Hall kiosk 1"), page: true, version: "1.0.3", use: "WAITING" },
    { kiosk: "k2", name: text("大厅 2 号终端", "Hall kiosk 2"), page: true, use: "FREE" },
    { kiosk: "k3", name: text("东门终端", "East gate kiosk"), page: false, version: "1.0.2", use: "FREE" },
  ],
};

const hall = (more: Partial<HallBoard> = {}): HallBoard => ({
  ...entering,
  seat: "seated",
  line: { at: "open" },
  board,
  ...more,
});

const page = (more: Partial<HallPage> = {}): HallPage => ({
  hall: hall(),
  signIn: { at: "asking" },
  notice: null,
  assigning: null,
  moves: new Map(),
  copied: false,
  pending: 0,
  now,
  ...more,
});

/** Every screen of the board by name. */
export const samples: Readonly<Record<string, HallPage>> = {
  "sign-in": page({ hall: hall({ seat: "signedOut" }) }),
  board: page(),
  assigning: page({ assigning: "c2" }),
  empty: page({ hall: hall({ board: { ...board, waiting: [], talking: [], clerks: [], windows: [], kiosks: [] } }) }),
  lost: page({ hall: hall({ line: { at: "lost", since: ago(9) } }), pending: 1 }),
  refused: page({ notice: "这位工作人员现在接不了，请换一位" }),
  enrol: page({
    hall: hall({
      code: {
        type: "CodeMade",
        opId: "o",
        kiosk: "k3",
        purpose: "ENROL",
        code: "7Q2M-XK4D-9RTA",
        until: now + 600_000,
      },
    }),
  }),
  code: page({
    hall: hall({
      code: {
        type: "CodeMade",
        opId: "o",
        kiosk: "k3",
        purpose: "LAUNCH",
        code: "7Q2M-XK4D-9RTA",
        until: now + 600_000,
      },
    }),
  }),
};
