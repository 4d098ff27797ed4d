import { noMedia, type MediaView } from "web-kit/media/call-media.ts";
import type {
  Author,
  Destination,
  Field,
  FieldState,
  KioskCall,
  Lobby,
  LocalText,
  Refusal,
  ServiceItem,
} from "web-kit/protocol.ts";
import type { LocalEdits } from "web-kit/room/edits.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { atFirst, type KioskState, type Way } from "./kiosk-screen.ts";
import { untouched, type Touch } from "./touch.ts";

export type Sample = {
  readonly state: KioskState;
  readonly touch: Touch;
  readonly media: MediaView;
  readonly now: number;
  readonly edits?: LocalEdits;
  readonly focused?: string;
};

const now = Date.UTC(2026, 4, 12, 1, 58, 7);
const text = (zh: string, en: string): LocalText => ({ zh, en });
const applicant: Author = { role: "APPLICANT", id: "k", name: "" };
const clerk: Author = { role: "CLERK", id: "c1", name: "李晓明" };
const card = {
  clerk: "c1",
  name: "李晓明",
  staffNo: "012",
  unit: text("湖州市南浔区政务服务中心", "Nanxun Service Centre, Huzhou"),
  region: text("浙江省湖州市南浔区", "Nanxun, Huzhou"),
};

const offered = [
  {
    item: "ENT_NAME",
    title: text("企业名称自主申报", "Company name declaration"),
    summary: text("开公司前先把名字定下来", "Fix the name before founding"),
  },
  {
    item: "PENSION_TRANSFER",
    title: text("企业职工基本养老保险关系转移接续", "Transfer of employees’ basic pension insurance"),
    summary: text("换了地方上班，把养老保险接过来", "Bring your pension along to a new place of work"),
  },
];
const place = (centre: string, zh: string, en: string, more: Partial<Destination>): Destination => ({
  centre,
  name: text(`${zh}政务服务中心`, `${en} Service Centre`),
  region: text(zh, en),
  open: true,
  staffed: true,
  clerksFree: 0,
  expected: { ahead: 0, clerks: 1, minMinutes: 0, maxMinutes: 1 },
  items: offered,
  ...more,
});
const lobby: Lobby = {
  type: "Lobby",
  kiosk: "310117-K1",
  centre: text("上海市松江区政务服务中心", "Songjiang Service Centre, Shanghai"),
  now,
  destinations: [
    place("nanxun", "浙江省湖州市南浔区", "Nanxun, Huzhou", { clerksFree: 3 }),
    place("yuhuatai", "江苏省南京市雨花台区", "Yuhuatai, Nanjing", {
      expected: { ahead: 2, clerks: 2, minMinutes: 6, maxMinutes: 10 },
    }),
    place("shushan", "安徽省合肥市蜀山区", "Shushan, Hefei", { open: false, opensAt: now + 23 * 3_600_000 }),
  ],
};

