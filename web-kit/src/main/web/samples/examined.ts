import { begun, ended, found, goingOn, played, type Examination } from "../doctor/examination.ts";
import { cameraFinding, loudspeakerFinding, microphoneFinding } from "../doctor/device-verdicts.ts";
import {
  bandwidthFinding,
  directFinding,
  relayFindings,
  serverFinding,
  socketFinding,
  steadyFindings,
} from "../doctor/verdicts.ts";
import type { Finding } from "../doctor/finding.ts";
import type { Outcome, RelayKind } from "../doctor/facts.ts";

const at = "window.example.org";
const way = (kind: RelayKind, outcome: Outcome) => ({
  kind,
  at: `turn.example.org:${kind === "tls" ? 5349 : 3478}`,
  outcome,
  millis: 42,
});
const server = serverFinding({ at, status: 200, millis: 31, ahead: 0, relays: [] });
const socket = socketFinding({ at: `wss://${at}`, opened: true, sent: 5, answered: 5, median: 28, longest: 40 });
const direct = directFinding({ met: true, public: true });
const steady = steadyFindings({ through: "udp", sent: 150, arrived: 150, median: 38, p95: 61 });
const camera = cameraFinding({ trouble: null, width: 1280, height: 720, frames: 8, light: 118, moved: 12 });
const microphone = microphoneFinding({ trouble: null, loudest: -24 });
const unheard = { outputs: 1, played: true, heard: false, answered: null };

const all = (relay: readonly Finding[], more: readonly Finding[]): Finding[] => [
  server,
  socket,
  ...relay,
  direct,
  bandwidthFinding({ down: 48.2e6, up: 9.7e6 }),
  ...steady,
  camera,
  microphone,
  loudspeakerFinding({ ...unheard, heard: true }),
  ...more,
];
const ways = (udp: Outcome, tcp: Outcome, tls: Outcome) =>
  relayFindings([way("udp", udp), way("tcp", tcp), way("tls", tls)]);

/** Looks at a network and devices, in every state in which they are shown. */
export function examined(began: number, kiosk: string | null) {
  const first = begun(began, kiosk, at);
  const of = (findings: readonly Finding[]): Examination => ended(found(first, findings), "whole");
  const asking = (findings: readonly Finding[]): Examination => played(of(findings), unheard);
  return {
    going: goingOn(found(first, [server, socket, camera]), ["udp", "tcp", "tls", "direct"]),
    well: of(all(ways("passes", "passes", "passes"), [])),
    asks: asking([...all(ways("passes", "passes", "passes"), []).slice(0, -1), loudspeakerFinding(unheard)]),
    udp: of(all(ways("silent", "passes", "passes"), [])),
    worst: of([
      server,
      socket,
      ...ways("silent", "refused", "silent"),
      directFinding({ met: false, public: false }),
      bandwidthFinding({ down: 0.9e6, up: 0.4e6 }),
      ...steadyFindings({ through: "server", sent: 12, arrived: 12, median: 312, p95: 640 }),
      cameraFinding({ trouble: null, width: 640, height: 480, frames: 8, light: 2, moved: 1 }),
      microphoneFinding({ trouble: "denied", loudest: -120 }),
      loudspeakerFinding({ ...unheard, answered: false }),
    ]),
    gone: of([
      serverFinding({ at, status: 0, millis: 4_000, ahead: 0, relays: [] }),
      camera,
      microphone,
      loudspeakerFinding({ ...unheard, heard: true }),
    ]),
    stopped: ended(found(first, [server, socket, camera]), "stopped"),
  } satisfies Record<string, Examination>;
}
