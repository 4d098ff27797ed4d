import { noEdits } from "web-kit/room/edits.ts";
import { Pen } from "web-kit/form/pen.ts";
import { noMedia, type MediaView } from "web-kit/media/call-media.ts";
import type { Author, ClerkCall, DeskView, FieldState, InCall, LocalText, ServiceItem } from "web-kit/protocol.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { drawnStream } from "../shared/gallery.ts";
import { entering, type ClerkDesk } from "./clerk-desk.ts";
import type { ClerkPage } from "./clerk-page.ts";
import { atRest } from "./clerk-work.ts";

const now = Date.UTC(2026, 3, 28, 2, 4, 0);
const ago = (seconds: number) => now - seconds * 1000;
const text = (zh: string, en: string): LocalText => ({ zh, en });

const songjiang = text("松江区政务服务中心", "Songjiang Service Centre");
const kiosk2 = text("2 号终端", "Kiosk 2");
const title = text("企业名称自主申报", "Declare a company name");
const you = {
  clerk: "li",
  name: "李先生",
  staffNo: "012",
  unit: text("南浔区市场监督管理局", "Nanxun Market Regulation"),
  region: text("湖州市南浔区", "Nanxun, Huzhou"),
};
const applicant: Author = { role: "APPLICANT", id: "k2", name: "" };
const clerk: Author = { role: "CLERK", id: "li", name: "李先生" };

const desk = (state: DeskView["state"], waiting = 3): DeskView => ({
  type: "DeskView",
  you,
  state,
  now,
  windows: [
    { name: text("企业登记窗口", "Company window"), items: ["ENT_NAME"] },
    { name: text("综合窗口", "General window"), items: ["ENT_NAME"] },
  ],
  line: [
    {
      call: "c1",
      item: "ENT_NAME",
      itemTitle: title,
      fromCentre: songjiang,
      kiosk: kiosk2,
      since: ago(160),
      ringing: true,
    },
    {
      call: "c2",
      item: "ENT_NAME",
      itemTitle: title,
      fromCentre: songjiang,
      kiosk: text("1 号终端", "Kiosk 1"),
      since: ago(95),
      ringing: false,
    },
    {
      call: "c3",
      item: "ENT_NAME",
      itemTitle: title,
      fromCentre: text("雨花台区政务服务中心", "Yuhuatai Service Centre"),
      kiosk: text("大厅东侧 1 号终端", "East hall, kiosk 1"),
      since: ago(21),
      ringing: false,
    },
  ].slice(0, waiting),
});

const ringing: ClerkCall = {
  type: "Ringing",
  call: "c1",
  item: "ENT_NAME",
  itemTitle: title,
  fromCentre: songjiang,
  kiosk: kiosk2,
  since: ago(160),
  until: now + 14_000,
  helper: true,
};
const inCall: InCall = {
  type: "InCall",
  call: "c1",
  room: "r1",
  code: "4721",
  fromCentre: songjiang,
  kiosk: kiosk2,
  since: ago(511),
  kioskHere: true,
  interrupted: false,
};

const written = (value: string, by: Author = applicant, more: Partial<FieldState> = {}): FieldState => ({
  value,
  rev: 1,
  by,
  source: "TYPED",
  at: now,
  confirmed: by.role !== "CLERK",
  masked: false,
  ...more,
});

const field = (path: string, zh: string, en: string, more: object = {}) =>
  ({
    path,
    kind: "TEXT",
    label: text(zh, en),
    required: true,
    maxLength: 60,
    checks: [],
    choices: [],
    masked: false,
    ...more,
  }) as ServiceItem["fields"][number];

