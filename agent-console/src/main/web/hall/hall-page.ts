import type { CodePurpose, Restarted } from "web-kit/protocol.ts";
import type { SignInState } from "../shared/sign-in.ts";
import type { HallBoard, Moves } from "./hall-board.ts";
import type { PackagesPage, Wanted } from "./packages/packages.ts";

/** Everything the board's screens are made of. */
export type HallPage = {
  readonly hall: HallBoard;
  readonly signIn: SignInState;
  readonly notice: string | null;
  /** The waiting call a clerk is being chosen for. */
  readonly assigning: string | null;
  /** The window somebody is being chosen for. */
  readonly staffing: string | null;
  /** The kiosk that is looked after, and what is about to be done to it. */
  readonly caring: Caring | null;
  /** The kiosk whose key is about to be revoked. */
  readonly revoking: string | null;
  readonly moves: Moves;
  /** The item packages, while they are looked at instead of the board. */
  readonly packages: PackagesPage | null;
  readonly copied: boolean;
  readonly pending: number;
  /** The server says more than this page knows. */
  readonly outdated: boolean;
  readonly now: number;
};

export type Caring = { readonly kiosk: string; readonly about: CareStep | null };

/** What is asked about before it is done. */
export type CareStep = "disable" | "message" | "restart";

export function serverNow(page: HallPage): number {
  return page.now + page.hall.ahead;
}

/** Everything the board's screens can do. */
export interface HallActs {
  signIn(form: HTMLFormElement): void;
  signOut(): void;
  takeOver(): void;
  dismiss(): void;
  chooseFor(call: string | null): void;
  chooseStaff(window: string | null): void;
  assign(call: string, clerk: string): void;
  move(clerk: string, window: string, on: boolean): void;
  makeCode(kiosk: string, purpose: CodePurpose): void;
  /** Asks before it does it; null: not after all. */
  askToRevoke(kiosk: string | null): void;
  revoke(kiosk: string): void;
  careFor(kiosk: string | null): void;
  /** Asks before it does it; null: not after all. */
  careAbout(about: CareStep | null): void;
  test(kiosk: string): void;
  disable(kiosk: string, form: HTMLFormElement): void;
  enable(kiosk: string): void;
  sayThere(kiosk: string, form: HTMLFormElement): void;
  restart(kiosk: string, what: Restarted): void;
  copy(link: string): void;
  putCodeAway(): void;
  showPackages(on: boolean): void;
  openFormer(item: string | null): void;
  /** Shows what this centre asks for differently from the base of an item. */
  compare(item: string | null): void;
  tryFiles(form: HTMLFormElement): void;
  tryPackage(wanted: Wanted): void;
  forgetTrial(): void;
  putInForce(): void;
}
