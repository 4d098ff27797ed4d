import type { Offering } from "web-kit/protocol.ts";

const again = 2_000;

/** Fetches what can be done at the places of the lobby whenever that is another, and tries again until it has it. */
export class OfferingDesk {
  private wanted: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly have: (offering: Offering) => void) {}

  /** @param hash of the offering the lobby goes by */
  want(hash: string): void {
    if (hash === this.wanted) return;
    this.wanted = hash;
    clearTimeout(this.timer);
    void this.fetch(hash);
  }

  private async fetch(hash: string): Promise<void> {
    let offering: Offering | null = null;
    try {
      const answer = await fetch(`/api/offering?hash=${encodeURIComponent(hash)}`);
      if (answer.ok) offering = (await answer.json()) as Offering;
    } catch {
      // The network comes back.
    }
    if (this.wanted !== hash) return;
    if (offering === null) this.timer = setTimeout(() => void this.fetch(hash), again);
    else this.have(offering);
  }
}
