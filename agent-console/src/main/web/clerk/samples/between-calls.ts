import { noMedia } from "web-kit/media/call-media.ts";
import { examined } from "web-kit/samples/examined.ts";
import { refusalText } from "web-kit/text/text.ts";
import type { SampleWords } from "../../shared/sample-words.ts";
import { atRest } from "../clerk-work.ts";
import { deskView, ringing, seated } from "./desk.ts";
import { bothThere } from "./media.ts";
import { page, work } from "./page.ts";
import type { Samples } from "./samples.ts";
import { ago, now } from "./time.ts";

const inDays = (days: number) => now + days * 86_400_000;

const looks = examined(now, null);
const examining = (words: SampleWords, state: keyof typeof looks) =>
  page({
    desk: seated(words, { desk: deskView(words, "READY", 0) }),
    media: bothThere(),
    work: work({ examination: looks[state] }),
  });

/** The door, the desk while nobody is talked to, and what follows a call. */
export const betweenCalls: Samples = {
  entering: () => page(),
  "entering-lost": (words) => page({ desk: seated(words, { seat: "entering", line: { at: "lost", since: ago(12) } }) }),
  "sign-in": (words) => page({ desk: seated(words, { seat: "signedOut" }) }),
  "sign-in-going": (words) => page({ desk: seated(words, { seat: "signedOut" }), signIn: { at: "going" } }),
  "sign-in-wrong": (words) => page({ desk: seated(words, { seat: "signedOut" }), signIn: { at: "wrong" } }),
  "sign-in-empty": (words) => page({ desk: seated(words, { seat: "signedOut" }), signIn: { at: "empty" } }),
  "sign-in-too-many": (words) =>
    page({ desk: seated(words, { seat: "signedOut" }), signIn: { at: "tooMany", seconds: 42 } }),
  "sign-in-unreachable": (words) => page({ desk: seated(words, { seat: "signedOut" }), signIn: { at: "unreachable" } }),
  elsewhere: (words) => page({ desk: seated(words, { seat: "elsewhere" }) }),
  forbidden: (words) => page({ desk: seated(words, { seat: "forbidden" }) }),

  check: (words) => page({ desk: seated(words, { desk: deskView(words, "AWAY") }), work: atRest, media: bothThere() }),
  "check-opening": (words) => page({ desk: seated(words, { desk: deskView(words, "AWAY") }), work: atRest, level: 0 }),
  "check-trouble": (words) =>
    page({
      desk: seated(words, { desk: deskView(words, "AWAY") }),
      work: atRest,
      devices: { camera: [], microphone: [], speaker: [] },
      media: { ...noMedia, local: { ...noMedia.local, camera: "NONE", microphone: "NONE", trouble: "missing" } },
    }),

  checkup: (words) => examining(words, "going"),
  "checkup-asks": (words) => examining(words, "asks"),
  "checkup-well": (words) => examining(words, "well"),
  "checkup-udp": (words) => examining(words, "udp"),
  "checkup-worst": (words) => examining(words, "worst"),
  "checkup-gone": (words) => examining(words, "gone"),
  "checkup-stopped": (words) => examining(words, "stopped"),

  ready: (words) => page({ desk: seated(words, { desk: deskView(words, "READY", 0) }), media: bothThere() }),
  "ready-line": (words) => page({ desk: seated(words, { desk: deskView(words, "READY", 3) }), media: bothThere() }),
  "full-line": (words) => page({ desk: seated(words, { desk: deskView(words, "AWAY", 24) }) }),
  away: (words) => page({ desk: seated(words, { desk: deskView(words, "AWAY", 0) }) }),
  missed: (words) => page({ desk: seated(words, { desk: deskView(words, "AWAY", 2), missed: ringing(words) }) }),
  "no-window": (words) => page({ desk: seated(words, { desk: { ...deskView(words, "READY", 0), windows: [] } }) }),
  silent: (words) =>
    page({
      desk: seated(words, { desk: deskView(words, "READY", 1) }),
      media: bothThere(),
      work: work({ audible: false }),
    }),
  ringing: (words) =>
    page({ desk: seated(words, { desk: deskView(words, "RINGING"), call: ringing(words) }), media: bothThere() }),
  aside: (words) =>
    page({
      desk: seated(words, {
        desk: deskView(words, "READY", 0),
        aside: [
          {
            itemTitle: words.item,
            applicant: "张**",
            fromCentre: words.nearCentre,
            since: ago(80_000),
            until: inDays(6),
          },
          {
            itemTitle: words.otherItem,
            applicant: "",
            fromCentre: words.otherCentre,
            since: ago(9_000),
            until: inDays(7),
          },
        ],
      }),
      media: bothThere(),
    }),
  "ringing-resumed": (words) =>
    page({
      desk: seated(words, { desk: deskView(words, "RINGING"), call: { ...ringing(words), resumed: ago(40) } }),
      media: bothThere(),
    }),
  answering: (words) =>
    page({
      desk: seated(words, { desk: deskView(words, "RINGING"), call: ringing(words) }),
      media: bothThere(),
      work: work({ busy: true }),
    }),
  offline: (words) =>
    page({ desk: seated(words, { desk: deskView(words, "READY"), line: { at: "lost", since: ago(9) } }), pending: 1 }),
  outdated: (words) =>
    page({ desk: seated(words, { desk: deskView(words, "READY") }), media: bothThere(), outdated: true }),
  refused: (words) =>
    page({ desk: seated(words, { desk: deskView(words, "AWAY") }), work: work({ notice: refusalText("TRY_AGAIN") }) }),
  settings: (words) =>
    page({
      desk: seated(words, { desk: deskView(words, "READY", 0) }),
      media: bothThere(),
      work: work({ settingsShown: true }),
    }),
  keys: (words) => page({ desk: seated(words, { desk: deskView(words, "AWAY", 0) }), work: work({ keysShown: true }) }),

  "wrap-up": (words) =>
    page({
      desk: seated(words, {
        desk: deskView(words, "WRAP_UP"),
        call: {
          type: "WrapUp",
          call: "c1",
          item: "ENT_NAME",
          since: ago(14),
          how: "CLERK_HUNG_UP",
          filed: "33050326042800012345",
        },
      }),
    }),
  "wrap-up-matters": (words) =>
    page({
      desk: seated(words, {
        desk: deskView(words, "WRAP_UP"),
        call: {
          type: "WrapUp",
          call: "c1",
          item: "ENT_NAME",
          since: ago(14),
          how: "CLERK_HUNG_UP",
          filed: "33050326042800012345",
          matters: [
            { item: "QUESTION", itemTitle: { zh: "只咨询", en: "Only a question" } },
            { item: "RES_PERMIT", itemTitle: words.otherItem, keptUntil: inDays(7) },
            { item: "ENT_NAME", itemTitle: words.item, filed: "33050326042800012345" },
          ],
        },
      }),
    }),
  "wrap-up-unfiled": (words) =>
    page({
      desk: seated(words, {
        desk: deskView(words, "WRAP_UP"),
        call: { type: "WrapUp", call: "c1", item: "ENT_NAME", since: ago(14), how: "APPLICANT_HUNG_UP" },
      }),
    }),
  "wrap-up-question": (words) =>
    page({
      desk: seated(words, {
        desk: deskView(words, "WRAP_UP"),
        call: { type: "WrapUp", call: "c1", item: "QUESTION", since: ago(14), how: "CLERK_HUNG_UP" },
      }),
    }),
  "wrap-up-answered": (words) =>
    page({
      desk: seated(words, {
        desk: deskView(words, "WRAP_UP"),
        call: { type: "WrapUp", call: "c1", item: "QUESTION", since: ago(14), how: "CLERK_HUNG_UP" },
      }),
      work: work({ outcome: "ANSWERED" }),
    }),
  "wrap-up-abandoned": (words) =>
    page({
      desk: seated(words, {
        desk: deskView(words, "WRAP_UP"),
        call: { type: "WrapUp", call: "c1", item: "ENT_NAME", since: ago(74), how: "ABANDONED" },
      }),
    }),
};
