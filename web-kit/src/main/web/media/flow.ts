const LOOK_EVERY = 500;
/** Of three seconds; the rest is for the look that notices it. */
const STANDS_FOR = 2_500;

/**
 * Looks whether anything still comes. Through a relay a connection can be there while nothing comes over it: its other end is
 * the relay, not the one who speaks. A muted microphone and a covered camera still send, so nothing at all means trouble.
 */
export class Flow {
  readonly #timer: ReturnType<typeof setInterval>;
  #packets = 0;
  /** When something came last; null until something came, and while nothing is to come. */
  #lastCame: number | null = null;

  /**
   * @param packets how many came so far
   * @param expected whether the other says that they send
   * @param stands told at each look
   */
  constructor(packets: () => Promise<number>, expected: () => boolean, stands: (stands: boolean) => void) {
    this.#timer = setInterval(() => {
      void packets().then(
        (count) => {
          const now = performance.now();
          if (!expected()) this.#lastCame = null;
          else if (count > this.#packets) this.#lastCame = now;
          this.#packets = count;
          stands(this.#lastCame !== null && now - this.#lastCame >= STANDS_FOR);
        },
        () => {},
      );
    }, LOOK_EVERY);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
