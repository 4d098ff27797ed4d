import type { Author, FieldState, ServiceItem, Talking, Waiting } from "web-kit/protocol.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { item, text } from "web-kit/samples/item.ts";
import { applicant, card, clerk, now } from "./people.ts";
import { byCalling } from "web-kit/room/ladder.ts";
import { noUses } from "web-kit/room/uses.ts";

export const written = (value: string, by: Author = applicant, more: Partial<FieldState> = {}): FieldState => ({
  value,
  rev: 1,
  by,
  source: "TYPED",
  at: now - 60_000,
  confirmed: by.role !== "CLERK",
  ...more,
});
/** A form half filled in, with a clerk in the room. */
export const room: RoomState = {
  room: "r",
  seq: 20,
  item: "ENT_NAME",
  itemHash: null,
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
  unconfirmed: ["/industry"],
  formHash: "7f3a91c2aa04be51c2d8",
  suggestions: [],
  ladder: byCalling,
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
  turnAsked: {},
  choosing: {},
  focuses: {},
  marks: [],
  revealed: {},
  looked: {},
  presented: null,
  newer: null,
  preview: null,
  migrationOffered: null,
  migrations: [],
  led: { follows: true },
  card: null,
  resumableUntil: null,
  awaySince: null,
  uses: noUses,
  materials: {},
  lookups: [],
  sent: [],
};
/** A room without an item: no form, nothing written. */
export const questionRoom: RoomState = {
  ...room,
  item: "QUESTION",
  fields: {},
  rows: {},
  formRev: 0,
  unconfirmed: [],
};
export const talkingCall: Talking = {
  type: "Talking",
  call: "c",
  clerk: card,
  code: "4821",
  since: now - 120_000,
  clerkHere: true,
  graceSeconds: 180,
};
export const waitingCall: Waiting = {
  type: "Waiting",
  call: "c",
  since: now - 30_000,
  ringing: false,
  expected: { ahead: 2, clerks: 2, minMinutes: 4, maxMinutes: 9 },
};
export const suggestion = {
  suggestion: "s1",
  path: "/tradeName",
  value: "云帆𠮷祥达",
  baseRev: 1,
  reason: "和已有的名称太像，加一个字更容易通过。",
  by: clerk,
};
export const filed = {
  caseNo: "33050326051202004176",
  at: now,
  formHash: "7f3a91c2aa04be51c2d8",
  progress: "k3mdX7qpZ2h4tLw9",
};
/** The item of a question: it asks for nothing. */
export const asked: ServiceItem = {
  ...item,
  item: "QUESTION",
  title: text("只咨询", "Only a question"),
  summary: text("先问清楚，不填表，不登记身份", "Ask first: no form, no identity"),
  guide: [],
  agreements: [
    {
      code: "WHO_SEES",
      text: text(
        "接通后，工作人员能看到您、听到您。不问您的姓名，也不看证件",
        "Once connected, the clerk sees and hears you. Nobody asks for your name or papers",
      ),
    },
    { code: "NOT_RECORDED", text: text("通话不录音、不录像", "Neither sound nor picture is recorded") },
  ],
  materials: [],
  pages: [],
  fields: [],
  tables: [],
  rules: [],
  declarations: [],
  script: [],
  cards: [],
  prefill: [],
};
