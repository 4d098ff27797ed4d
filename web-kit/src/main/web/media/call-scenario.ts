import { afterEach, beforeEach, vi } from "vitest";
import type { MediaMessage, MediaMode, MediaPlan, Participant, Step } from "../protocol.ts";
import { CallMedia, type MediaView } from "./call-media.ts";
import { FakeConnection, FakeStream } from "./fake-connection.ts";

export const turn = { urls: ["turn:turn.example"], username: "u", credential: "c" };

/** A plan for the clerk. */
export const planned = (mode: MediaMode, epoch: number, participants: Participant[]): MediaPlan => ({
  type: "MediaPlan",
  call: "call",
  epoch,
  mode,
  you: "clerk",
  participants,
  iceServers: [turn],
});

export const candidates = (...list: string[]): Step => ({
  type: "Candidates",
  candidates: list.map((candidate) => ({ candidate })),
});

/** What it says when something that is to be read is bounded to so many frames. */
export const bounded = (frames: number): string =>
  `bound {"encodings":[{"maxBitrate":3000000,"maxFramerate":${frames}}],"degradationPreference":"maintain-resolution"}`;

/** For the tests of this file: time passes when they say so, and there are streams. */
export function withFakes(navigator: object): void {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("MediaStream", FakeStream);
    vi.stubGlobal("navigator", navigator);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}

/** A page's media over connections that are numbered and do nothing, with what it says and shows. */
export function scenario() {
  const connections: FakeConnection[] = [];
  const said: MediaMessage[] = [];
  const views: MediaView[] = [];
  const media = new CallMedia({
    send: (message) => said.push(message),
    changed: (view) => views.push(view),
    create(configuration) {
      const connection = new FakeConnection(configuration, String(connections.length));
      connections.push(connection);
      return connection as unknown as RTCPeerConnection;
    },
  });
  return {
    media,
    connections,
    said,
    view: () => views.at(-1)!,
    restarts: () => said.filter((m) => m.type === "MediaRestart").map((m) => m.epoch),
    settle: () => vi.advanceTimersByTimeAsync(0),
  };
}
