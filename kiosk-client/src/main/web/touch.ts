import type { Found } from "web-kit/find/find-desk.ts";

/** What the finger is doing on this screen, beside what the server knows. All of it is forgotten with the visit. */
export type Touch = {
  readonly sheet:
    | "help"
    | "helper"
    | "leave"
    | "changes"
    | "differences"
    | "migration"
    | "card"
    | "aside"
    /** The same code, before the visit goes on with another matter. */
    | "kept"
    | "leaflet"
    | "sign"
    /** What the clerk put there, enlarged. */
    | "presented"
    | null;
  readonly code: string;
  readonly codeWrong: string | null;
  readonly chatOpen: boolean;
  readonly chatText: string;
  /** The last chat line that was on the screen. */
  readonly chatRead: number;
  /** Whether the clerk's shared picture is before the form. */
  readonly sharedFirst: boolean;
  /** The applicant does not want what stood in their earlier case. */
  readonly earlierPassed: boolean;
  /** What is typed to go on with a matter that was put aside, and the card that was laid down for it. */
  readonly resumeCode: string;
  readonly lastDigits: string;
  readonly resumeCard: string | null;
  /** When the kiosk clears itself; null while nobody has to be asked. */
  readonly idleUntil: number | null;
  /** A step is on its way and is not pressed twice. */
  readonly busy: "open" | "call" | "submit" | "resume" | "sign" | null;
  /**
   * Where somebody signs, under which state of the form (`signedUnder`), and what is on the pad: a signature, or null while it is
   * none. A new round begins on an empty one.
   */
  readonly signing: {
    readonly path: string;
    readonly under: number;
    readonly drawn: boolean;
    readonly text: string | null;
    readonly round: number;
  } | null;
  readonly itemFailed: boolean;
  /** What the applicant looks for, and what fits it; null while that is not known. */
  readonly question: string;
  readonly found: readonly Found[] | null;
  /** How many reports of a move to a newer form were read. */
  readonly migrationsRead: number;
  /** The life event whose items alone are listed. */
  readonly event: string | null;
  /** Whether all of them are shown, and not only the first ones. */
  readonly allEvents: boolean;
  /** The item that the visit is to go on to; empty while it is being chosen, null where nobody wants another. */
  readonly next: string | null;
  /** What the visit goes on to once its applicant has copied the code of the form that is left. */
  readonly agreedTo: AgreedTo | null;
};

/** An item, and the codes of the statements that were read and agreed to. */
export type AgreedTo = { readonly item: string; readonly agreed: readonly string[] };

export const untouched: Touch = {
  sheet: null,
  code: "",
  codeWrong: null,
  chatOpen: false,
  chatText: "",
  chatRead: 0,
  sharedFirst: true,
  earlierPassed: false,
  resumeCode: "",
  lastDigits: "",
  resumeCard: null,
  idleUntil: null,
  busy: null,
  signing: null,
  itemFailed: false,
  question: "",
  found: null,
  migrationsRead: 0,
  event: null,
  allEvents: false,
  next: null,
  agreedTo: null,
};
