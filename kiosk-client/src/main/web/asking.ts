import type { Answer, FromKiosk, Refused } from "web-kit/protocol.ts";
import { newOpId, type Line } from "web-kit/signaling/socket.ts";
import type { KioskState } from "./kiosk-screen.ts";
import type { KioskStore } from "./kiosk-store.ts";
import type { Touch } from "./touch.ts";

type Operation = Extract<FromKiosk, { opId: string }>;
/** An operation as a screen names it; the id is made here. */
export type Asked<O extends Operation = Operation> = O extends Operation ? Omit<O, "opId"> : never;

/** How the kiosk asks the server for something, and what becomes of a refusal. */
export class Asking {
  /** The last step that is not pressed twice. */
  private step: string | null = null;

  constructor(
    private readonly line: () => Line<FromKiosk> | null,
    private readonly store: KioskStore,
  ) {}

  operate(operation: Operation): Promise<Answer> {
    const line = this.line();
    return line === null ? Promise.reject(new Error("no line yet")) : line.operate(operation);
  }

  /** The same, with an id of its own. An answer that comes when the applicant has gone is null. */
  async ask(asked: Asked, opId = newOpId()): Promise<Answer | null> {
    const { visit } = this.store;
    const answer = await this.operate({ ...asked, opId } as Operation);
    return visit === this.store.visit ? answer : null;
  }

  /** What is refused is said on the screen; done already is done. */
  async plain(asked: Asked, refused: () => void = () => {}): Promise<void> {
    const answer = await this.ask(asked);
    if (answer?.type !== "Refused" || answer.why === "ALREADY") return;
    this.store.step((state) => ({ ...state, refused: answer }));
    refused();
  }

  /** What is told once beside an answer may be lost with the line: it is asked for anew until it is `there`. */
  async until(there: () => boolean, asked: Asked, refused: () => void): Promise<void> {
    let answer = await this.ask(asked);
    while (answer?.type === "Accepted" && !there()) answer = await this.ask(asked);
    if (answer?.type !== "Refused") return;
    const why = answer;
    this.store.step((state) => ({ ...state, refused: why }));
    refused();
  }

  /** A step that is not pressed twice: its button says that it is on its way. Null where it was, or its applicant has gone. */
  async once(
    what: NonNullable<Touch["busy"]>,
    asked: Asked,
    refused: (state: KioskState, answer: Refused) => KioskState = (state, answer) => ({ ...state, refused: answer }),
  ): Promise<Answer | null> {
    if (this.store.touch.busy !== null) return null;
    this.store.touched({ busy: what });
    this.step = newOpId();
    const answer = await this.ask(asked, this.step);
    if (answer === null) return null;
    this.store.touched({ busy: null });
    if (answer.type === "Refused") this.store.step((state) => refused(state, answer));
    return answer;
  }

  /** What {@link once} began is not wanted any more: no cut has it said again, and no refusal of it is shown. */
  giveUp(): void {
    if (this.store.touch.busy === null || this.step === null) return;
    this.line()?.withdraw(this.step);
    this.store.touched({ busy: null });
  }
}
