import type { DirectFacts, Outcome, Relay, RelayFacts } from "./facts.ts";
import { loop, type Loop } from "./loop.ts";
import { pause, within } from "./waiting.ts";

/** Longer than a slow line takes to let somebody in; what has not answered by then is not there. */
const PATIENCE = 6_000;
const DIRECT_PATIENCE = 3_000;
const AGAIN = 1_000;
/** How browsers say that a TURN server wants another password. */
const UNAUTHORIZED = [401, 403, 431, 438, 441];

/** Joins two connections through one address of a TURN server, and sends something through. */
export async function measureRelay(relay: Relay, signal: AbortSignal): Promise<RelayFacts> {
  const { kind, at } = relay;
  const began = performance.now();
  let outcome = await attempt(relay.server, signal);
  // Who is turned away at once may have come at a bad moment: what came late and twice is taken for a stranger's.
  if (outcome === "refused" || outcome === "unauthorized") {
    await pause(AGAIN, signal);
    outcome = await attempt(relay.server, signal);
  }
  if (outcome === "refused" && kind === "tls" && (await answersPlainly(relay, signal))) outcome = "untrusted";
  return { kind, at, outcome, millis: performance.now() - began };
}

async function attempt(server: RTCIceServer, signal: AbortSignal): Promise<Outcome> {
  const through = loop([server], "relay");
  try {
    const shut = through.unrelayed.then(() => null);
    const channels = await within(PATIENCE, signal, Promise.race([through.open, shut]));
    if (channels !== null) return (await within(PATIENCE, signal, echoes(channels))) === null ? "holds" : "passes";
    if (through.errors.length > 0) return why(through);
    return through.kinds.has("relay") ? "holds" : "silent";
  } finally {
    through.close();
  }
}

function why({ errors }: Loop): Outcome {
  if (errors.some((each) => UNAUTHORIZED.includes(each.errorCode))) return "unauthorized";
  if (errors.some((each) => each.errorText.includes("lookup"))) return "unknown";
  return "refused";
}

function echoes([near, far]: readonly [RTCDataChannel, RTCDataChannel]): Promise<true> {
  return new Promise((then) => {
    far.onmessage = ({ data }) => far.send(data);
    near.onmessage = () => then(true);
    near.send("?");
  });
}

/**
 * Whether the port of TLS can be reached at all. Browsers say the same of a port that is shut and of a certificate that they do not
 * trust, but in the latter case a connection without TLS is not turned away.
 */
async function answersPlainly({ server, at }: Relay, signal: AbortSignal): Promise<boolean> {
  const plain = await attempt({ ...server, urls: [`turn:${at}?transport=tcp`] }, signal);
  return plain !== "refused" && plain !== "unknown";
}

/** Whether this browser sends anything to another by itself, and whether a server on the way saw a public address of ours. */
export async function measureDirect(relays: readonly Relay[], signal: AbortSignal): Promise<DirectFacts> {
  const stun = relays.filter(({ kind }) => kind === "udp").map(({ at }) => ({ urls: [`stun:${at}`] }));
  const between = loop(stun, "all");
  try {
    const met = await within(DIRECT_PATIENCE, signal, between.open);
    return { met: met !== null && between.kinds.has("host"), public: between.kinds.has("srflx") };
  } finally {
    between.close();
  }
}
