import type { GrantScope, Role } from "web-kit/protocol.ts";
import type { Way } from "./kiosk-screen.ts";
import type { Touch } from "./touch.ts";

/** Everything a finger can do. The screens know nothing else of the program. */
export interface Acts {
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
  /** Lays this card on the simulated reader. */
  readCard(card: string): void;
  takeEarlier(): void;
  /** Asks for a code to come back with, and shows it. */
  keepForLater(): void;
  /** Leaves, to come back with the code. */
  putAside(): void;
  /** Goes on with what was put aside; a card stands for the last digits. */
  resume(card: string | null, takeOver: boolean): void;
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
  print(): void;
  endVisit(): void;
  stay(): void;
  dismissRefusal(): void;
  language(): void;
  size(): void;
  contrast(): void;
}
