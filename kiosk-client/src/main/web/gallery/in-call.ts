import type { Presentation } from "web-kit/protocol.ts";
import type { KioskState } from "../kiosk-screen.ts";
import { noMedia } from "web-kit/media/call-media.ts";
import { otherPage } from "web-kit/samples/drawn.ts";
import { guided, item, withLongText } from "web-kit/samples/item.ts";
import { clerk, now } from "./people.ts";
import { place } from "./place.ts";
import { asked, filed, questionRoom, room, suggestion, talkingCall, written } from "./room.ts";
import { inTalk, keys, media, reader, touched, type Samples } from "./sample.ts";
import { reaching } from "web-kit/room/ladder.ts";

const remote = (changes: Partial<typeof media.remote>) => ({
  media: { ...media, remote: { ...media.remote, ...changes } },
});
const local = (changes: Partial<typeof media.local>) => ({
  media: { ...media, local: { ...media.local, ...changes } },
});

const leaflet: Presentation = {
  type: "Leaflet",
  item: "ENT_NAME",
  told: [
    { path: "/type", value: "LLC" },
    { path: "/preApproval", value: "false" },
  ],
};
const agreedTo = { item: "ENT_NAME", agreed: guided.agreements.map((each) => each.code) };
const centreMap: Presentation = { type: "CentreMap", centre: "nanxun" };
const inQuestion = (
  presented: Presentation | null,
  state: Partial<KioskState> = {},
  touch: Parameters<typeof touched>[0] = {},
) => inTalk({ ...questionRoom, presented }, touched({ chatRead: 99, ...touch }), { item: asked, ...state });

