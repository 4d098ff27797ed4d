import type { MarkShape, Outcome } from "web-kit/protocol.ts";

/** What the clerk is doing on this screen and nobody else needs to know. */
export type ClerkWork = {
  /** The devices were looked at and the ring unlocked since this browser was started. */
  readonly checked: boolean;
  /** The ring can sound. */
  readonly audible: boolean;
  readonly notice: string | null;
  readonly keysShown: boolean;
  readonly settingsShown: boolean;
  /** The call that was turned down here: it was not missed. */
  readonly declined: string | null;
  /** What the middle shows. */
  readonly middle: "form" | "screen" | "mine";
  /** What the right shows where there is no room for both. */
  readonly aside: "script" | "missing" | "rules" | "finder";
  /** Steps of the script that were ticked by hand. */
  readonly ticked: readonly string[];
  /** The field that the clerk was last at. */
  readonly at: string | null;
  /** Whether it is read what became, or would become, of the form under a newer package. */
  readonly migrationShown: boolean;
  /** The field a suggestion is being written for. */
  readonly suggesting: string | null;
  /** The masked field for which a reason is being given to look at all of it. */
  readonly revealing: string | null;
  /** Masked values shown whole, and until when. */
  readonly shownUntil: Readonly<Record<string, number>>;
  readonly tool: MarkShape;
  /** The shared screen over the whole work area, so that small print can be read. */
  readonly wideStage: boolean;
  readonly marks: readonly OwnMark[];
  /** An answer, a hang-up and the like that is under way; its button waits. */
  readonly busy: boolean;
  /** What became of a question, before its call is finished. */
  readonly outcome: Outcome | null;
};

export type OwnMark = {
  readonly mark: string;
  readonly shape: MarkShape;
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
};

export const atRest: ClerkWork = {
  checked: false,
  audible: false,
  notice: null,
  keysShown: false,
  settingsShown: false,
  declined: null,
  middle: "form",
  aside: "script",
  ticked: [],
  at: null,
  migrationShown: false,
  suggesting: null,
  revealing: null,
  shownUntil: {},
  tool: "ARROW",
  wideStage: false,
  marks: [],
  busy: false,
  outcome: null,
};

/** The applicant withdrew seeing the form: nothing that was read from it stays. */
export function outOfSight(work: ClerkWork): ClerkWork {
  return { ...work, migrationShown: false, suggesting: null, revealing: null, shownUntil: {} };
}

/** Between two calls nothing of the first stays, and nothing lies over what rings. */
export function betweenCalls(work: ClerkWork): ClerkWork {
  return {
    ...work,
    keysShown: false,
    settingsShown: false,
    middle: "form",
    aside: "script",
    ticked: [],
    at: null,
    migrationShown: false,
    suggesting: null,
    revealing: null,
    shownUntil: {},
    marks: [],
    busy: false,
    outcome: null,
  };
}