const field = (path: string, zh: string, en: string, more: Partial<Field> = {}): Field => ({
  path,
  kind: "TEXT",
  label: text(zh, en),
  required: true,
  maxLength: 60,
  checks: [],
  choices: [],
  masked: false,
  ...more,
});
const item: ServiceItem = {
  item: "ENT_NAME",
  version: 1,
  title: text("企业名称自主申报", "Company name declaration"),
  summary: text("开公司前先把名字定下来", "Fix the name before founding"),
  department: text("湖州市南浔区市场监督管理局", "Nanxun Market Supervision Bureau"),
  variant: text("南浔", "Nanxun"),
  timeLimit: text("当场出结果", "At once"),
  fee: text("不收费", "Free"),
  result: text("名称保留告知书", "Notice of name reservation"),
  bring: [
    { code: "ID", name: text("居民身份证", "ID card"), hint: text("联系人的原件", "The contact’s, original") },
    {
      code: "LICENCE",
      name: text("出资人的证照", "Papers of the investors"),
      hint: text("照片或扫描件也可以", "A photograph will do"),
    },
    {
      code: "LETTER",
      name: text("委托书", "Letter of authority"),
      hint: text("替别人办才要带", "Only if you act for somebody"),
    },
  ],
  agreements: [
    {
      code: "A1",
      text: text(
        "我同意由南浔区的工作人员看我填的表，并帮我核对。",
        "A clerk in Nanxun may see my form and help me check it.",
      ),
    },
  ],
  pages: [
    {
      id: "p1",
      title: text("企业叫什么", "The name"),
      shows: ["/type", "/tradeName", "/industry", "/capital", "/seat", "/alternatives"],
    },
    { id: "p2", title: text("谁来出资", "The investors"), shows: ["/investors"] },
    { id: "p3", title: text("联系谁", "The contact"), shows: ["/contactName", "/mobile", "/idNo", "/preApproval"] },
  ],
  fields: [
    field("/type", "企业类型", "Type of company", {
      kind: "CHOICE",
      choices: [
        { code: "LLC", label: text("有限责任公司", "Limited company") },
        { code: "JSC", label: text("股份有限公司", "Joint-stock company") },
        { code: "SOLE", label: text("个人独资企业", "Sole proprietorship") },
        { code: "PART", label: text("合伙企业", "Partnership") },
      ],
    }),
    field("/tradeName", "字号", "Trade name", {
      maxLength: 20,
      hint: text("两个以上汉字，不用地名", "Two characters or more, no place name"),
    }),
    field("/industry", "行业用语", "Trade wording", { maxLength: 20 }),
    field("/capital", "注册资本", "Registered capital", {
      kind: "AMOUNT",
      maxLength: 12,
      unit: text("万元", "× 10,000 CNY"),
    }),
    field("/seat", "住所所在地", "Registered place", { maxLength: 20 }),
    field("/alternatives", "备选字号", "Alternative names", { required: false }),
    field("/investors/name", "姓名或名称", "Name", { maxLength: 20 }),
    field("/investors/percent", "出资比例", "Share", { kind: "PERCENT", maxLength: 6, unit: text("%", "%") }),
    field("/investors/idNo", "证件号码", "ID number", { kind: "ID_NUMBER", maxLength: 18, masked: true }),
    field("/contactName", "联系人", "Contact", { maxLength: 20 }),
    field("/mobile", "手机号", "Mobile", { kind: "MOBILE", maxLength: 11, masked: true }),
    field("/idNo", "身份证号", "ID number", { kind: "ID_NUMBER", maxLength: 18, masked: true }),
    field("/preApproval", "经营范围要不要先批准", "Is approval needed first", { kind: "YES_NO", maxLength: 5 }),
  ],
  tables: [
    { path: "/investors", label: text("出资人", "Investors"), row: text("出资人", "investor"), fewest: 1, most: 50 },
  ],
  checks: [],
  declarations: [
    {
      code: "NAME_RISK",
      text: text(
        "我知道：名称登记以后，如果和别人的相同或近似，由我自己承担责任，要配合改名。",
        "I know that I am liable if the name turns out to be like another’s.",
      ),
    },
  ],
};

const written = (value: string, by: Author = applicant, more: Partial<FieldState> = {}): FieldState => ({
  value,
  rev: 1,
  by,
  source: "TYPED",
  at: now - 60_000,
  confirmed: by.role !== "CLERK",
  masked: false,
  ...more,
});
const room: RoomState = {
  room: "r",
  seq: 20,
  item: "ENT_NAME",
  near: "songjiang",
  owner: "nanxun",
  fields: {
    "/type": written("LLC"),
    "/tradeName": written("云帆𠮷祥"),
    "/industry": written("信息技术", clerk),
    "/capital": written("100"),
    "/investors/r1/name": written("阿依古丽·买买提"),
    "/investors/r1/percent": written("60"),
    "/investors/r1/idNo": written("310117198805120016"),
    "/investors/r2/name": written("㐱小宁"),
    "/investors/r2/percent": written("30"),
    "/contactName": written("㐱小宁"),
    "/mobile": written("13800000427"),
    "/idNo": written("310117198805120016"),
    "/preApproval": written("false", clerk, { confirmed: true }),
  },
  rows: { "/investors": ["r1", "r2"] },
  formRev: 30,
  issues: [],
  suggestions: [],
  writing: null,
  chat: [
    { seq: 12, at: now - 90_000, by: clerk, text: "您好，我是南浔区的李晓明。听得清吗？" },
    { seq: 13, at: now - 60_000, by: applicant, text: "我听不见，请打字" },
    {
      seq: 14,
      at: now - 30_000,
      by: clerk,
      text: "好的，我打字。请看第一页的“字号”，我给您提了一个建议，您觉得合适就点“采用”。",
    },
  ],
  declared: [],
  helper: null,
  atKiosk: "APPLICANT",
  clerk: { call: "c", clerk: card, epoch: 1 },
  filed: null,
  ended: false,
  pointedAt: null,
  drafts: {},
  focuses: {},
  marks: [],
  revealed: {},
};
const talkingCall: KioskCall = {
  type: "Talking",
  call: "c",
  clerk: card,
  code: "4821",
  since: now - 120_000,
  clerkHere: true,
};
const waitingCall: KioskCall = {
  type: "Waiting",
  call: "c",
  since: now - 30_000,
  ringing: false,
  expected: { ahead: 2, clerks: 2, minMinutes: 4, maxMinutes: 9 },
};
const media: MediaView = {
  local: { ...noMedia.local, camera: "ON", microphone: "ON" },
  remote: { ...noMedia.remote, camera: "ON", microphone: "ON", connected: true },
};

