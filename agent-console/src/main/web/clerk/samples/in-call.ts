import { report } from "web-kit/samples/migration.ts";
import { text, withLongText } from "web-kit/samples/item.ts";
import { refusalText } from "web-kit/text/text.ts";
import { bothThere } from "./media.ts";
import { otherPage } from "web-kit/samples/drawn.ts";
import { page, penWith, talking, work } from "./page.ts";
import { applicant, clerkOf, written } from "./room.ts";
import { noFinder, type Finder } from "../finder.ts";
import type { SampleWords } from "../../shared/sample-words.ts";
import { sampleItem, sampleQuestion } from "./item.ts";
import type { Samples } from "./samples.ts";
import { ago, now } from "./time.ts";
import { deskView, inCall, seated } from "./desk.ts";
import { reaching } from "web-kit/room/ladder.ts";

/** A room without an item. */
const asked = {
  item: "QUESTION",
  fields: {},
  rows: {},
  unconfirmed: [],
  issues: [],
  suggestions: [],
  declared: [],
  pointedAt: null,
  focuses: {},
};
const lookingFor = (words: SampleWords): Finder => ({
  ...noFinder,
  words: "公司名",
  found: [
    { item: "ENT_NAME", title: words.item, summary: words.variant, owners: ["330503"] },
    { item: "OTHER", title: words.otherItem, summary: words.variant, owners: ["330503"] },
  ],
  chosen: "ENT_NAME",
  answers: { "/type": "LLC" },
});

/** The call: the person, the form in each of its states, the shared screen, and everything that can break. */
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
          "/idNo": written("310117********0016", applicant, { masked: true, source: "CARD" }),
          "/mobile": written("138****0427", applicant, { masked: true, source: "EARLIER_CASE" }),
        },
      },
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
  "session-suggesting": (words) => talking(words, { work: work({ suggesting: "/contactName" }) }),
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
          "/idNo": written("310117********0016", applicant, { masked: true }),
          "/mobile": written("138****0427", applicant, { masked: true }),
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
        fields: { "/contactName": written("张女士"), "/pin": written("******", applicant, { masked: true }) },
        unconfirmed: [],
        issues: [{ path: "/pin", code: "secret", args: {} }],
        suggestions: [],
        pointedAt: "/pin",
      },
    ),
  "fields-refused": (words) => {
    const before = talking(words, {}, {}, { suggestions: [], pointedAt: null, focuses: {} });
    return { ...before, desk: { ...before.desk, ended: { "/tradeName": "DROPPED", "/industry": "STALE" } } };
  },

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
  question: (words) => talking(words, { item: sampleQuestion }, {}, asked),
  "question-found": (words) =>
    talking(words, { item: sampleQuestion, finder: { ...lookingFor(words), item: sampleItem(words) } }, {}, asked),
  "question-nothing": (words) =>
    talking(words, { item: sampleQuestion, finder: { ...noFinder, words: "火星移民", found: [] } }, {}, { ...asked }),
  "question-proposed": (words) =>
    talking(
      words,
      { item: sampleQuestion, finder: { ...lookingFor(words), item: sampleItem(words) } },
      {},
      { ...asked, presented: { type: "NextItem", item: "ENT_NAME" } },
    ),
  "session-finder": (words) => talking(words, { work: work({ aside: "finder" }) }),
  "session-leaflet": (words) =>
    talking(
      words,
      { work: work({ aside: "finder" }) },
      {},
      { presented: { type: "Leaflet", item: "ENT_NAME", told: [{ path: "/type", value: "LLC" }] } },
    ),
  "session-map": (words) =>
    talking(
      words,
      { work: work({ aside: "finder" }) },
      {},
      { owner: "330503", presented: { type: "CentreMap", centre: "330503" } },
    ),
  "session-rules": (words) => talking(words, { work: work({ aside: "rules" }) }),
  "session-unlike": (words) => {
    const here = sampleItem(words);
    const [first, ...others] = here.materials;
    const unlike = { ...here, fee: text("十元", "Ten yuan"), materials: first === undefined ? [] : others };
    return talking(words, { work: work({ aside: "rules" }), here: unlike });
  },
  "session-alike": (words) => talking(words, { work: work({ aside: "rules" }), here: sampleItem(words) }),
  "session-ready": (words) => talking(words, {}, {}, { issues: [], formHash: "7f3a91c2aa04be51c2d8", suggestions: [] }),
  "session-leading": (words) => talking(words, {}, {}, { led: { to: "money", follows: true, at: "money" } }),
  "session-led-alone": (words) => talking(words, {}, {}, { led: { to: "money", follows: false, at: "contact" } }),
  "session-renewed": (words) => talking(words, {}, {}, { newer: { version: 2, itemHash: "b7" } }),
  "session-migration": (words) =>
    talking(
      words,
      { work: work({ migrationShown: true }) },
      {},
      { newer: { version: 2, itemHash: "b7" }, preview: report },
    ),
  "session-migrated": (words) => talking(words, {}, {}, { migrations: [report] }),
  "session-settings": (words) => talking(words, { work: work({ settingsShown: true }) }),
  "session-keys": (words) => talking(words, { work: work({ keysShown: true }) }),

  screen: (words) =>
    talking(words, {
      work: work({
        middle: "screen",
        marks: [
          { mark: "a", shape: "ARROW", fromX: 0.75, fromY: 0.3, toX: 0.5, toY: 0.2 },
          { mark: "b", shape: "CIRCLE", fromX: 0.05, fromY: 0.35, toX: 0.7, toY: 0.42 },
          { mark: "c", shape: "POINT", fromX: 0.3, fromY: 0.6, toX: 0.3, toY: 0.6 },
        ],
      }),
      media: bothThere({ remote: { screen: true, screenStream: otherPage() } }),
    }),
  "screen-wide": (words) =>
    talking(words, {
      work: work({ middle: "screen", wideStage: true }),
      media: bothThere({ remote: { screen: true, screenStream: otherPage() } }),
    }),
  "screen-covered": (words) =>
    talking(
      words,
      {
        work: work({ middle: "screen" }),
        media: bothThere({ remote: { screen: true, screenStream: otherPage() } }),
      },
      {},
      { focuses: { "APPLICANT:k2": { by: applicant, path: "/pin" } } },
    ),
  "screen-coming": (words) =>
    talking(words, {
      work: work({ middle: "screen" }),
      media: bothThere({ remote: { screen: true, screenStream: null } }),
    }),
  sharing: (words) =>
    talking(words, {
      work: work({ middle: "mine" }),
      media: bothThere({ local: { screen: true, screenStream: otherPage() } }),
    }),
};
