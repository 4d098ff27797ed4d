const LOOK_EVERY = 250;
/** What came and stays away for so long is not coming any more. */
const STANDS_AFTER = 3_000;
/** Enough to agree with the other that nothing comes any more. */
const QUIET_AFTER = 2_000;
/** The other may still be opening camera and microphone, unless they did in this call before. */
const COMES_WITHIN = 5_000;

/** "awaited": nothing came yet; "stands": it came and does not any more, or it never did. */
export type FlowState = "awaited" | "comes" | "stands";

export type FlowOptions = {
  /** It came in this call before, over another connection. */
  cameBefore: boolean;
  /** How many packets came so far. */
  packets(): Promise<number>;
  /** The connection over which they come is there. */
  connected(): boolean;
  /** The other says that they send. */
  expected(): boolean;
  /** Told at each look. Where nothing has to come, all of it comes. */
  looked(state: FlowState): void;
};

/**
 * Looks whether anything comes. Through a relay a connection can be there while nothing comes over it: its other end is the
 * relay, not the one who speaks. A muted microphone still sends, so nothing at all means trouble.
 */
export class Flow {
  readonly #options: FlowOptions;
  readonly #timer: ReturnType<typeof setInterval>;
  #packets = 0;
  #came = false;
  /** When something came last, or was awaited first. */
  #since: number | null = null;

  constructor(options: FlowOptions) {
    this.#options = options;
    this.#timer = setInterval(() => {
      void options.packets().then(
        (packets) => options.looked(this.#state(packets, performance.now())),
        () => {},
      );
    }, LOOK_EVERY);
  }

  /** Nothing came for a while, though it should. */
  get quiet(): boolean {
    return this.#since !== null && performance.now() - this.#since >= QUIET_AFTER;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #state(packets: number, now: number): FlowState {
    const more = packets > this.#packets;
    this.#packets = packets;
    const expected = this.#options.expected();
    if (!expected || !this.#options.connected()) {
      this.#came = false;
      this.#since = null;
      return expected ? "awaited" : "comes";
    }
    this.#came ||= more;
    if (more || this.#since === null) this.#since = now;
    const opened = this.#came || this.#options.cameBefore;
    if (now - this.#since >= (opened ? STANDS_AFTER : COMES_WITHIN)) return "stands";
    return this.#came ? "comes" : "awaited";
  }
}
