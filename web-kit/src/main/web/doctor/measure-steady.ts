import type { Relay, SteadyFacts } from "./facts.ts";
import { loop } from "./loop.ts";
import { pause, share, within } from "./waiting.ts";

/** As voice is sent: fifty small packets a second, for three seconds. */
const PACKETS = 150;
const EVERY = 20;
const BYTES = 120;
/** For the last ones to arrive. */
const LINGER = 1_500;
const OPENING = 4_000;
const REQUESTS = 12;

/** Delay and loss through that relay, or of requests to the server where there is none. */
export async function measureSteady(relay: Relay | null, signal: AbortSignal): Promise<SteadyFacts> {
  return relay === null ? toServer(signal) : through(relay, signal);
}

async function through({ kind, server }: Relay, signal: AbortSignal): Promise<SteadyFacts> {
  // Neither waits for another nor is sent again.
  const way = loop([server], "relay", { ordered: false, maxRetransmits: 0 });
  try {
    const channels = await within(OPENING, signal, way.open);
    if (channels === null) return { through: kind, sent: PACKETS, arrived: 0, median: 0, p95: 0 };
    const [near, far] = channels;
    const took = new Map<number, number>();
    far.binaryType = "arraybuffer";
    far.onmessage = ({ data }) => {
      const packet = new DataView(data as ArrayBuffer);
      took.set(packet.getUint32(0), performance.now() - packet.getFloat64(4));
    };
    for (let number = 0; number < PACKETS; number += 1) {
      const packet = new DataView(new ArrayBuffer(BYTES));
      packet.setUint32(0, number);
      packet.setFloat64(4, performance.now());
      near.send(packet.buffer);
      await pause(EVERY, signal);
    }
    await pause(LINGER, signal);
    return { through: kind, sent: PACKETS, arrived: took.size, ...times([...took.values()]) };
  } finally {
    way.close();
  }
}

async function toServer(signal: AbortSignal): Promise<SteadyFacts> {
  const took: number[] = [];
  for (let number = 0; number < REQUESTS; number += 1) {
    const began = performance.now();
    const answered = await within(
      LINGER,
      signal,
      fetch("/health/here", { method: "HEAD", cache: "no-store", signal }).catch(() => null),
    );
    if (answered !== null) took.push(performance.now() - began);
  }
  return { through: "server", sent: REQUESTS, arrived: took.length, ...times(took) };
}

function times(took: readonly number[]): { median: number; p95: number } {
  return { median: share(took, 0.5), p95: share(took, 0.95) };
}
