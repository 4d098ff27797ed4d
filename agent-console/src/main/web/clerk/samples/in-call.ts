import { signed, withLongText, withSignature } from "web-kit/samples/item.ts";
import { refusalText } from "web-kit/text/text.ts";
import { bothThere } from "./media.ts";
import { page, penWith, talking, work } from "./page.ts";
import { applicant, clerkOf, written } from "./room.ts";
import { sampleItem } from "./item.ts";
import type { SampleWords } from "../../shared/sample-words.ts";
import type { Samples } from "./samples.ts";
import { ago, now } from "./time.ts";
import { deskView, inCall, seated } from "./desk.ts";
import { reaching } from "web-kit/room/ladder.ts";

const signedItem = (words: SampleWords) => withSignature(sampleItem(words));

/** The call: the person, the form in each of its states, and everything that can break. */
export const duringCall: Samples = {
  session: (words) => talking(words),
  "session-begins": (words) =>
    page({
      desk: seated(words, { desk: deskView(words, "TALKING"), call: { ...inCall(words), since: ago(2) } }),
      media: bothThere({ remote: { connected: false, stream: null } }),
    }),
  "session-no-item": (words) => talking(words, { item: null, itemFailed: true }),
  "session-empty": (words) =>
    talking(
      words,
      {},
      {},
      {
        fields: {},
        unconfirmed: [],
        rows: { "/investors": ["a"] },
        suggestions: [],
        chat: [],
        declared: [],
        pointedAt: null,
        focuses: {},
        issues: ["/type", "/form", "/tradeName", "/industry", "/capital", "/contactName", "/idNo", "/mobile"].map(
          (path) => ({
            path,
            code: "required",
            args: {},
          }),
        ),
      },
    ),
  "session-script": (words) => talking(words, { work: work({ ticked: ["greet"] }) }, {}, { suggestions: [] }),
  "session-presented": (words) =>
    talking(
      words,
      { work: work({ at: "/tradeName" }) },
      {},
      { presented: { type: "Sample", path: "/tradeName" }, suggestions: [] },
    ),
  "session-page-sample": (words) =>
    talking(words, {}, {}, { presented: { type: "PageSample", page: "name" }, suggestions: [] }),
  "session-question": (words) => talking(words, {}, {}, { presented: { type: "Question", path: "/type" } }),
  "session-prefilled": (words) =>
    talking(
      words,
      { work: work({ at: "/contactName" }) },
      {},
      {
        suggestions: [],
        card: { earlier: null, earlierTaken: true },
        unconfirmed: [],
        fields: {
          "/type": written("LLC", applicant, { source: "GUIDE" }),
          "/tradeName": written(words.trade),
          "/contactName": written("张女士", applicant, { reason: "证件上的字显示不全" }),
          "/idNo": written("310117********0016", applicant, { source: "CARD" }),
          "/mobile": written("138****0427", applicant, { source: "EARLIER_CASE" }),
        },
      },
    ),
  "session-card-expired": (words) =>
    talking(
      words,
      { work: work({ at: "/contactName" }) },
      {},
      { suggestions: [], card: { earlier: null, earlierTaken: false, expired: "2026-03-01" }, unconfirmed: [] },
    ),
  "session-card-asked": (words) => talking(words, {}, {}, { suggestions: [], presented: { type: "CardAsked" } }),
  "session-missing": (words) => talking(words, { work: work({ aside: "missing" }) }),
  "session-asked": (words) => talking(words, {}, {}, { ladder: reaching("SUGGEST", "EDIT_FORM") }),
  "session-writing": (words) =>
    talking(words, { pen: penWith({}, "/contactName") }, {}, { ladder: reaching("EDIT_FORM") }),
  "session-withdrawn": (words) =>
    talking(words, {}, {}, { ladder: reaching("SEE_FORM"), suggestions: [], pointedAt: null }),
  "session-covered": (words) =>
    talking(
      words,
      {},
      {},
      {
        ladder: reaching(null),
        fields: {},
        rows: {},
        issues: [],
        unconfirmed: [],
        declared: [],
        suggestions: [],
        pointedAt: null,
        focuses: {},
      },
    ),
  "session-helper": (words) =>
    talking(
      words,
      {},
      {},
      {
        helper: { role: "HELPER", id: "h", name: words.helper },
        atKiosk: "HELPER",
        focuses: { "HELPER:h": { by: { role: "HELPER", id: "h", name: words.helper }, path: "/capital" } },
      },
    ),
  "session-away": (words) => talking(words, {}, {}, { awaySince: now - 200_000 }),
  "session-suggesting": (words) => talking(words, { work: work({ suggesting: "/full" }) }),
  "fields-written": (words) =>
    talking(
      words,
      {},
      {},
      {
        suggestions: [],
        pointedAt: null,
        focuses: {},
        unconfirmed: ["/type", "/tradeName"],
        fields: {
          "/type": written("LLC", clerkOf(words)),
          "/form": written("A", clerkOf(words), { confirmed: true }),
          "/tradeName": written(words.trade, clerkOf(words)),
          "/industry": written("信息科技", applicant, { source: "SUGGESTION" }),
          "/capital": written("100", { role: "HELPER", id: "h", name: words.helper }),
          "/contactName": written("张女士"),
          "/idNo": written("310117********0016", applicant),
          "/mobile": written("138****0427", applicant),
        },
      },
    ),
  "fields-locked": (words) =>
    talking(
      words,
      {},
      {},
      {
        ladder: reaching("EDIT_FORM"),
        suggestions: [],
        pointedAt: null,
        drafts: { "/tradeName": { by: applicant, text: `${words.trade}舟` } },
        focuses: { "APPLICANT:k2": { by: applicant, path: "/tradeName" } },
      },
    ),
  "fields-turn": (words) =>
    talking(
      words,
      { item: withLongText(sampleItem(words)) },
      {},
      {
        ladder: reaching("EDIT_FORM"),
        suggestions: [],
        pointedAt: null,
        focuses: { "APPLICANT:k2": { by: applicant, path: "/alternatives" } },
      },
    ),
  "fields-wrong": (words) =>
    talking(
      words,
      {},
      {},
      {
        pointedAt: null,
        issues: [
          { path: "/tradeName", code: "tradeName.place", args: {} },
          { path: "/mobile", code: "mobile.short", args: { missing: "1" } },
          { path: "/investors", code: "rule.sharesShort", args: { sum: "90", off: "10" } },
        ],
      },
    ),
  "fields-conflict": (words) =>
    talking(
      words,
      {
        pen: penWith({
          "/industry": {
            text: "信息技术",
            baseRev: 1,
            sent: null,
            acceptedAt: null,
            trouble: { at: "conflict", current: written("信息科技") },
          },
          "/capital": {
            text: "200",
            baseRev: 1,
            sent: null,
            acceptedAt: null,
            trouble: { at: "locked", until: now + 3_000 },
          },
          "/contactName": {
            text: "张",
            baseRev: 1,
            sent: null,
            acceptedAt: null,
            trouble: { at: "refused", why: "INVALID" },
          },
        }),
      },
      {},
      { ladder: reaching("EDIT_FORM"), suggestions: [], pointedAt: null, focuses: {} },
    ),
  "fields-shown": (words) =>
    talking(
      words,
      { work: work({ shownUntil: { "/idNo": now + 21_000 } }) },
      {},
      { revealed: { "/idNo": "310117198203040016" }, suggestions: [], pointedAt: "/idNo" },
    ),

  "fields-revealing": (words) => talking(words, { work: work({ revealing: "/idNo" }) }, {}, { pointedAt: null }),
  "fields-secret": (words) =>
    talking(
      words,
      {},
      {},
      {
        fields: { "/contactName": written("张女士"), "/pin": written("******", applicant) },
        unconfirmed: [],
        issues: [{ path: "/pin", code: "secret", args: {} }],
        suggestions: [],
        pointedAt: "/pin",
      },
    ),
  "fields-signed": (words) =>
    talking(
      words,
      { item: { ...signedItem(words), pages: signedItem(words).pages.slice(-1) } },
      {},
      {
        fields: { "/contactName": written("张女士"), "/signature": written(signed) },
        unconfirmed: [],
        issues: [],
        suggestions: [],
        pointedAt: "/signature",
      },
    ),
  "fields-refused": (words) => {
    const before = talking(words, {}, {}, { suggestions: [], pointedAt: null, focuses: {} });
    return { ...before, desk: { ...before.desk, ended: { "/tradeName": "DROPPED", "/industry": "STALE" } } };
  },

  "session-moved-on": (words) =>
    talking(
      words,
      {},
      {
        matters: [
          { item: "RES_PERMIT", itemTitle: words.otherItem, keptUntil: now + 7 * 86_400_000 },
          { item: "ENT_NAME", itemTitle: words.item },
        ],
      },
      { suggestions: [], pointedAt: null },
    ),
  "session-no-media": (words) =>
    talking(words, {
      media: bothThere({
        local: { camera: "NONE", microphone: "NONE", stream: null, trouble: "denied" },
        remote: { camera: "NONE", microphone: "OFF", stream: null },
      }),
    }),
  "session-camera-off": (words) =>
    talking(words, {
      media: bothThere({
        local: { camera: "OFF", microphone: "OFF", stream: null },
        remote: { camera: "OFF", microphone: "ON", stream: null },
      }),
    }),
  "session-gone": (words) => talking(words, {}, { kioskHere: false }),
  "session-interrupted": (words) => talking(words, {}, { interrupted: true }),
  "session-lost": (words) => {
    const before = talking(words, { pending: 2 });
    return { ...before, desk: { ...before.desk, line: { at: "lost", since: ago(7) } } };
  },
  "session-refused": (words) => talking(words, { work: work({ notice: refusalText("NEEDS_GRANT") }) }),
  "session-filed": (words) =>
    talking(
      words,
      {},
      {},
      {
        filed: { caseNo: "33050326042800012345", at: now, formHash: "7f3a91c2aa04be51c2d8" },
        issues: [],
        unconfirmed: [],
        suggestions: [],
        declared: ["TRUE", "NAME_RISK"],
        pointedAt: null,
        focuses: {},
      },
    ),
};
