import type { Examination } from "web-kit/doctor/examination.ts";
import type { MarkShape, Outcome, PageFlaw } from "web-kit/protocol.ts";
import { demoCards } from "./demo-cards.ts";
import { plainScan, type ScanChoice } from "./device-state.ts";
import type { Judging } from "./material-state.ts";

/** What the clerk is doing on this screen and nobody else needs to know. */
export type ClerkWork = {
  /** The devices were looked at and the ring unlocked since this browser was started. */
  readonly checked: boolean;
  /** The ring can sound. */
  readonly audible: boolean;
  readonly notice: string | null;
  readonly keysShown: boolean;
  readonly settingsShown: boolean;
  /** The look at network and devices, while its dialog is there. */
  readonly examination: Examination | null;
  /** The call that was turned down here: it was not missed. */
  readonly declined: string | null;
  /** What the middle shows. */
  readonly middle: "form" | "screen" | "mine" | "bed";
  /** What the right shows where there is no room for both. */
  readonly aside: "script" | "missing" | "rules" | "finder" | "devices" | "materials";
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
  /** The shared screen, or what lies under the document camera, over the whole work area, so that small print can be read. */
  readonly wideStage: boolean;
  /** By how many quarters the picture of the document camera is turned: it hangs over the bed as it does. */
  readonly bedTurned: number;
  readonly marks: readonly OwnMark[];
  /** An answer, a hang-up and the like that is under way; its button waits. */
  readonly busy: boolean;
  /** How the next scan is made. */
  readonly scan: ScanChoice;
  /** Which card lies on a reader that is simulated. */
  readonly demoCard: string;
  /** The page that is looked at closely, by its place: how large, and by how many quarters it is turned. */
  readonly pageShown: { readonly at: number; readonly zoom: number; readonly turned: number } | null;
  /** The material that is worked on, by its code; null: the first that is open. */
  readonly material: string | null;
  /** The page of a material that is judged. */
  readonly judging: Judging | null;
  /** The e-licence that the clerk may not take, and why so far. */
  readonly rejecting: { readonly lookup: string; readonly flaw: PageFlaw | null } | null;
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
  examination: null,
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
  bedTurned: 0,
  marks: [],
  busy: false,
  scan: plainScan,
  demoCard: demoCards[0]?.card ?? "",
  pageShown: null,
  material: null,
  judging: null,
  rejecting: null,
  outcome: null,
};

/** The applicant withdrew seeing the form: nothing that was read from it stays. */
export function outOfSight(work: ClerkWork): ClerkWork {
  return {
    ...work,
    migrationShown: false,
    suggesting: null,
    revealing: null,
    shownUntil: {},
    pageShown: null,
    judging: null,
    rejecting: null,
  };
}

/** Between two calls nothing of the first stays, and nothing lies over what rings. */
export function betweenCalls(work: ClerkWork): ClerkWork {
  return {
    ...work,
    keysShown: false,
    settingsShown: false,
    examination: null,
    middle: "form",
    bedTurned: 0,
    aside: "script",
    ticked: [],
    at: null,
    migrationShown: false,
    suggesting: null,
    revealing: null,
    shownUntil: {},
    pageShown: null,
    material: null,
    judging: null,
    rejecting: null,
    marks: [],
    busy: false,
    outcome: null,
  };
}