/** Face to face, with what can happen to the picture, the line, the form and the talk. */
export const inCall: Samples = {
  talking: () => inTalk({ pointedAt: "/capital", suggestions: [suggestion] }),
  talkingPointed: () => inTalk({ pointedAt: "/tradeName" }, { focused: "/tradeName" }),
  talkingElsewhere: () => inTalk({ pointedAt: "/tradeName" }, {}, { page: 2 }),
  talkingSuggestedElsewhere: () => inTalk({ suggestions: [suggestion] }, {}, { page: 2 }),
  talkingWritten: () => inTalk({ ladder: reaching("EDIT_FORM"), drafts: { "/seat": { by: clerk, text: "南浔" } } }),
  talkingLocked: () =>
    inTalk(
      { ladder: reaching("EDIT_FORM") },
      {
        edits: {
          "/seat": {
            text: "练市镇",
            baseRev: 0,
            sent: null,
            trouble: { at: "locked", until: now + 3_000 },
            acceptedAt: null,
          },
        },
      },
    ),
  talkingTurn: () =>
    inTalk(
      { ladder: reaching("EDIT_FORM"), turnAsked: { "/alternatives": clerk } },
      { focused: "/alternatives" },
      { item: withLongText(item) },
    ),
  talkingTurnTaken: () =>
    inTalk(
      {
        ladder: reaching("EDIT_FORM"),
        drafts: { "/alternatives": { by: clerk, text: "南浔禾泽、禾泽" } },
        focuses: { "CLERK:c": { by: clerk, path: "/alternatives" } },
      },
      {},
      { item: withLongText(item) },
    ),
  talkingPhrase: () =>
    inTalk({
      presented: {
        type: "Phrase",
        zh: "请看亮起来的那一格，照您身份证上的写就行。",
        en: "Please look at the box that lights up. Write it as on your ID card.",
      },
    }),
  talkingSample: () => inTalk({ presented: { type: "Sample", path: "/tradeName" } }),
  talkingSampleLarge: () =>
    inTalk({ presented: { type: "Sample", path: "/tradeName" } }, touched({ sheet: "presented", chatRead: 99 })),
  talkingPageSample: () => inTalk({ presented: { type: "PageSample", page: "p1" } }),
  talkingPageSampleLarge: () =>
    inTalk({ presented: { type: "PageSample", page: "p1" } }, touched({ sheet: "presented", chatRead: 99 })),
  talkingQuestion: () => inTalk({ presented: { type: "Question", path: "/type" } }),
  talkingQuestionYesNo: () => inTalk({ presented: { type: "Question", path: "/preApproval" } }, {}, { page: 2 }),
  talkingAsking: () => inQuestion(null),
  talkingOffer: () => inQuestion({ type: "NextItem", item: "ENT_NAME" }, { other: guided }),
  talkingOfferLoading: () => inQuestion({ type: "NextItem", item: "ENT_NAME" }),
  talkingOfferLeft: () => inTalk({ presented: { type: "NextItem", item: "ENT_NAME" } }, {}, { other: guided }),
  talkingOfferLost: () =>
    inTalk(
      { presented: { type: "NextItem", item: "ENT_NAME" }, fields: { "/tradeName": written("云帆𠮷祥") } },
      {},
      { other: guided },
    ),
  talkingOfferKept: () =>
    inTalk({ presented: { type: "NextItem", item: "ENT_NAME" } }, touched({ sheet: "kept", agreedTo, chatRead: 99 }), {
      other: guided,
      resumeCode: {
        type: "ResumeCodeMade",
        room: "r",
        code: "7KQ2-M0XN",
        until: now + 7 * 86_400_000,
        card: false,
        mobile: true,
      },
    }),
  talkingLeaflet: () => inQuestion(leaflet, { other: guided }),
  talkingLeafletInForm: () => inTalk({ presented: leaflet }, {}, { other: guided }),
  talkingLeafletLarge: () => inQuestion(leaflet, { other: guided }, { sheet: "leaflet" }),
  talkingMap: () => inQuestion(centreMap, { map: place }),
  talkingMapInForm: () => inTalk({ presented: centreMap }, {}, { map: place }),
  talkingMapLoading: () => inQuestion(centreMap),
  talkingMapLarge: () => inQuestion(centreMap, { map: place }, { sheet: "presented" }),
  talkingNext: () => inQuestion(null, {}, { next: "" }),
  talkingNextChosen: () => inQuestion(null, { other: guided }, { next: "ENT_NAME" }),
  talkingNextFiled: () => inTalk({ filed }, touched({ next: "ENT_NAME", chatRead: 99 }), { other: guided }),
  talkingCardAsked: () => inTalk({ presented: { type: "CardAsked" } }, {}, { reader }),
  talkingChanges: () =>
    inTalk(
      {
        ladder: reaching("EDIT_FORM"),
        fields: { ...room.fields, "/seat": written("南浔镇", clerk) },
        unconfirmed: ["/industry", "/seat"],
      },
      touched({ sheet: "changes", chatRead: 99 }),
    ),
  talkingLed: () => inTalk({ led: { to: "p1", follows: true } }),
  talkingLedElsewhere: () => inTalk({ led: { to: "p2", follows: true } }, { focused: "/seat" }),
  talkingOwnPages: () => inTalk({ led: { to: "p2", follows: false } }),
  talkingMigrationOffered: () => inTalk({ newer: { version: 2, itemHash: "b7" }, migrationOffered: "b7" }),
  talkingAsked: () => inTalk({ ladder: reaching("SUGGEST", "EDIT_FORM") }),
  talkingWithdrawn: () => inTalk({ ladder: reaching("SEE_FORM") }),
  talkingCovered: () => inTalk({ ladder: reaching(null) }, local({ screen: true, covered: true })),
  talkingAskedAgain: () => inTalk({ ladder: reaching(null, "SEE_FORM") }),
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
  talkingChoosing: () =>
    inTalk({
      ladder: reaching("EDIT_FORM"),
      fields: { ...room.fields, "/seat": written("练市镇") },
      choosing: { "/seat": clerk },
    }),
  talkingRefused: () => inTalk({}, {}, { refused: { type: "Refused", opId: "o", why: "TRY_AGAIN", issues: [] } }),
  talkingConnecting: () => inTalk({}, remote({ connected: false, stream: null })),
  talkingCameraOff: () => inTalk({}, remote({ camera: "OFF" })),
  talkingClerkMuted: () => inTalk({}, remote({ microphone: "OFF" })),
  talkingMutedHere: () => inTalk({}, local({ microphone: "OFF", camera: "OFF" })),
  talkingDenied: () => inTalk({}, local({ microphone: "NONE", camera: "NONE", trouble: "denied" })),
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
  talkingChatEmpty: () => inTalk({ chat: [] }, touched({ chatOpen: true, chatRead: 99 })),
  talkingKeys: () => inTalk({}, keys("text", "/seat")),
  talkingKeysAsked: () => inTalk({}, keys("text", "/seat", { asked: true })),
  talkingSharing: () =>
    inTalk(
      {
        marks: [
          { type: "DrawMark", room: "r", mark: "m1", shape: "ARROW", fromX: 0.8, fromY: 0.62, toX: 0.42, toY: 0.52 },
          { type: "DrawMark", room: "r", mark: "m2", shape: "CIRCLE", fromX: 0.1, fromY: 0.44, toX: 0.5, toY: 0.56 },
          { type: "DrawMark", room: "r", mark: "m3", shape: "POINT", fromX: 0.7, fromY: 0.8, toX: 0.7, toY: 0.8 },
        ],
      },
      local({ screen: true }),
    ),
  talkingSecret: () =>
    inTalk(
      { fields: { ...room.fields, "/pin": written("739164") } },
      { ...local({ screen: true, covered: true }), focused: "/pin" },
      { page: 2 },
    ),
  talkingShared: () => inTalk({}, remote({ screen: true, screenStream: otherPage() })),
  talkingSharedAside: () =>
    inTalk(
      {},
      {
        ...remote({ screen: true, screenStream: otherPage() }),
        ...touched({ sharedFirst: false, chatRead: 99 }),
      },
    ),
  talkingReview: () => inTalk({}, {}, { way: { at: "review" } }),
  talkingSubmitted: () => inTalk({ filed }),
  reconnecting: () => inTalk({}, {}, { line: { at: "lost", since: now - 19_000 } }),
  clerkGone: () => inTalk({}, {}, { call: { ...talkingCall, clerkHere: false } }),
  away: () => inTalk({ awaySince: 0 }, touched({ chatRead: 99 })),
  leaveCall: () => inTalk({}, touched({ sheet: "leave", chatRead: 99 })),
  talkingHelper: () =>
    inTalk({ helper: { role: "HELPER", id: "h", name: "王芳" }, atKiosk: "HELPER", fields: room.fields }),
};
