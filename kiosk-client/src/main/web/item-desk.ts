import type { ServiceItem } from "web-kit/protocol.ts";
import { addressOfItem } from "web-kit/room/item-address.ts";

/** Fetches what an item of a place asks for, or what else is wanted, until it has it or another is wanted. */
export class ItemDesk<T = ServiceItem> {
  private wanted: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly have: (item: T | null) => void,
    private readonly failed: (failed: boolean) => void,
  ) {}

  /** @param hash of the package a room goes by; without one, what is in force */
  want(item: string, owner: string, hash: string | null = null): void {
    this.wantAt(addressOfItem(item, owner, hash));
  }

  wantAt(address: string): void {
    this.forget();
    this.wanted = address;
    this.have(null);
    void this.fetch(address);
  }

  forget(): void {
    this.wanted = null;
    clearTimeout(this.timer);
  }

  private async fetch(address: string): Promise<void> {
    let item: T | null = null;
    try {
      const answer = await fetch(address);
      if (answer.ok) item = (await answer.json()) as T;
    } catch {
      // The network comes back.
    }
    if (this.wanted !== address) return;
    if (item === null) {
      this.failed(true);
      this.timer = setTimeout(() => void this.fetch(address), 2_000);
    } else {
      this.failed(false);
      this.have(item);
    }
  }
}
