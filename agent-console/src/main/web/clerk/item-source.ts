import type { ServiceItem } from "web-kit/protocol.ts";
import { addressOfItem } from "web-kit/room/item-address.ts";
import type { RoomState } from "web-kit/room/room-state.ts";

const AGAIN_AFTER = 2_000;

/** Fetches an item, like that of the room that is open, again and again until it is there. */
export class ItemSource {
  readonly #changed: (item: ServiceItem | null, failed: boolean) => void;
  readonly #address: (room: RoomState) => string;
  #wanted: string | null = null;

  /** @param address where it is; usually as the room goes by it */
  constructor(
    changed: (item: ServiceItem | null, failed: boolean) => void,
    address: (room: RoomState) => string = (room) => addressOfItem(room.item, room.owner, room.itemHash),
  ) {
    this.#changed = changed;
    this.#address = address;
  }

  follow(room: RoomState | null): void {
    this.want(room === null ? null : this.#address(room));
  }

  /** @param wanted its address; null for none */
  want(wanted: string | null): void {
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.#changed(null, false);
    if (wanted !== null) void this.#fetch(wanted);
  }

  async #fetch(address: string): Promise<void> {
    const item = await read(address);
    if (this.#wanted !== address) return;
    this.#changed(item, item === null);
    if (item === null) setTimeout(() => this.#wanted === address && void this.#fetch(address), AGAIN_AFTER);
  }
}

async function read(address: string): Promise<ServiceItem | null> {
  try {
    const response = await fetch(address);
    return response.ok ? ((await response.json()) as ServiceItem) : null;
  } catch {
    return null;
  }
}