const item: ServiceItem = {
  item: "ENT_NAME",
  version: 7,
  title,
  summary: text("查名、选名，定下来先留着", "Check a name and reserve it"),
  department: text("市场监督管理局", "Market regulation bureau"),
  variant: text("按湖州市南浔区标准办理", "Handled under the rules of Nanxun, Huzhou"),
  timeLimit: text("当场出结果；要人工核对的 1 个工作日", "At once, or 1 working day"),
  fee: text("不收费", "Free"),
  result: text("名称保留告知书，名称留 2 个月", "Notice of reservation, good for 2 months"),
  bring: [
    { code: "ID", name: text("联系人的身份证", "Contact's identity card"), hint: text("要原件", "the original") },
    { code: "PAPERS", name: text("每个出资人的证件或营业执照", "Each investor's paper or licence") },
    {
      code: "AUTHORITY",
      name: text("委托书", "Letter of authority"),
      hint: text("替别人办才要", "only for somebody else"),
    },
  ],
  agreements: [],
  pages: [
    { id: "name", title: text("想好的名称", "The name"), shows: ["/type", "/form", "/trade", "/industry", "/full"] },
    { id: "money", title: text("出资", "Capital"), shows: ["/capital", "/investors"] },
    { id: "contact", title: text("联系人", "Contact"), shows: ["/person", "/idNo", "/mobile"] },
  ],
  fields: [
    field("/type", "企业类型", "Kind of company", {
      kind: "CHOICE",
      choices: [
        { code: "LLC", label: text("有限责任公司", "Limited company") },
        { code: "JSC", label: text("股份有限公司", "Joint-stock company") },
      ],
      maxLength: 20,
    }),
    field("/form", "名称怎么排", "Order of the name", {
      kind: "CHOICE",
      choices: [{ code: "A", label: text("行政区划 + 字号 + 行业 + 组织形式", "Region + word + trade + form") }],
    }),
    field("/trade", "字号", "Trade word", {
      hint: text("两个汉字以上，不能是地名", "Two characters or more, no place name"),
    }),
    field("/industry", "行业用语", "Trade"),
    field("/full", "名称全文", "Full name", { required: false }),
    field("/capital", "注册资本", "Registered capital", {
      kind: "AMOUNT",
      unit: text("万元", "10,000 yuan"),
      maxLength: 12,
    }),
    field("/investors/name", "出资人姓名或名称", "Investor"),
    field("/investors/percent", "出资比例", "Share", { kind: "PERCENT", unit: text("%", "%"), maxLength: 6 }),
    field("/person", "联系人姓名", "Contact person", { maxLength: 20 }),
    field("/idNo", "身份证号", "Identity number", { kind: "ID_NUMBER", masked: true, maxLength: 18 }),
    field("/mobile", "手机号", "Mobile", { kind: "MOBILE", masked: true, maxLength: 11 }),
  ],
  tables: [
    {
      path: "/investors",
      label: text("出资人", "Investors"),
      row: text("出资人", "Investor "),
      fewest: 1,
      most: 50,
    },
  ],
  checks: [],
  declarations: [
    {
      code: "NAME_RISK",
      text: text("知道名称以后可能有争议，愿意改", "The name may be disputed later and will then be changed"),
    },
    { code: "TRUE", text: text("以上都是真的", "All of this is true") },
  ],
};

const room: RoomState = {
  room: "r1",
  seq: 40,
  item: "ENT_NAME",
  near: "310117",
  owner: "330503",
  fields: {
    "/type": written("LLC"),
    "/form": written("A", clerk),
    "/trade": written("水乡云"),
    "/industry": written("信息科技", applicant, { source: "SUGGESTION" }),
    "/capital": written("100", applicant),
    "/investors/a/name": written("张女士"),
    "/investors/a/percent": written("60"),
    "/investors/b/name": written("示例投资有限公司", clerk),
    "/investors/b/percent": written("30"),
    "/person": written("张女士"),
    "/idNo": written("310117********0016", applicant, { masked: true }),
    "/mobile": written("138****0427", applicant, { masked: true }),
  },
  rows: { "/investors": ["a", "b"] },
  formRev: 12,
  issues: [
    { path: "/investors", code: "sum.percent", args: { sum: "90", off: "10" } },
    { path: "/full", code: "required", args: {} },
  ],
  suggestions: [
    {
      suggestion: "s1",
      path: "/trade",
      value: "水乡云舟",
      baseRev: 1,
      reason: "南浔已经有“水乡云”了，加一个字就不重名",
      by: clerk,
    },
  ],
  writing: "ASKED",
  chat: [
    { seq: 31, at: ago(100), by: applicant, text: "两个人合开，比例怎么填？" },
    { seq: 33, at: ago(80), by: clerk, text: "请看紫色的格子" },
    { seq: 35, at: ago(50), by: clerk, text: "加起来要正好 100%，您和公司各填一行。" },
  ],
  declared: ["TRUE"],
  helper: null,
  atKiosk: "APPLICANT",
  clerk: { call: "c1", clerk: you, epoch: 1 },
  filed: null,
  ended: false,
  pointedAt: "/industry",
  drafts: {},
  focuses: { "APPLICANT:k2": { by: applicant, path: "/capital" } },
  marks: [],
  revealed: {},
};

const face = (hue: string) =>
  drawnStream(640, 480, (pen) => {
    pen.fillStyle = hue;
    pen.fillRect(0, 0, 640, 480);
    pen.fillStyle = "#e9c7a8";
    pen.beginPath();
    pen.ellipse(320, 210, 90, 115, 0, 0, 7);
    pen.fill();
    pen.fillStyle = "#5b6b73";
    pen.beginPath();
    pen.ellipse(320, 500, 210, 170, 0, 0, 7);
    pen.fill();
  });

const screen = () =>
  drawnStream(1080, 1920, (pen) => {
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, 1080, 1920);
    pen.fillStyle = "#15232b";
    pen.font = "44px sans-serif";
    for (let line = 0; line < 16; line++)
      pen.fillText(`松江区企业登记网上办事 第 ${line + 1} 行`, 80, 160 + line * 104);
  });

const media = (
  more: { local?: Partial<MediaView["local"]>; remote?: Partial<MediaView["remote"]> } = {},
): MediaView => ({
  local: { ...noMedia.local, camera: "ON", microphone: "ON", stream: face("#cfd9d3"), ...more.local },
  remote: {
    ...noMedia.remote,
    camera: "ON",
    microphone: "ON",
    connected: true,
    stream: face("#e2dccd"),
    ...more.remote,
  },
});

