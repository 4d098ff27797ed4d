import type { MediaMessage, MediaPlan, MediaSignal, RelaySignal } from "../protocol.ts";
import type { ConnectionOptions } from "./connection.ts";
import type { TrackName } from "./local-media.ts";

export type PathOptions = {
  plan: MediaPlan;
  /** The other participant's name. */
  other: string;
  /** The other's face or voice came in this call before: they have nothing left to open. */
  cameBefore: boolean;
  track(name: TrackName): MediaStreamTrack | null;
  send(message: MediaMessage): void;
  /** The state of a connection, or what comes over it, changed. */
  changed(): void;
  /** Only a new plan helps. */
  broken(): void;
  /** The browser's own unless a test brings another. */
  create?: ConnectionOptions["create"];
};

/** What the other says that they send. */
export type OtherSends = { talk: boolean; screen: boolean; bed: boolean };

/** How sound and picture go to the other participant and come from them in one epoch of the plan. */
export interface MediaPath {
  /** What the other sends, face and voice together. */
  readonly stream: MediaStream;
  readonly screenStream: MediaStream;
  readonly bedStream: MediaStream;
  /** Face and voice of the other arrive, or would if they sent any. */
  readonly connected: boolean;
  /** Nothing of it is broken, in either direction. */
  readonly whole: boolean;
  /** Something between both swallows what the other sends, as it seems from here. */
  readonly swallowed: boolean;
  /** Takes one step of the negotiation, of this epoch. */
  take(signal: MediaSignal | RelaySignal): void;
  /** Sends what this page's track of that name is by now. */
  put(name: TrackName): Promise<void>;
  otherSends(sends: OtherSends): void;
  close(): void;
}
