import type { Candidate } from "../protocol.ts";

/** Waits before each of the first messages. What is found later goes out together when the search is over. */
const GAPS = [50, 150, 400, 1_200];

/**
 * Sends the network addresses a browser finds in at most six messages: the first almost at once, the others with growing
 * gaps, and an empty one at the end.
 */
export class CandidateBatches {
  readonly #send: (candidates: readonly Candidate[]) => void;
  #found: Candidate[] = [];
  #sent = 0;
  #next: ReturnType<typeof setTimeout> | undefined;
  #over = false;

  constructor(send: (candidates: readonly Candidate[]) => void) {
    this.#send = send;
  }

  /** Takes what `onicecandidate` brings; null says that the search is over. */
  found(candidate: Candidate | null): void {
    if (this.#over) return;
    if (candidate === null) {
      this.stop();
      this.#flush();
      this.#send([]);
      return;
    }
    this.#found.push(candidate);
    const gap = GAPS[this.#sent];
    if (gap !== undefined) this.#next ??= setTimeout(() => this.#flush(), gap);
  }

  stop(): void {
    this.#over = true;
    clearTimeout(this.#next);
  }

  #flush(): void {
    this.#next = undefined;
    if (this.#found.length === 0) return;
    this.#sent += 1;
    this.#send(this.#found);
    this.#found = [];
  }
}