const pen = () =>
  new Pen({
    room: () => room,
    isMine: () => false,
    isMasked: () => false,
    operate: (operation) => Promise.resolve({ type: "Accepted", opId: operation.opId, seq: 1 }),
    send: () => undefined,
    changed: () => undefined,
  });

function page(more: Partial<ClerkPage> & { desk?: ClerkDesk }): ClerkPage {
  return {
    desk: entering,
    work: { ...atRest, checked: true, audible: true },
    signIn: { at: "asking" },
    media: noMedia,
    devices: { camera: [], microphone: [], speaker: [] },
    level: 0.6,
    item: null,
    itemFailed: false,
    pen: Object.assign(pen(), { edits: noEdits }),
    pending: 0,
    now,
    ...more,
  };
}

const at = (more: Partial<ClerkDesk>): ClerkDesk => ({
  ...entering,
  seat: "seated",
  line: { at: "open" },
  desk: desk("READY"),
  ...more,
});

const talking = (
  more: Partial<ClerkPage> = {},
  call: Partial<InCall> = {},
  inRoom: Partial<RoomState> = {},
): ClerkPage =>
  page({
    desk: at({ desk: desk("TALKING"), call: { ...inCall, ...call }, room: { ...room, ...inRoom } }),
    media: media(),
    item,
    ...more,
  });

/** Every screen of the console by name. */
export const samples: Readonly<Record<string, () => ClerkPage>> = {
  entering: () => page({}),
  "sign-in": () => page({ desk: at({ seat: "signedOut" }) }),
  "sign-in-wrong": () => page({ desk: at({ seat: "signedOut" }), signIn: { at: "tooMany", seconds: 42 } }),
  elsewhere: () => page({ desk: at({ seat: "elsewhere" }) }),
  check: () => page({ desk: at({ desk: desk("AWAY") }), work: atRest, media: media() }),
  "check-trouble": () =>
    page({
      desk: at({ desk: desk("AWAY") }),
      work: atRest,
      media: { ...noMedia, local: { ...noMedia.local, camera: "NONE", microphone: "NONE", trouble: "missing" } },
    }),
  away: () => page({ desk: at({ desk: desk("AWAY", 0) }) }),
  ready: () => page({ desk: at({ desk: desk("READY", 0) }), media: media(), work: { ...atRest, checked: true } }),
  ringing: () => page({ desk: at({ desk: desk("RINGING"), call: ringing }), media: media() }),
  session: () => talking(),
  "session-suggesting": () => talking({ work: { ...atRest, checked: true, suggesting: "/person" } }),
  "session-writing": () =>
    talking({}, {}, { writing: "GIVEN", helper: { role: "HELPER", id: "h", name: "陈帮办" }, atKiosk: "HELPER" }),
  "session-no-media": () =>
    talking({
      media: media({
        local: { camera: "NONE", microphone: "NONE", stream: null, trouble: "denied" },
        remote: { camera: "NONE", microphone: "OFF", stream: null },
      }),
    }),
  "session-gone": () => talking({}, { kioskHere: false }),
  "session-interrupted": () => talking({}, { interrupted: true }),
  "session-lost": () => {
    const before = talking({ pending: 2 });
    return { ...before, desk: { ...before.desk, line: { at: "lost", since: ago(7) } } };
  },
  "session-filed": () =>
    talking(
      {},
      {},
      { filed: { caseNo: "33050326042800012345", at: now, formHash: "00" }, issues: [], suggestions: [] },
    ),
  screen: () =>
    talking({
      work: {
        ...atRest,
        checked: true,
        middle: "screen",
        marks: [
          { mark: "a", shape: "ARROW", fromX: 0.75, fromY: 0.3, toX: 0.5, toY: 0.2 },
          { mark: "b", shape: "CIRCLE", fromX: 0.05, fromY: 0.35, toX: 0.7, toY: 0.42 },
          { mark: "c", shape: "POINT", fromX: 0.3, fromY: 0.6, toX: 0.3, toY: 0.6 },
        ],
      },
      media: media({ remote: { screen: true, screenStream: screen() } }),
    }),
  sharing: () =>
    talking({
      work: { ...atRest, checked: true, middle: "mine" },
      media: media({ local: { screen: true, screenStream: screen() } }),
    }),
  "wrap-up": () =>
    page({
      desk: at({
        desk: desk("WRAP_UP"),
        call: { type: "WrapUp", call: "c1", since: ago(14), how: "CLERK_HUNG_UP", filed: "33050326042800012345" },
      }),
    }),
  "wrap-up-unfiled": () =>
    page({
      desk: at({
        desk: desk("WRAP_UP"),
        call: { type: "WrapUp", call: "c1", since: ago(14), how: "APPLICANT_HUNG_UP" },
      }),
    }),
  keys: () => talking({ work: { ...atRest, checked: true, keysShown: true } }),
};
