import type { Trouble } from "../media/trouble.ts";

/** What is examined, in the order in which it is shown. */
export const exams = [
  "server",
  "socket",
  "udp",
  "tcp",
  "tls",
  "direct",
  "bandwidth",
  "delay",
  "loss",
  "camera",
  "microphone",
  "loudspeaker",
] as const;
export type Exam = (typeof exams)[number];

/** The ways to a TURN server. */
export type RelayKind = "udp" | "tcp" | "tls";

/** One address of a TURN server with what opens it. */
export type Relay = { readonly kind: RelayKind; readonly at: string; readonly server: RTCIceServer };

/** `status`: of the answer, 0 where none came; `ahead`: by how many milliseconds the server's clock is ahead of ours. */
export type ServerFacts = {
  readonly at: string;
  readonly status: number;
  readonly millis: number;
  readonly ahead: number;
  readonly relays: readonly Relay[];
};

/** Of the beats that were sent, how many came back, and the median and the longest time that took. */
export type SocketFacts = {
  readonly at: string;
  readonly opened: boolean;
  readonly sent: number;
  readonly answered: number;
  readonly median: number;
  readonly longest: number;
};

/**
 * How a way to the TURN server ended.
 *
 * - `passes`: what was sent through it came back
 * - `holds`: it let us in, and nothing passes through it
 * - `unauthorized`: it does not take the password
 * - `unknown`: nobody knows its name
 * - `untrusted`: its port is open, and the browser takes no TLS connection there
 * - `refused`: turned away at once
 * - `silent`: no answer
 */
export type Outcome = "passes" | "holds" | "unauthorized" | "unknown" | "untrusted" | "refused" | "silent";
export type RelayFacts = {
  readonly kind: RelayKind;
  readonly at: string;
  readonly outcome: Outcome;
  readonly millis: number;
};

/** Whether two connections of this page met without a relay. */
export type DirectFacts = { readonly met: boolean; readonly public: boolean };

/** In bits a second; null where it could not be measured. */
export type BandwidthFacts = { readonly down: number | null; readonly up: number | null };

/** Small packets through a relay and back, or requests to the server where no relay lets anything through. */
export type SteadyFacts = {
  readonly through: RelayKind | "server";
  readonly sent: number;
  readonly arrived: number;
  readonly median: number;
  readonly p95: number;
};

/** `light`: from 0, black, to 255; `moved`: the largest change of a pixel between two frames. */
export type CameraFacts = {
  readonly trouble: Trouble | null;
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly light: number;
  readonly moved: number;
};

/** In decibels below the loudest there can be. */
export type MicrophoneFacts = { readonly trouble: Trouble | null; readonly loudest: number };

/** `heard`: the microphone heard the tone; `answered`: what the person said who was asked. */
export type LoudspeakerFacts = {
  readonly outputs: number;
  readonly played: boolean;
  readonly heard: boolean;
  readonly answered: boolean | null;
};
