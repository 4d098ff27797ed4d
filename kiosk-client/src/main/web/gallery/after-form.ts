import { examined } from "web-kit/samples/examined.ts";
import { item, signed, withSignature } from "web-kit/samples/item.ts";
import type { Thing } from "../things.ts";
import { clerk, helper, now } from "./people.ts";
import { filed, room, written } from "./room.ts";
import { form, free, sample, touched, typed, visit, type Samples } from "./sample.ts";

const toReview = (changes: Partial<typeof room>) => sample(visit({ at: "review" }, { room: { ...room, ...changes } }));
const ready = {
  declared: ["NAME_RISK"],
  fields: { ...room.fields, "/industry": written("信息技术", clerk, { confirmed: true }) },
  unconfirmed: [],
};

const signedItem = withSignature(item);
/** All but the signature is there; what stands above it is short, so that it is in sight. */
const toSign = (changes: Partial<typeof room>) =>
  sample(
    visit(
      { at: "review" },
      {
        item: { ...signedItem, pages: signedItem.pages.slice(-1) },
        room: { ...room, ...ready, issues: [{ path: "/signature", code: "required", args: {} }], ...changes },
      },
    ),
  );
const signing = { path: "/signature", under: 0, drawn: false, text: null, round: 0 };
const nobody = { role: "SYSTEM", id: "room", name: "" } as const;

const things: readonly Thing[] = ["card", "papers", "print", "bag"];
const taking = (taken: readonly Thing[]) => sample({ ...free, way: { at: "take", things } }, touched({ taken }));

const looks = examined(now, "310117-K1");
const examining = (state: keyof typeof looks) => sample(free, touched({ sheet: "doctor", examination: looks[state] }));

/** Checking, filing, leaving, and what is laid over a screen for a moment. */
export const afterForm: Samples = {
  review: () => toReview({}),
  reviewReady: () => toReview(ready),
  reviewLeft: () => toReview({ issues: [{ path: "/mobile", code: "mobile.short", args: { missing: "1" } }] }),
  reviewUndecided: () => ({
    ...toReview(ready),
    edits: {
      "/seat": { ...typed("练市镇"), trouble: { at: "conflict", current: written("南浔镇", clerk) } },
      "/contactName": { ...typed("㐱小明"), trouble: { at: "refused", why: "NEEDS_REASON" } },
    },
  }),
  reviewAuthors: () =>
    toReview({
      ...ready,
      helper: { ...helper, role: "HELPER" },
      fields: {
        ...ready.fields,
        "/type": written("LLC", undefined, { source: "GUIDE" }),
        "/tradeName": written("云帆𠮷祥达", undefined, { source: "SUGGESTION" }),
        "/capital": written("100", helper),
        "/seat": written("南浔镇", clerk, { confirmed: true }),
        "/alternatives": written("禾泽、禾田", undefined, { source: "EARLIER" }),
        "/contactName": written("㐱小宁", helper, { source: "CARD" }),
        "/idNo": written("310117198805120016", undefined, { source: "CARD" }),
        "/mobile": written("13800000427", undefined, { source: "EARLIER_CASE" }),
        "/preApproval": written("false", undefined, { source: "UNDO" }),
      },
    }),
  reviewToSign: () => toSign({}),
  reviewSigned: () => toSign({ issues: [], fields: { ...ready.fields, "/signature": written(signed) } }),
  reviewLapsed: () =>
    toSign({ fields: { ...ready.fields, "/signature": written("", nobody, { source: "LAPSED", rev: 2 }) } }),
  sign: () => ({ ...toSign({}), ...touched({ sheet: "sign", signing }) }),
  signDrawn: () => ({
    ...toSign({}),
    ...touched({ sheet: "sign", signing: { ...signing, drawn: true, text: signed } }),
  }),
  signNone: () => ({ ...toSign({}), ...touched({ sheet: "sign", signing: { ...signing, drawn: true } }) }),
  reviewOffline: () =>
    sample(visit({ at: "review" }, { room: { ...room, ...ready }, line: { at: "lost", since: now - 4_000 } })),
  reviewSubmitting: () => ({ ...toReview(ready), ...touched({ busy: "submit" }) }),
  reviewHelper: () => toReview({ helper: { ...helper, role: "HELPER" }, atKiosk: "HELPER" }),
  submitted: () => sample(visit(form, { room: { ...room, filed } })),
  submittedNoCode: () => sample(visit(form, { room: { ...room, filed: { ...filed, progress: null } } })),
  submittedNext: () => sample(visit(form, { room: { ...room, filed } }), touched({ next: "" })),
  take: () => taking([]),
  takeTicked: () => taking(["card", "papers"]),
  takeNothingUsed: () => sample({ ...free, way: { at: "take", things: ["bag"] } }),
  help: () => sample(visit(form), touched({ sheet: "help" })),
  helpAtFirst: () => sample(free, touched({ sheet: "help" })),
  checkupOffered: () => sample(visit(form), touched({ checkupOffered: true })),
  checkup: () => examining("going"),
  checkupAsks: () => examining("asks"),
  checkupWell: () => examining("well"),
  checkupUdp: () => examining("udp"),
  checkupWorst: () => examining("worst"),
  checkupGone: () => examining("gone"),
  checkupStopped: () => examining("stopped"),
  helper: () => sample(visit(form), touched({ sheet: "helper", code: "" })),
  helperWrong: () =>
    sample(visit(form), touched({ sheet: "helper", code: "4821", codeWrong: "号码不对，请看清楚再输一次" })),
  leave: () => sample(visit(form), touched({ sheet: "leave" })),
  leaveFiled: () => sample(visit(form, { room: { ...room, filed } }), touched({ sheet: "leave" })),
  idle: () => sample(visit(form), touched({ idleUntil: now + 42_000 })),
};
