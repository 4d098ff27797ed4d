import type { FromKiosk } from "web-kit/protocol.ts";
import { clearMark } from "web-kit/room/gestures.ts";
import { Fading } from "./fading.ts";
import type { KioskStore } from "./kiosk-store.ts";

/** What the clerk draws on this screen: it goes by itself, or with the next touch of the applicant. */
export class Marks {
  private readonly fading = new Fading((mark) => this.clear(mark));

  constructor(
    private readonly store: KioskStore,
    private readonly send: (message: FromKiosk) => void,
  ) {}

  drawn(mark: string): void {
    this.fading.drawn(mark);
  }

  /** A finger touched anywhere: whoever points is told that it was seen. */
  touched(): void {
    const { room } = this.store.state;
    if (room === null || room.marks.length === 0) return;
    this.send({ type: "ClearMarks", room: room.room });
    this.fading.clear();
    this.clear();
  }

  /** Another room: it is not told of what was drawn in the one before. */
  forget(): void {
    this.fading.clear();
  }

  private clear(mark?: string): void {
    this.store.step((state) => (state.room === null ? state : { ...state, room: clearMark(state.room, mark) }));
  }
}
