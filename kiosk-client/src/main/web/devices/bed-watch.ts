import type { Trouble, UseView } from "web-kit/protocol.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { watches } from "web-kit/room/uses.ts";
import type { KioskState } from "../kiosk-screen.ts";
import type { KioskStore } from "../kiosk-store.ts";
import { runningUses } from "../parts/uses.ts";
import type { DocumentCamera } from "./document-camera.ts";

type Need = {
  /** Sends it to the clerk as a picture of the call; null ends that at once. */
  show(track: MediaStreamTrack | null): void;
  failed(room: string, command: string, why: Trouble): void;
  /** How the camera is may be another than before. */
  tell(): void;
};

/**
 * The clerk watches what lies under the document camera. Only while the use runs as this page knows it, and the red bar with it; while
 * it can be told that it is over; and while the clerk is there and the applicant is not away. What ends in between does not begin anew
 * by itself: the clerk asks again.
 */
export class BedWatch {
  private live: { readonly room: string; readonly command: string; readonly stopped: AbortController } | null = null;
  /** Those that ended here, also while the server does not know it. */
  private readonly over = new Set<string>();
  private room: string | null = null;

  constructor(
    private readonly store: KioskStore,
    private readonly camera: DocumentCamera,
    private readonly need: Need,
  ) {}

  start(): void {
    this.store.subscribe(() => this.look());
  }

  get command(): string | null {
    return this.live?.command ?? null;
  }

  follow(room: RoomState | null): void {
    const arrives = room !== null && room.room !== this.room;
    this.room = room?.room ?? null;
    if (room === null) {
      this.end();
      this.over.clear();
      return;
    }
    this.look();
    const asked = watched(room).find((use) => !this.over.has(use.command));
    if (asked === undefined || this.live !== null) return;
    // The page was loaded anew in the midst of it: whoever looked sees nothing any more.
    if (arrives) this.fail(room.room, asked.command, "OUTCOME_UNKNOWN");
    else void this.begin(room.room, asked.command);
  }

  /** At once, whatever the server knows by now. */
  stop(): void {
    this.end();
  }

  /** The camera was pulled out. */
  lost(): void {
    const { live } = this;
    if (live !== null) this.fail(live.room, live.command, "OFFLINE");
  }

  private async begin(room: string, command: string): Promise<void> {
    const stopped = new AbortController();
    this.live = { room, command, stopped };
    this.store.touched({ watch: { command, stream: null, taking: null } });
    this.look();
    if (stopped.signal.aborted) return;
    const { busy } = this.camera;
    const opened = await this.camera.open(command);
    if (busy !== this.camera.busy) this.need.tell();
    if (opened === null || stopped.signal.aborted) return;
    if ("why" in opened) return this.fail(room, command, opened.why);
    const track = await this.camera.shown(opened.stream).catch(() => null);
    if (stopped.signal.aborted) track?.stop();
    else if (track === null) this.fail(room, command, "IO_ERROR");
    else {
      this.store.touched({ watch: { command, stream: opened.stream, taking: null } });
      this.need.show(track);
    }
  }

  private look(): void {
    const { live } = this;
    const { state } = this.store;
    if (live === null) return;
    if (state.room?.room !== live.room || !watched(state.room).some((use) => use.command === live.command)) this.end();
    else if (!mayWatch(state)) this.fail(live.room, live.command, "NOT_REACHED");
  }

  private fail(room: string, command: string, why: Trouble): void {
    this.over.add(command);
    if (this.live?.command === command) this.end();
    this.need.failed(room, command, why);
  }

  private end(): void {
    const { live } = this;
    if (live === null) return;
    this.live = null;
    this.over.add(live.command);
    live.stopped.abort();
    this.need.show(null);
    this.camera.close(live.command);
    this.store.touched({ watch: null });
  }
}

function watched(room: RoomState): readonly UseView[] {
  return runningUses(room).filter(watches);
}

function mayWatch({ line, call, interrupted, room }: KioskState): boolean {
  return (
    line.at === "open" &&
    interrupted === null &&
    call?.type === "Talking" &&
    call.clerkHere &&
    room !== null &&
    room.awaySince === null
  );
}
