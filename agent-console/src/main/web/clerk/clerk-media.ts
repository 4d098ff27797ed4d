import { CallMedia, type CallMediaOptions } from "web-kit/media/call-media.ts";
import { watchLevel } from "web-kit/media/level.ts";
import type { ClerkDesk } from "./clerk-desk.ts";

/** What camera and microphone are on for; in a call, for which. */
type Use = "nothing" | "ready" | { readonly call: string };

/** Camera and microphone are on while a call may come or is there, and off on a break. */
export class ClerkMedia {
  readonly call: CallMedia;
  readonly #heard: (level: number) => void;
  #use: Use = "nothing";
  #listening: { track: MediaStreamTrack; stop: () => void } | null = null;

  constructor(options: CallMediaOptions, heard: (level: number) => void) {
    this.#heard = heard;
    this.call = new CallMedia(options);
  }

  /** @param checking the devices are being looked at */
  follow(desk: ClerkDesk, checking: boolean): void {
    const use = useOf(desk, checking);
    const before = this.#use;
    this.#use = use;
    const ended = typeof before === "object" && (typeof use !== "object" || use.call !== before.call);
    if (ended || (use === "nothing" && before !== "nothing")) this.call.end();
    if (use === "ready" && before !== "ready") void this.call.warm();
  }

  /** The level meter runs only while it is seen. */
  listen(wanted: boolean): void {
    const track = wanted ? this.call.microphone : null;
    if (this.#listening?.track === (track ?? undefined)) return;
    this.#listening?.stop();
    this.#listening = track === null ? null : { track, stop: watchLevel(track, this.#heard) };
  }
}

function useOf(desk: ClerkDesk, checking: boolean): Use {
  if (desk.seat !== "seated") return "nothing";
  if (desk.call?.type === "InCall") return { call: desk.call.call };
  const state = desk.desk?.state;
  return checking || desk.call?.type === "Ringing" || state === "READY" || state === "RINGING" ? "ready" : "nothing";
}
