const LOOK_EVERY = 250;
const STANDS_AFTER = 3_000;

/** "awaited": nothing came yet, though it should; "stands": it came, and does not any more. */
export type FlowState = "awaited" | "comes" | "stands";

/**
 * Looks whether anything comes. Through a relay a connection can be there while nothing comes over it: its other end is the
 * relay, not the one who speaks. A muted microphone still sends, so nothing at all means trouble.
 */
export class Flow {
  readonly #timer: ReturnType<typeof setInterval>;
  #packets = 0;
  /** When something came last; null until something came, and where nothing has to come. */
  #lastCame: number | null = null;

  /**
   * @param packets how many came so far
   * @param expected whether the other says that they send
   * @param looked told at each look; where nothing has to come, all of it comes
   */
  constructor(packets: () => Promise<number>, expected: () => boolean, looked: (state: FlowState) => void) {
    this.#timer = setInterval(() => {
      void packets().then(
        (count) => looked(this.#state(count, expected(), performance.now())),
        () => {},
      );
    }, LOOK_EVERY);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #state(count: number, expected: boolean, now: number): FlowState {
    const more = count > this.#packets;
    this.#packets = count;
    if (!expected) {
      this.#lastCame = null;
      return "comes";
    }
    if (more) this.#lastCame = now;
    if (this.#lastCame === null) return "awaited";
    return now - this.#lastCame < STANDS_AFTER ? "comes" : "stands";
  }
}
