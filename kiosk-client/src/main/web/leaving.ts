import type { ToKiosk } from "web-kit/protocol.ts";

/** Where the room that is being left outlives a reload; the room's id is all that is ever kept. */
export type Kept = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const place = "vw-leaving";

/** The rooms that were left here. Their applicants are gone, whatever the server still says of them. */
export class Leaving {
  private readonly rooms = new Set<string>();
  private readonly unanswered = new Set<string>();

  constructor(private readonly kept: Kept) {}

  /** The room that was being left when the page was loaded anew. */
  begun(): string | null {
    return this.kept.getItem(place);
  }

  leave(room: string): void {
    this.rooms.add(room);
    this.unanswered.add(room);
    this.kept.setItem(place, room);
  }

  /** The server knows of it. */
  left(room: string): void {
    this.unanswered.delete(room);
    if (this.kept.getItem(place) === room) this.kept.removeItem(place);
  }

  /** Whether a message is about an applicant who has gone. */
  concerns(message: ToKiosk): boolean {
    if ("room" in message) return this.rooms.has(message.room);
    if (this.unanswered.size === 0) return false;
    // The server does not know yet that they left, so the call it speaks of is still theirs.
    if (message.type === "KioskCallChanged") return message.call != null;
    return (["MediaPlan", "MediaSignal", "RelaySignal", "MediaState"] as string[]).includes(message.type);
  }
}
