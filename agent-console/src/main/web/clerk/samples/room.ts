import type { Author, FieldState } from "web-kit/protocol.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import type { SampleWords } from "../../shared/sample-words.ts";
import { ago, now } from "./time.ts";
import { youOf } from "./desk.ts";
import { byCalling } from "web-kit/room/ladder.ts";
import { noUses } from "web-kit/room/uses.ts";

export const applicant: Author = { role: "APPLICANT", id: "k2", name: "" };

export function clerkOf(words: SampleWords): Author {
  return { role: "CLERK", id: "li", name: words.clerk };
}

export function written(value: string, by: Author = applicant, more: Partial<FieldState> = {}): FieldState {
  const confirmed = by.role !== "CLERK";
  return { value, rev: 1, by, source: "TYPED", at: now, confirmed, ...more };
}

/** A room in the middle of its matter: something of everything. */
export function sampleRoom(words: SampleWords): RoomState {
  const clerk = clerkOf(words);
  return {
    room: "r1",
    seq: 40,
    item: "ENT_NAME",
    itemHash: null,
    near: "310117",
    owner: "330503",
    fields: {
      "/type": written("LLC"),
      "/form": written("A", clerk),
      "/tradeName": written(words.trade),
      "/industry": written("信息科技", applicant, { source: "SUGGESTION" }),
      "/capital": written("100", applicant),
      "/investors/a/name": written("张女士"),
      "/investors/a/percent": written("60"),
      "/investors/b/name": written(words.investor, clerk),
      "/investors/b/percent": written("30"),
      "/contactName": written("张女士"),
      "/idNo": written("310117********0016", applicant),
      "/mobile": written("138****0427", applicant),
    },
    rows: { "/investors": ["a", "b"] },
    formRev: 12,
    issues: [
      { path: "/investors", code: "rule.sharesShort", args: { sum: "90", off: "10" } },
      { path: "/full", code: "required", args: {} },
    ],
    unconfirmed: ["/form", "/investors/b/name"],
    formHash: null,
    suggestions: [
      { suggestion: "s1", path: "/tradeName", value: `${words.trade}舟`, baseRev: 1, reason: words.reason, by: clerk },
    ],
    ladder: byCalling,
    chat: [
      { seq: 31, at: ago(100), by: applicant, text: words.said[0] },
      { seq: 33, at: ago(80), by: clerk, text: words.said[1] },
      { seq: 35, at: ago(50), by: clerk, text: words.said[2] },
    ],
    declared: ["TRUE"],
    helper: null,
    atKiosk: "APPLICANT",
    clerk: { call: "c1", clerk: youOf(words), epoch: 1 },
    filed: null,
    ended: false,
    pointedAt: "/industry",
    drafts: {},
    turnAsked: {},
    choosing: {},
    focuses: { "APPLICANT:k2": { by: applicant, path: "/capital" } },
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
}
