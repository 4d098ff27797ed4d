import type { ToKiosk } from "web-kit/protocol.ts";

/** How an applicant leaves: for good, or to come back with a code. */
export type How = "EndVisit" | "PutAside";
export type Left = { readonly room: string; readonly how: How };

/** Where the room that is being left outlives a reload; its id and how it is left are all that is ever kept. */
export type Kept = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const place = "vw-leaving";

/** The rooms that were left here. Their applicants are gone, whatever the server still says of them. */
export class Leaving {
  private readonly rooms = new Set<string>();
  private readonly unanswered = new Map<string, How>();

  /** @param stopDevices ends whatever the devices beside this page do, without a network */
  constructor(
    private readonly kept: Kept,
    private readonly stopDevices: () => void,
  ) {}

  /** The room that was being left when the page was loaded anew. */
  begun(): Left | null {
    const [room, how] = (this.kept.getItem(place) ?? "").split(" ");
    if (!room) return null;
    return { room, how: how === "PutAside" ? how : "EndVisit" };
  }

  /** The room is left here at once; the server is told until it knows. */
  async leave(room: string, how: How, tell: (how: How) => Promise<ToKiosk>): Promise<void> {
    this.leaves(room, how);
    const answer = await tell(how);
    if (answer.type === "Refused" && answer.why === "TRY_AGAIN")
      setTimeout(() => void this.leave(room, how, tell), 2_000);
    // What cannot be kept must not stay open for whoever comes next.
    else if (how === "PutAside" && answer.type === "Refused" && answer.why !== "NO_ROOM")
      void this.leave(room, "EndVisit", tell);
    else this.left(room);
  }

  leaves(room: string, how: How): void {
    // Told again later, others may be here by then.
    if (!this.rooms.has(room)) this.stopDevices();
    this.rooms.add(room);
    this.unanswered.set(room, how);
    this.kept.setItem(place, `${room} ${how}`);
  }

  /** The server knows of it. What was put aside may be taken up again at this very kiosk. */
  left(room: string): void {
    if (this.unanswered.get(room) === "PutAside") this.rooms.delete(room);
    this.unanswered.delete(room);
    if (this.begun()?.room === room) this.kept.removeItem(place);
  }

  /** Whether the server knows of everybody who left. */
  get told(): boolean {
    return this.unanswered.size === 0;
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
