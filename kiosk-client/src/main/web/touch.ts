import type { CardShown } from "web-kit/protocol.ts";
import type { Examination } from "web-kit/doctor/examination.ts";
import type { Found } from "web-kit/find/find-desk.ts";
import type { Keys } from "./keys.ts";
import type { Thing } from "./things.ts";

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
    /** What is in the way of a call from here. */
    | "doctor"
    /** What the clerk put there, enlarged. */
    | "presented"
    /** A page that was scanned or taken, enlarged. */
    | "pages"
    /** What is needed, and how it stands with each. */
    | "materials"
    /** How a phone sends pages. */
    | "phone"
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
  readonly resumeCard: CardShown | null;
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
    /** The clerk's use of the pad, where they asked for it. */
    readonly command?: string;
  } | null;
  /** The clerk's use of the pad that was signed on last. */
  readonly signedFor: string | null;
  /** Uses of devices whose end was read. */
  readonly usesRead: readonly string[];
  /** Uses that were stopped here; the server does not know it yet. */
  readonly stopping: readonly string[];
  /** What the document camera is opened for; null while it is not. `soon`: the clerk takes the picture, nobody here. */
  readonly capture: {
    readonly command: string;
    readonly at: "opening" | "ready" | "keeping";
    readonly stream: MediaStream | null;
    readonly soon: boolean;
  } | null;
  /** What the clerk watches under the document camera; without a stream while it is being opened. `taking`: the use that takes a page of it just now. */
  readonly watch: {
    readonly command: string;
    readonly stream: MediaStream | null;
    readonly taking: string | null;
  } | null;
  /** Which of the pages is enlarged. */
  readonly pageShown: number;
  /** Rejections of pages that were read. */
  readonly rejectionsRead: readonly string[];
  /** Lookups whose end was read. */
  readonly lookupsRead: readonly string[];
  /** The keyboard on the screen, while one is open. */
  readonly keys: Keys | null;
  /** The box that a clerk was asked to write into, until it is left. */
  readonly askedFor: string | null;
  /** The card that was read is of somebody who may like larger letters, and nothing was answered yet. */
  readonly largerOffered: boolean;
  readonly itemFailed: boolean;
  /** The look at network and devices, while its sheet is there. */
  readonly examination: Examination | null;
  /** The last call had no picture or no sound. */
  readonly checkupOffered: boolean;
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
  /** What is ticked off of what the applicant takes along. */
  readonly taken: readonly Thing[];
};

/** Somebody writes, signs or lays down a card: what comes by itself waits until they are done. */
export const isUndisturbed = ({ sheet }: Touch): boolean =>
  sheet === "sign" || sheet === "card" || sheet === "doctor" || sheet === "helper";

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
  signedFor: null,
  usesRead: [],
  stopping: [],
  capture: null,
  watch: null,
  pageShown: 0,
  rejectionsRead: [],
  lookupsRead: [],
  keys: null,
  askedFor: null,
  largerOffered: false,
  itemFailed: false,
  examination: null,
  checkupOffered: false,
  question: "",
  found: null,
  migrationsRead: 0,
  event: null,
  allEvents: false,
  next: null,
  agreedTo: null,
  taken: [],
};
