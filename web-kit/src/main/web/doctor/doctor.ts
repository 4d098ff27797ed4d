import { cameraFinding, loudspeakerFinding, microphoneFinding } from "./device-verdicts.ts";
import type {
  BandwidthFacts,
  CameraFacts,
  DirectFacts,
  Exam,
  LoudspeakerFacts,
  MicrophoneFacts,
  Relay,
  RelayFacts,
  RelayKind,
  ServerFacts,
  SocketFacts,
  SteadyFacts,
} from "./facts.ts";
import { finding, type Finding } from "./finding.ts";
import {
  bandwidthFinding,
  directFinding,
  relayFindings,
  serverFinding,
  socketFinding,
  steadyFindings,
} from "./verdicts.ts";

/** All that is measured, in any order and each by itself. They reject only when the signal says so. */
export type Measures = {
  server(signal: AbortSignal): Promise<ServerFacts>;
  socket(signal: AbortSignal): Promise<SocketFacts>;
  relay(relay: Relay, signal: AbortSignal): Promise<RelayFacts>;
  direct(relays: readonly Relay[], signal: AbortSignal): Promise<DirectFacts>;
  bandwidth(latency: number, signal: AbortSignal): Promise<BandwidthFacts>;
  steady(relay: Relay | null, signal: AbortSignal): Promise<SteadyFacts>;
  camera(signal: AbortSignal): Promise<CameraFacts>;
  sound(signal: AbortSignal): Promise<{ microphone: MicrophoneFacts; loudspeaker: LoudspeakerFacts }>;
};

/** Who is told how it goes. */
export type Told = {
  going(exams: readonly Exam[]): void;
  found(findings: readonly Finding[]): void;
  /** What the loudspeaker did, for when the person says whether they heard it. */
  played(loudspeaker: LoudspeakerFacts): void;
};

const relayExams: readonly RelayKind[] = ["udp", "tcp", "tls"];
/** Behind a server that is not reached. */
const behind: readonly Exam[] = ["socket", ...relayExams, "direct", "bandwidth", "delay", "loss"];

/**
 * Examines everything once: first whether the server is there, then all ways at once, then the line while nothing else uses it, and
 * last what makes a noise. The camera goes along. Rejects when the signal says so; what was found by then was told.
 */
export async function examine(measures: Measures, told: Told, signal: AbortSignal): Promise<void> {
  const look = async <Facts>(exams: readonly Exam[], measure: Promise<Facts>, verdict: (facts: Facts) => Finding[]) => {
    told.going(exams);
    const facts = await untilAborted(measure, signal);
    told.found(verdict(facts));
    return facts;
  };
  const camera = look(["camera"], measures.camera(signal), (facts) => [cameraFinding(facts)]);
  await Promise.all([camera, network(measures, told, look, signal)]);
  await look(["microphone", "loudspeaker"], measures.sound(signal), ({ microphone, loudspeaker }) => {
    told.played(loudspeaker);
    return [microphoneFinding(microphone), loudspeakerFinding(loudspeaker)];
  });
}

type Look = <Facts>(
  exams: readonly Exam[],
  measure: Promise<Facts>,
  verdict: (facts: Facts) => Finding[],
) => Promise<Facts>;

async function network(measures: Measures, told: Told, look: Look, signal: AbortSignal): Promise<void> {
  const server = await look(["server"], measures.server(signal), (facts) => [serverFinding(facts)]);
  if (server.status !== 200) {
    told.found(behind.map((exam) => finding(exam, "none", "N-NOT-LOOKED")));
    return;
  }
  const { relays } = server;
  const [, ways] = await Promise.all([
    look(["socket"], measures.socket(signal), (facts) => [socketFinding(facts)]),
    look(relayExams, Promise.all(relays.map((relay) => measures.relay(relay, signal))), relayFindings),
    look(["direct"], measures.direct(relays, signal), (facts) => [directFinding(facts)]),
  ]);
  await look(["bandwidth"], measures.bandwidth(server.millis, signal), (facts) => [bandwidthFinding(facts)]);
  await look(["delay", "loss"], measures.steady(best(relays, ways), signal), steadyFindings);
}

/** The way that a call would take. */
function best(relays: readonly Relay[], ways: readonly RelayFacts[]): Relay | null {
  for (const kind of relayExams) {
    const at = ways.findIndex((way) => way.kind === kind && way.outcome === "passes");
    const relay = relays[at];
    if (relay !== undefined) return relay;
  }
  return null;
}

/** A device that never answers holds nobody up. */
function untilAborted<Facts>(measure: Promise<Facts>, signal: AbortSignal): Promise<Facts> {
  return new Promise((then, failed) => {
    signal.addEventListener("abort", () => failed(signal.reason), { once: true });
    measure.then(then, failed);
  });
}
