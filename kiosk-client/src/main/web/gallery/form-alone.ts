import { item, withSignature } from "web-kit/samples/item.ts";
import { report } from "web-kit/samples/migration.ts";
import { applicant, now, helper, clerk } from "./people.ts";
import { room, waitingCall, written } from "./room.ts";
import {
  elsewhere,
  filling,
  form,
  keys,
  reader,
  realReader,
  sample,
  touched,
  typed,
  visit,
  type Samples,
} from "./sample.ts";

/** A card was read, the case before gave the mobile, and one value is not as on the card. */
const prefilled = {
  ...room,
  card: { earlier: null, earlierTaken: true },
  fields: {
    ...room.fields,
    "/contactName": written("㐱小明", applicant, { reason: "证件上的字显示不全" }),
    "/idNo": written("310117198805120016", applicant, { source: "CARD" }),
    "/mobile": written("13800000427", applicant, { source: "EARLIER_CASE" }),
    "/preApproval": written("false", applicant, { source: "GUIDE" }),
  },
} as const;

/** What is offered for the pinyin of a place. */
const nanxun = {
  typed: "huzhoushinanxunqu",
  offers: [
    ...["湖州市南浔区", "湖州市", "湖州", "胡诌", "湖绉", "护肘"],
    ..."湖忽和虎户胡呼护沪壶狐互乎弧糊葫蝴琥瑚浒唬戽扈笏惚囫祜鹄鹕醐斛猢煳槲轷唿岵怙鄠冱鹱".split(""),
  ].map((text) => ({ text, letters: text.length === 1 ? 2 : 6 })),
};