const free: KioskState = { ...atFirst, signedIn: "yes", line: { at: "open" }, lobby };
const visit = (way: Way, more: Partial<KioskState> = {}): KioskState => ({ ...free, room, item, way, ...more });
const sample = (state: KioskState, more: Partial<Sample> = {}): Sample => ({
  state,
  touch: untouched,
  media: noMedia,
  now,
  ...more,
});
const touched = (touch: Partial<Touch>): { touch: Touch } => ({ touch: { ...untouched, ...touch } });
const form: Way = { at: "form" };
const inTalk = (
  changes: Partial<RoomState> = {},
  more: Partial<Sample> = {},
  state: Partial<KioskState> = {},
): Sample =>
  sample(visit(form, { call: talkingCall, room: { ...room, ...changes }, ...state }), {
    media,
    ...touched({ chatRead: 99 }),
    ...more,
  });
const suggestion = {
  suggestion: "s1",
  path: "/tradeName",
  value: "云帆𠮷祥达",
  baseRev: 1,
  reason: "和已有的名称太像，加一个字更容易通过。",
  by: clerk,
};
const filed = { caseNo: "33050326051202004176", at: now, formHash: "7f3a91c2aa", progress: "k3mdX7qpZ2h4tLw9" };

/** Every screen by name. */
export const samples: Readonly<Record<string, () => Sample>> = {
  starting: () => sample(atFirst),
  notSignedIn: () => sample({ ...atFirst, signedIn: "used" }),
  elsewhere: () => sample({ ...free, line: { at: "closed", code: 4409 } }),
  interrupted: () => ({
    ...sample({ ...free, interrupted: { type: "Interrupted", room: "r", inCall: true } }),
    media,
  }),
  attract: () => sample(free),
  attractClosed: () =>
    sample({
      ...free,
      lobby: { ...lobby, destinations: lobby.destinations.map((each) => ({ ...each, open: false })) },
    }),
  choose: () => sample({ ...free, way: { at: "choose", centre: null, item: null } }),
  chosen: () => sample({ ...free, way: { at: "choose", centre: "nanxun", item: "ENT_NAME" } }),
  before: () => sample({ ...free, item, way: { at: "before", centre: "nanxun", item: "ENT_NAME" } }),
  beforeClosed: () => sample({ ...free, item, way: { at: "before", centre: "shushan", item: "ENT_NAME" } }),
  form: () => sample(visit(form)),
  formEmpty: () => sample(visit(form, { room: { ...room, fields: {}, rows: {}, clerk: null } })),
  formTable: () => sample(visit(form, { page: 1 })),
  formContact: () =>
    sample(
      visit(form, {
        page: 2,
        strict: true,
        room: {
          ...room,
          fields: { ...room.fields, "/mobile": written("1380000042") },
          issues: [{ path: "/mobile", code: "mobile.short", args: { missing: "1" } }],
        },
      }),
    ),
  formOffline: () =>
    sample(visit(form, { line: { at: "lost", since: now - 4_000 } }), {
      edits: { "/seat": { text: "南浔镇", baseRev: 0, sent: null, trouble: null, acceptedAt: null } },
    }),
  formEnded: () => sample(visit(form, { call: { type: "Ended", call: "c", how: "CLERK_HUNG_UP" } })),
  formWaiting: () => sample(visit(form, { call: waitingCall })),
  formHelper: () =>
    sample(visit(form, { room: { ...room, helper: { role: "HELPER", id: "h", name: "王芳" }, atKiosk: "HELPER" } })),
  formRefused: () => sample(visit(form, { refused: { type: "Refused", opId: "o", why: "TRY_AGAIN", issues: [] } })),
  waiting: () => sample(visit({ at: "waiting" }, { call: waitingCall })),
  waitingFirst: () =>
    sample(
      visit(
        { at: "waiting" },
        { call: { ...waitingCall, expected: { ahead: 0, clerks: 1, minMinutes: 0, maxMinutes: 3 } } },
      ),
    ),
  waitingRinging: () => sample(visit({ at: "waiting" }, { call: { ...waitingCall, ringing: true } })),
  waitingNobody: () =>
    sample(
      visit(
        { at: "waiting" },
        { call: { ...waitingCall, expected: { ahead: 1, clerks: 0, minMinutes: 0, maxMinutes: 0 } } },
      ),
    ),
  closed: () => sample(visit({ at: "nobody", why: "CLOSED", until: now + 23 * 3_600_000 })),
  full: () => sample(visit({ at: "nobody", why: "LINE_FULL" satisfies Refusal, until: null })),
  talking: () => inTalk({ pointedAt: "/capital", suggestions: [suggestion] }, { focused: "/seat" }),
  talkingPointed: () => inTalk({ pointedAt: "/tradeName" }, { focused: "/tradeName" }),
  talkingElsewhere: () => inTalk({ pointedAt: "/tradeName" }, {}, { page: 2 }),
  talkingWritten: () => inTalk({ writing: "GIVEN", drafts: { "/seat": { by: clerk, text: "南浔" } } }),
  talkingAsked: () => inTalk({ writing: "ASKED" }),
  talkingConflict: () =>
    inTalk(
      {},
      {
        edits: {
          "/seat": {
            text: "练市镇",
            baseRev: 1,
            sent: null,
            trouble: { at: "conflict", current: written("南浔镇", clerk) },
            acceptedAt: null,
          },
        },
      },
    ),
  talkingNoMedia: () =>
    inTalk(
      {},
      {
        media: {
          ...media,
          local: { ...noMedia.local, camera: "NONE", microphone: "NONE", trouble: "missing" },
          remote: { ...noMedia.remote, camera: "OFF" },
        },
      },
    ),
  talkingWords: () => inTalk({}, touched({})),
  talkingChat: () => inTalk({}, touched({ chatOpen: true, chatRead: 99 })),
  talkingSharing: () =>
    inTalk(
      {
        marks: [
          { type: "DrawMark", room: "r", mark: "m1", shape: "ARROW", fromX: 0.8, fromY: 0.62, toX: 0.42, toY: 0.52 },
          { type: "DrawMark", room: "r", mark: "m2", shape: "CIRCLE", fromX: 0.1, fromY: 0.44, toX: 0.5, toY: 0.56 },
          { type: "DrawMark", room: "r", mark: "m3", shape: "POINT", fromX: 0.7, fromY: 0.8, toX: 0.7, toY: 0.8 },
        ],
      },
      { media: { ...media, local: { ...media.local, screen: true } } },
    ),
  talkingShared: () =>
    inTalk({}, { media: { ...media, remote: { ...media.remote, screen: true, screenStream: new MediaStream() } } }),
  talkingReview: () => inTalk({}, {}, { way: { at: "review" } }),
  reconnecting: () => inTalk({}, {}, { line: { at: "lost", since: now - 19_000 } }),
  clerkGone: () => inTalk({}, {}, { call: { ...talkingCall, clerkHere: false } }),
  review: () => sample(visit({ at: "review" })),
  reviewHelper: () =>
    sample(
      visit(
        { at: "review" },
        { room: { ...room, helper: { role: "HELPER", id: "h", name: "王芳" }, atKiosk: "HELPER" } },
      ),
    ),
  submitted: () => sample(visit(form, { room: { ...room, filed } })),
  talkingSubmitted: () => inTalk({ filed }),
  take: () => sample(visit({ at: "take" }, { room: { ...room, filed } })),
  help: () => sample(visit(form), touched({ sheet: "help" })),
  helper: () =>
    sample(visit(form), touched({ sheet: "helper", code: "4821", codeWrong: "号码不对，请看清楚再输一次" })),
  leave: () => sample(visit(form), touched({ sheet: "leave" })),
  idle: () => sample(visit(form), touched({ idleUntil: now + 42_000 })),
};
