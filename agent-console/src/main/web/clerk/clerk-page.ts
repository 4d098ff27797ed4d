import type { Devices, DeviceKind } from "web-kit/media/devices.ts";
import type { MediaView } from "web-kit/media/call-media.ts";
import type {
  Capability,
  MarkShape,
  MaterialWord,
  Outcome,
  PageFlaw,
  Presentation,
  ServiceItem,
} from "web-kit/protocol.ts";
import type { Pen } from "web-kit/form/pen.ts";
import type { SignInState } from "../shared/sign-in.ts";
import type { ClerkDesk } from "./clerk-desk.ts";
import type { ClerkWork, OwnMark } from "./clerk-work.ts";
import type { ScanChoice } from "./device-state.ts";
import type { Finder } from "./finder.ts";
import type { Judging } from "./material-state.ts";

/** Everything the console's screens are made of. */
export type ClerkPage = {
  readonly desk: ClerkDesk;
  readonly work: ClerkWork;
  readonly signIn: SignInState;
  readonly media: MediaView;
  readonly devices: Devices;
  /** How loud the clerk's own microphone is, 0 to 1. */
  readonly level: number;
  readonly item: ServiceItem | null;
  readonly itemFailed: boolean;
  /** The same item as it is handled where the applicant is; null until it is known. */
  readonly here: ServiceItem | null;
  readonly finder: Finder;
  readonly pen: Pen;
  /** The server says more than this page knows. */
  readonly outdated: boolean;
  /** Operations not answered yet. */
  readonly pending: number;
  /** This machine's clock. */
  readonly now: number;
};

/** The server's clock: what it says of times is compared with this. */
export function serverNow(page: ClerkPage): number {
  return page.now + page.desk.ahead;
}

/** Everything the console's screens can do. */
export interface ClerkActs
  extends SeatActs, CallActs, RoomActs, StageActs, FinderActs, DeviceActs, MaterialActs, LookupActs {}

export interface SeatActs {
  signIn(form: HTMLFormElement): void;
  signOut(): void;
  takeOver(): void;
  dismiss(): void;
  showKeys(shown: boolean): void;
  showSettings(shown: boolean): void;
  testTone(): void;
  chooseDevice(kind: DeviceKind, id: string | null): void;
  allowNotices(): void;
  checked(): void;
  checkAgain(): void;
  /** Looks at network and devices; anew, where that was done before. */
  examine(): void;
  stopExamining(): void;
  /** Whether the clerk heard the tone that was played. */
  heardTone(heard: boolean): void;
  printExamination(): void;
  copyExamination(): void;
  endExamining(): void;
}

export interface CallActs {
  setReady(ready: boolean): void;
  answer(): void;
  decline(): void;
  hangUp(): void;
  letBackIn(): void;
  /** What became of a question; without it the call is not finished. */
  chooseOutcome(outcome: Outcome): void;
  finish(rest: boolean): void;
  setMicrophone(on: boolean): void;
  setCamera(on: boolean): void;
  share(): void;
  stopSharing(): void;
}

export interface RoomActs {
  /** @param refused called where the line was not taken and its room is still open */
  say(text: string, refused?: () => void): void;
  askGrant(): void;
  /** The applicant went away for a moment. */
  stepAway(): void;
  point(path: string | null): void;
  openSuggestion(path: string | null): void;
  suggest(path: string, value: string, reason: string): void;
  retract(suggestion: string): void;
  /** Asks for the reason, without which nothing is shown. */
  openReveal(path: string | null): void;
  reveal(path: string, reason: string): void;
  hide(path: string): void;
  /** Puts something large before the applicant, in place of what was there. */
  present(what: Presentation): void;
  putAway(): void;
  /** Says the step that is to be said now. */
  sayStep(): void;
  tickStep(step: string): void;
  /** Goes to the field of the step that is to be done now and points at it. */
  pointAtStep(): void;
  showSample(): void;
  /** Shows the page where the clerk is, else the applicant, as it looks when it is filled. */
  showPageSample(): void;
  /** Turns the applicant's form to this page of it; without one, leads no longer. */
  lead(page: string | null): void;
  /** What going on by the package in force would do. */
  showMigration(shown: boolean): void;
  offerMigration(itemHash: string): void;
  /** What the clerk wrote in the field is as it was before. */
  undo(path: string): void;
  goTo(path: string): void;
  showAside(aside: ClerkWork["aside"]): void;
}

export interface DeviceActs {
  /** Asks for one use of it; where that cannot be, the panel says why. */
  operateDevice(what: Capability): void;
  /** Watches what lies under the document camera, or no longer; where that cannot be, the panel says why. */
  watchBed(): void;
  /** Turns its picture by a quarter, here only. */
  turnBed(): void;
  /** 取消 */
  stopUse(command: string): void;
  stopLastUse(): void;
  /** How the next scans are made, also in the next call. */
  chooseScan(change: Partial<ScanChoice>): void;
  /** The card that lies on a simulated reader. */
  chooseDemoCard(card: string): void;
  showPage(shown: ClerkWork["pageShown"]): void;
}

export interface MaterialActs {
  /** The pages that are asked for next are of this one. */
  chooseMaterial(material: string): void;
  /** Shows the materials; where they are shown, goes on to the next. */
  nextMaterial(): void;
  /** @param material that is worked on, where it is not named */
  sayOfMaterial(word: MaterialWord, material?: string): void;
  /** Pages of no material are of the one that is worked on. */
  assignPages(pages: readonly string[]): void;
  /** The kiosk shows a code by which a phone sends pages of the one that is worked on. */
  askPhone(): void;
  lookAtPage(material: string, page: string): void;
  /** The first page of the material that nobody has judged, else its first; the e-licence, where it has no page. */
  lookAtPages(): void;
  judge(change: Partial<Judging>): void;
  rejectPage(text: string): void;
  /** The whole material passes with the page that is looked at. */
  passFromPage(): void;
  stopJudging(): void;
}

/** What the clerk would like to have looked up at authorities; the applicant is asked each time. */
export interface LookupActs {
  askLookup(code: string): void;
  /** The e-licence for the material that is worked on. */
  askLicence(): void;
  /** The next data check that nobody has asked for, or that came to nothing. */
  askCheck(): void;
  stopLookup(lookup: string): void;
  /** Asks why an e-licence is not taken; the paper is asked for then. */
  lookAtLicence(lookup: string): void;
  chooseLicenceFlaw(flaw: PageFlaw): void;
  rejectLicence(text: string): void;
  stopRejecting(): void;
}

export interface FinderActs {
  openFinder(): void;
  find(words: string): void;
  /** @param item null: the one the room is about */
  chooseItem(item: string | null): void;
  /** The situation that the leaflet is for. */
  tellSituation(path: string, value: string): void;
  sendLeaflet(): void;
  /** The way to the clerk's own centre; while that stands there, to the one where the applicant sits. */
  sendMap(): void;
  /** Proposes that the call turns to the chosen item; the applicant agrees. */
  proposeItem(): void;
  forgetFinder(): void;
}

export interface StageActs {
  showMiddle(middle: ClerkWork["middle"]): void;
  takeTool(tool: MarkShape): void;
  widenStage(wide: boolean): void;
  /** Shows the mark on both sides; the last of a drag stays its full time. */
  draw(mark: OwnMark, last: boolean): void;
  wipe(): void;
}
