import { render } from "lit";
import type { Answer, CodePurpose, FromHall, Restarted, ToHall } from "web-kit/protocol.ts";
import { newOpId, openLine, type Line } from "web-kit/signaling/socket.ts";
import { Store } from "web-kit/state/store.ts";
import { refusalText } from "web-kit/text/text.ts";
import { isOutdated } from "web-kit/state/passed-over.ts";
import { startLanguage } from "../shared/language-switch.ts";
import { signIn, signOut } from "../shared/sign-in.ts";
import { entering, lineChanged, next, openMoves } from "./hall-board.ts";
import type { CareStep, HallActs, HallPage } from "./hall-page.ts";
import { hallView } from "./hall-view.ts";
import { compared, fetchList, opening, putInForce, tried, wantedOf } from "./packages/packages.ts";
import type { PackagesPage, Wanted } from "./packages/packages.ts";

const NOTICE_STAYS = 8_000;

/** Null where nothing was written. */
const wordsOf = (form: HTMLFormElement): string | null => {
  const words = new FormData(form).get("words");
  return typeof words === "string" && words.trim() !== "" ? words.trim() : null;
};

/** The hall manager's board: its line and what its buttons do. */
export class HallDesk implements HallActs {
  readonly #store = new Store<HallPage>({
    hall: entering,
    signIn: { at: "asking" },
    notice: null,
    assigning: null,
    staffing: null,
    caring: null,
    revoking: null,
    moves: new Map(),
    packages: null,
    copied: false,
    pending: 0,
    outdated: false,
    now: Date.now(),
  });
  readonly #line: Line<FromHall>;

  constructor(root: HTMLElement) {
    startLanguage(() => this.#set({}));
    this.#line = openLine<FromHall, ToHall>("hall", {
      message: (message) => this.#heard(message),
      // The first word comes before the line is there to be held.
      line: (line) => queueMicrotask(() => this.#set({ hall: lineChanged(this.#store.state.hall, line) })),
    });
    this.#store.subscribe((page) => render(hallView(page, this), root));
    setInterval(() => this.#set({ now: Date.now() }), 1_000);
  }

  signIn(form: HTMLFormElement): void {
    this.#set({ signIn: { at: "going" } });
    void signIn("hall", form).then((answer) => {
      this.#set({ signIn: answer === "in" ? { at: "asking" } : answer });
      if (answer === "in") this.#line.takeOver();
    });
  }

  signOut(): void {
    void signOut("hall");
  }

  takeOver(): void {
    this.#line.takeOver();
  }

  dismiss(): void {
    this.#set({ notice: null });
  }

  chooseFor(assigning: string | null): void {
    this.#set({ assigning });
  }

  chooseStaff(staffing: string | null): void {
    this.#set({ staffing });
  }

  assign(call: string, clerk: string): void {
    this.#set({ assigning: null });
    void this.#do({ type: "AssignCall", opId: newOpId(), call, clerk });
  }

  move(clerk: string, window: string, on: boolean): void {
    const which = `${clerk}/${window}`;
    this.#set({ moves: new Map([...this.#store.state.moves, [which, on]]) });
    const type = on ? "PutOnWindow" : "TakeOffWindow";
    void this.#do({ type, opId: newOpId(), clerk, window }).then((answer) => {
      if (answer.type === "Accepted") return;
      this.#set({ moves: new Map([...this.#store.state.moves].filter(([each]) => each !== which)) });
    });
  }

  makeCode(kiosk: string, purpose: CodePurpose): void {
    this.#set({ copied: false });
    const type = purpose === "LAUNCH" ? "MakeLaunchCode" : "MakeEnrolCode";
    void this.#do({ type, opId: newOpId(), kiosk });
  }

  askToRevoke(revoking: string | null): void {
    this.#set({ revoking });
  }

  revoke(kiosk: string): void {
    this.#set({ revoking: null });
    void this.#do({ type: "RevokeDeviceKey", opId: newOpId(), kiosk });
  }

  careFor(kiosk: string | null): void {
    this.#set({ caring: kiosk === null ? null : { kiosk, about: null } });
  }

  careAbout(about: CareStep | null): void {
    const { caring } = this.#store.state;
    if (caring !== null) this.#set({ caring: { ...caring, about } });
  }

  test(kiosk: string): void {
    void this.#do({ type: "TestKiosk", opId: newOpId(), kiosk });
  }

  disable(kiosk: string, form: HTMLFormElement): void {
    this.#care({ type: "DisableKiosk", opId: newOpId(), kiosk, message: wordsOf(form) });
  }

  enable(kiosk: string): void {
    this.#care({ type: "EnableKiosk", opId: newOpId(), kiosk });
  }

  sayThere(kiosk: string, form: HTMLFormElement): void {
    this.#care({ type: "SetKioskMessage", opId: newOpId(), kiosk, message: wordsOf(form) });
  }

  restart(kiosk: string, what: Restarted): void {
    this.#care({ type: "RestartKiosk", opId: newOpId(), kiosk, what });
  }

  /** What was refused stays open, to be tried again. */
  #care(operation: FromHall & { opId: string }): void {
    void this.#do(operation).then((answer) => answer.type === "Accepted" && this.careAbout(null));
  }

  copy(link: string): void {
    void navigator.clipboard?.writeText(link).then(() => this.#set({ copied: true }));
  }

  putCodeAway(): void {
    this.#set({ hall: { ...this.#store.state.hall, code: null }, copied: false });
  }

  showPackages(on: boolean): void {
    this.#set({ packages: on ? opening : null });
    if (on) void this.#list();
  }

  openFormer(open: string | null): void {
    this.#packages({ open });
  }

  compare(item: string | null): void {
    if (item === null) this.#packages({ compared: null });
    else void compared(item).then((found) => this.#packages({ compared: found }));
  }

  tryFiles(form: HTMLFormElement): void {
    void wantedOf(form).then((wanted) =>
      wanted === null ? this.#packages({ trial: { at: "noFile" } }) : this.tryPackage(wanted),
    );
  }

  tryPackage(wanted: Wanted): void {
    this.#packages({ trial: { at: "going" } });
    void tried(wanted).then((trial) => this.#packages({ trial }));
  }

  forgetTrial(): void {
    this.#packages({ trial: { at: "none" } });
  }

  putInForce(): void {
    const trial = this.#store.state.packages?.trial;
    if (trial?.at !== "shown") return;
    this.#packages({ trial: { at: "going" } });
    void putInForce(trial.shown).then((outcome) => {
      this.#packages({ trial: outcome });
      return this.#list();
    });
  }

  async #list(): Promise<void> {
    this.#packages({ list: await fetchList() });
  }

  #packages(change: Partial<PackagesPage>): void {
    const { packages } = this.#store.state;
    if (packages !== null) this.#set({ packages: { ...packages, ...change } });
  }

  #heard(message: ToHall): void {
    const { hall, moves } = this.#store.state;
    this.#set({
      hall: next(hall, message, Date.now()),
      ...(message.type === "Board" && { moves: openMoves(moves, message) }),
    });
  }

  async #do(operation: FromHall & { opId: string }): Promise<Answer> {
    const answering: Promise<Answer> = this.#line.operate(operation);
    this.#set({});
    const answer = await answering;
    if (answer.type === "Accepted") {
      this.#set({});
      return answer;
    }
    const notice = refusalText(answer.why);
    this.#set({ notice });
    setTimeout(() => this.#store.state.notice === notice && this.dismiss(), NOTICE_STAYS);
    return answer;
  }

  #set(change: Partial<HallPage>): void {
    this.#store.change((page) => ({ ...page, ...change, outdated: isOutdated(), pending: this.#line?.pending ?? 0 }));
  }
}
