import type { Capability, CardShown, GrantScope, Role } from "web-kit/protocol.ts";
import type { Offer } from "./chinese/offers.ts";
import type { Key, Keys } from "./keys.ts";
import type { Way } from "./kiosk-screen.ts";
import type { Thing } from "./things.ts";
import type { Touch } from "./touch.ts";

/** Everything a finger can do. The screens know nothing else of the program. */
export interface Acts
  extends FingerActs, TakeActs, CheckupActs, KeyActs, PresenceActs, CardActs, LookupActs, PhoneActs, DeviceActs {}

/** What it does about the things that an applicant takes along. */
export interface TakeActs {
  print(): void;
  /** Ticks off what the applicant has taken, or not after all. Once all is ticked the visit is over. */
  take(thing: Thing): void;
}

/** What it does on the screens of a visit. */
export interface FingerActs {
  go(way: Way): void;
  touch(change: Partial<Touch>): void;
  takeOver(): void;
  /** Looks for what the applicant calls it. */
  find(question: string): void;
  /** What the applicant says of their situation before the form is open. */
  answer(path: string, value: string): void;
  openRoom(): void;
  /** 说不清，直接找人: opens a room without an item and calls. */
  ask(): void;
  /** Looks at an item that the visit could go on to; the empty one chooses first, null lets it be. */
  wantNext(item: string | null): void;
  /** 同意，开始办: the visit goes on to the item that is looked at. */
  moveOn(): void;
  /** Puts the form that would be left aside first: its code is shown, and then the next matter begins. */
  keepAndMoveOn(): void;
  /** 记好了，办下一件: what was agreed to before the code was shown begins, whatever stands there by now. */
  moveOnKept(): void;
  page(number: number): void;
  /** Turns to the page of a field. */
  lookAt(path: string): void;
  review(): void;
  call(): void;
  cancelCall(): void;
  hangUp(): void;
  helperSignIn(): void;
  helperSignOut(): void;
  handOver(to: Role): void;
  /** Gives the clerk this rung of their ladder and those below it, or withdraws it and those above. */
  allow(scope: GrantScope): void;
  withdraw(scope: GrantScope): void;
  takeSuggestion(suggestion: string): void;
  dropSuggestion(suggestion: string): void;
  /** Answers what the clerk asked, with one touch. */
  answerClerk(path: string, code: string): void;
  putAway(): void;
  takeEarlier(): void;
  /** Asks for a code to come back with, and shows it. */
  keepForLater(): void;
  /** Leaves, to come back with the code. */
  putAside(): void;
  /** Goes on with what was put aside; a card stands for the last digits. */
  /** What stood in these fields before is there again. */
  undo(paths: readonly string[]): void;
  /** Shows what a newer form would change. */
  previewMigration(): void;
  migrate(itemHash: string): void;
  declineMigration(): void;
  /** Whether this screen goes along when the clerk turns the page. */
  follow(follows: boolean): void;
  goAlong(): void;
  confirm(path: string, rev: number): void;
  declare(code: string, agreed: boolean): void;
  /** Shows the pad for the signature of this field. */
  signHere(path: string): void;
  /** 签好了: what is on the pad stands as the signature. */
  sign(): void;
  submit(): void;
  chat(text: string): void;
  openChat(): void;
  microphone(on: boolean): void;
  camera(on: boolean): void;
  share(): void;
  stopSharing(): void;
  endVisit(): void;
  stay(): void;
  dismissRefusal(): void;
  language(): void;
  size(): void;
  contrast(): void;
  /** 轮椅: all that is to be touched moves to where it is reached sitting. */
  reach(): void;
  /** 朗读 begins, or ends. */
  read(): void;
}

/** What it does in the network check. */
export interface CheckupActs {
  /** Looks at network and devices; anew, where that was done before. */
  examine(): void;
  stopExamining(): void;
  /** Whether the person heard the tone that was played. */
  heardTone(heard: boolean): void;
  endExamining(): void;
}

/** A box that somebody is asked to write into. */
export type Asked = Pick<Keys, "label" | "path">;

/** What it does on the keyboard on the screen, and beside a box where there is none. */
export interface KeyActs {
  /** A key of it. */
  press(key: Key): void;
  /** A word for the pinyin that is typed. */
  chooseWord(offer: Offer): void;
  /** Shows the words that are offered from this one on. */
  turnOffers(from: number): void;
  keysDone(): void;
  /** 请工作人员帮我填: asks the clerk in writing, calls one, or says where somebody of the hall is. */
  clerkWrites(box: Asked): void;
  /** The box is left: it is asked for again. */
  askedLeft(): void;
}

/** What it does about the applicant's own card. */
export interface CardActs {
  /** Reads it into the form; on a simulated reader it is this one that lies there. */
  readCard(card: string | null): void;
  /** Goes on with the matter of the code; without a card, by the last digits that are typed. */
  resume(card: CardShown | null, takeOver: boolean): void;
  /** 停止 of what reads a card to go on with a matter. */
  stopReading(): void;
}

/** What it does about where the applicant is. */
export interface PresenceActs {
  /** 离开一会儿 */
  stepAway(): void;
  /** 我回来了 */
  comeBack(): void;
}

/** What it does about lookups at authorities. */
export interface LookupActs {
  /** 用电子证照: the question whether it may be looked up comes first. */
  askLookup(code: string): void;
  /** 同意，查这一次 */
  allowLookup(lookup: string): void;
  refuseLookup(lookup: string): void;
  stopLookup(lookup: string): void;
  /** 知道了: what came of it was read. */
  lookupRead(lookup: string): void;
}

/** What it does about pages that come from a phone. */
export interface PhoneActs {
  /** 用手机传: asks for a code, and shows it. */
  offerPhone(material: string): void;
  /** The clerk asks for it: once nobody is disturbed by it. */
  phoneAsked(material: string): void;
  /** 停用: whoever has the code sends nothing more. */
  endPhone(): void;
  takeSent(page: string): void;
  dropSent(page: string): void;
}

/** What a finger does about the devices that the clerk operates. */
export interface DeviceActs {
  allowUse(command: string): void;
  refuseUse(command: string): void;
  /** 停止: by one touch, and at once where the network is cut. */
  stopUse(command: string): void;
  /** 收回: asked again before the next use. */
  endUseConsent(what: Capability): void;
  /** 知道了: how it ended was read. */
  useRead(command: string): void;
  /** 放好了, 拿到了: told to the clerk. */
  didByHand(command: string): void;
  /** The applicant takes the picture of the page. */
  shoot(): void;
}
