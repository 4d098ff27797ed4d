import { bothThere } from "./media.ts";
import { otherPage } from "web-kit/samples/drawn.ts";
import { talking, work } from "./page.ts";
import { applicant } from "./room.ts";
import type { Samples } from "./samples.ts";

/** A screen that one of both shares. */
export const sharedScreens: Samples = {
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