/** The form while nobody of the centre is there: every state of a field, and what stands around it. */
export const formAlone: Samples = {
  form: () => sample(visit(form)),
  formEmpty: () => sample(visit(form, { room: { ...room, fields: {}, rows: {}, unconfirmed: [], clerk: null } })),
  formWriting: () =>
    filling({}, { edits: { "/seat": typed("南浔镇") }, focused: "/seat", saved: ["/tradeName", "/capital"] }),
  formKeys: () => filling({}, keys("text", "/seat", { shift: true })),
  formKeysPinyin: () => filling({}, keys("pinyin", "/seat")),
  formKeysWords: () => filling({}, keys("pinyin", "/seat", { writing: { ...nanxun, from: 0 } })),
  formKeysWordsLater: () => filling({}, keys("pinyin", "/seat", { writing: { ...nanxun, from: 40 } })),
  formKeysNoWords: () => filling({}, keys("pinyin", "/seat", { writing: { typed: "uvi", offers: [], from: 0 } })),
  formKeysDigits: () => sample(visit(form, { page: 2 }), keys("digits", "/mobile")),
  formKeysId: () => sample(visit(form, { page: 2 }), keys("id", "/idNo")),
  formKeysDate: () => filling({}, keys("date", "/seat", { day: "198803" })),
  formKeysCode: () => filling({}, keys("code", "/seat")),
  formKeysSecret: () => sample(visit(form, { page: 2 }), keys("digits", "/pin", { secret: true })),
  formAuthors: () =>
    filling({
      fields: {
        ...room.fields,
        "/tradeName": written("云帆𠮷祥达", undefined, { source: "SUGGESTION" }),
        "/capital": written("100", clerk, { confirmed: true }),
        "/seat": written("南浔镇", helper),
      },
    }),
  formTable: () => sample(visit(form, { page: 1 })),
  formTableEmpty: () => sample(visit(form, { page: 1, strict: true, room: { ...room, rows: {} } })),
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
  formSecret: () =>
    sample(
      visit(form, {
        page: 2,
        room: {
          ...room,
          fields: { ...room.fields, "/pin": written("739164") },
          looked: { "/mobile": { by: clerk, reason: "要联系本人" } },
        },
      }),
    ),
  formSignature: () =>
    sample(
      visit(form, {
        page: 2,
        item: withSignature(item),
        room: { ...room, issues: [{ path: "/signature", code: "required", args: {} }], unconfirmed: [] },
      }),
    ),
  formAside: () =>
    sample(
      visit(form, {
        resumeCode: {
          type: "ResumeCodeMade",
          room: "r",
          code: "7KQ2-M0XN",
          until: now + 7 * 86_400_000,
          card: true,
          mobile: true,
        },
      }),
      touched({ sheet: "aside" }),
    ),
  formCard: () => sample(visit(form, { page: 2, reader, room: { ...room, fields: {}, unconfirmed: [] } })),
  formLarger: () => sample(visit(form, { page: 2 }), touched({ largerOffered: true })),
  formCardSheet: () =>
    sample(
      visit(form, { page: 2, reader, room: { ...room, fields: {}, unconfirmed: [] } }),
      touched({ sheet: "card" }),
    ),
  formCardLay: () =>
    sample(
      visit(form, { page: 2, reader: realReader, room: { ...room, fields: {}, unconfirmed: [] } }),
      touched({ sheet: "card" }),
    ),
  formPrefilled: () => sample(visit(form, { page: 2, reader, room: prefilled })),
  formCardExpired: () =>
    sample(
      visit(form, {
        page: 2,
        reader,
        room: { ...prefilled, card: { earlier: null, earlierTaken: false, expired: "2026-03-01" } },
      }),
    ),
  formEarlier: () =>
    sample(
      visit(form, {
        page: 2,
        reader,
        room: {
          ...prefilled,
          fields: { ...prefilled.fields, "/mobile": written("") },
          card: { earlier: { title: item.title, filedAt: now - 90 * 86_400_000 }, earlierTaken: false },
        },
      }),
    ),
  formCardReason: () =>
    sample(visit(form, { page: 2, reader, room: prefilled }), {
      edits: { "/contactName": { ...typed("㐱小明"), trouble: { at: "refused", why: "NEEDS_REASON" } } },
    }),
  formCardConflict: () =>
    sample(
      visit(form, {
        page: 2,
        reader,
        room: {
          ...prefilled,
          fields: { ...prefilled.fields, "/contactName": written("㐱小明") },
          issues: [{ path: "/contactName", code: "card.differs", args: {} }],
          suggestions: [
            {
              suggestion: "CARD-contactName",
              path: "/contactName",
              value: "㐱小宁",
              baseRev: 1,
              by: applicant,
              source: "CARD",
            },
          ],
        },
      }),
    ),
  formFieldRefused: () =>
    filling({}, { edits: { "/seat": { ...typed("南浔镇"), trouble: { at: "refused", why: "TRY_AGAIN" } } } }),
  formOffline: () =>
    sample(visit(form, { line: { at: "lost", since: now - 4_000 } }), { edits: { "/seat": typed("南浔镇") } }),
  formEnded: () => sample(visit(form, { call: { type: "Ended", call: "c", how: "CLERK_HUNG_UP" } })),
  formAbandoned: () => sample(visit(form, { call: { type: "Ended", call: "c", how: "ABANDONED" } })),
  formCalling: () => sample(visit(form), touched({ busy: "call" })),
  formWaiting: () => sample(visit(form, { call: waitingCall })),
  formNext: () => sample(visit(form, { call: { ...waitingCall, ringing: true } })),
  formHelper: () => filling({ helper: { ...helper, role: "HELPER" }, atKiosk: "HELPER" }),
  formHelperAside: () => filling({ helper: { ...helper, role: "HELPER" } }),
  formRenewed: () => filling({ newer: { version: 2, itemHash: "b7" } }),
  formMigration: () =>
    filling({ newer: { version: 2, itemHash: "b7" }, preview: report }, touched({ sheet: "migration" })),
  formMigrationHelper: () =>
    filling(
      {
        newer: { version: 2, itemHash: "b7" },
        preview: { ...report, lost: [], doubtful: [] },
        helper: { ...helper, role: "HELPER" },
        atKiosk: "HELPER",
      },
      touched({ sheet: "migration" }),
    ),
  formMigrated: () => filling({ migrations: [report] }),
  formMigratedRead: () => filling({ migrations: [report] }, touched({ sheet: "migration" })),
  formUnlike: () => sample(visit(form, { here: elsewhere })),
  formRefused: () => sample(visit(form, { refused: { type: "Refused", opId: "o", why: "TRY_AGAIN", issues: [] } })),
};
