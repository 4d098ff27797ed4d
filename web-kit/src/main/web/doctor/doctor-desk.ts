import { examine, type Measures } from "./doctor.ts";
import { answered, begun, ended, found, goingOn, played, type Examination } from "./examination.ts";
import { measureCamera, measureSound } from "./measure-devices.ts";
import { measureBandwidth, measureServer, measureSocket } from "./measure-line.ts";
import { measureDirect, measureRelay } from "./measure-relay.ts";
import { measureSteady } from "./measure-steady.ts";
import { slipText } from "./slip.ts";

/** Nobody waits longer than half a minute. */
const LONGEST = 29_000;

const real: Measures = {
  server: measureServer,
  socket: measureSocket,
  relay: measureRelay,
  direct: measureDirect,
  bandwidth: measureBandwidth,
  steady: measureSteady,
  camera: measureCamera,
  sound: measureSound,
};

/** The one examination of a page; it is told as it goes on, and null once it is put away. */
export class DoctorDesk {
  readonly #changed: (examination: Examination | null) => void;
  readonly #measures: Measures;
  #examination: Examination | null = null;
  #stop: AbortController | null = null;

  constructor(changed: (examination: Examination | null) => void, measures: Measures = real) {
    this.#changed = changed;
    this.#measures = measures;
  }

  /** @param kiosk its number; null at a console */
  start(kiosk: string | null): void {
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    this.#become(begun(Date.now(), kiosk, location.host));
    const mine = (change: (now: Examination) => Examination) => {
      if (this.#stop === stop && this.#examination !== null) this.#become(change(this.#examination));
    };
    const time = AbortSignal.timeout(LONGEST);
    const told = {
      going: (exams: Examination["going"]) => mine((now) => goingOn(now, exams)),
      found: (findings: Examination["findings"]) => mine((now) => found(now, findings)),
      played: (loudspeaker: NonNullable<Examination["played"]>) => mine((now) => played(now, loudspeaker)),
    };
    examine(this.#measures, told, AbortSignal.any([stop.signal, time]))
      .catch((error: unknown) => {
        if (!stop.signal.aborted && !time.aborted) console.warn("The examination broke off", error);
      })
      .finally(() => mine((now) => ended(now, "whole")));
  }

  /** Ends it before its time; what was found stays. */
  stop(): void {
    if (this.#examination?.state !== "going") return;
    const { played } = this.#examination;
    this.#letGo();
    this.#become({ ...ended(this.#examination, "stopped"), played });
  }

  answer(heard: boolean): void {
    if (this.#examination !== null) this.#become(answered(this.#examination, heard));
  }

  async copy(): Promise<void> {
    const copied = this.#examination;
    if (copied === null) return;
    await navigator.clipboard.writeText(slipText(copied));
    if (this.#examination === copied) this.#become({ ...copied, copied: true });
  }

  /** Nothing of it stays. */
  putAway(): void {
    this.#letGo();
    if (this.#examination !== null) this.#become(null);
  }

  #letGo(): void {
    const stop = this.#stop;
    this.#stop = null;
    stop?.abort();
  }

  #become(examination: Examination | null): void {
    this.#examination = examination;
    this.#changed(examination);
  }
}
