import type {
  BandwidthFacts,
  DirectFacts,
  Outcome,
  RelayFacts,
  RelayKind,
  ServerFacts,
  SocketFacts,
  SteadyFacts,
} from "./facts.ts";
import { finding, rate, type Finding, type Grade } from "./finding.ts";
import type { Code } from "./words-zh.ts";

/** Certificates begin and end by the clock. */
const CLOCK = 60_000;
/** Within which a beat comes back where writing together feels at once. */
const BEAT = 1_500;
/** A face at its best, and the least with which it is still one; in bits a second. */
const WIDE = 1_500_000;
const NARROW = 300_000;
/** There and back, in milliseconds: talking is easy, and talking is hardly possible. */
const NEAR = 150;
const FAR = 800;
/** Where now and then a packet takes so long, sound stutters. */
const UNSTEADY = 300;
/** Lost of a hundred: not heard, and words get lost. */
const FEW = 2;
const MANY = 10;

export function serverFinding({ at, status, millis, ahead }: ServerFacts): Finding {
  const figures = status === 0 ? at : `${at} · HTTP ${status} · ${Math.round(millis)} ms`;
  if (status === 0) return finding("server", "blocked", "N-SERVER-AWAY", figures, { at });
  if (status === 401) return finding("server", "blocked", "N-SIGN-IN", figures);
  if (status === 429) return finding("server", "blocked", "N-TOO-OFTEN", figures);
  if (status !== 200) return finding("server", "blocked", "N-SERVER-FAULT", figures, { status });
  const seconds = Math.round(Math.abs(ahead) / 1000);
  if (Math.abs(ahead) > CLOCK)
    return finding("server", "mind", "N-CLOCK-OFF", `${figures} · ${ahead > 0 ? "+" : "−"}${seconds} s`, { seconds });
  return finding("server", "good", "N-SERVER-OK", figures, { millis: Math.round(millis) });
}

export function socketFinding({ at, opened, sent, answered, median, longest }: SocketFacts): Finding {
  const figures = `${at} · ${answered}/${sent} · ${Math.round(median)} ms`;
  if (!opened || answered === 0) return finding("socket", "blocked", "N-WS-BLOCKED", at, { at });
  if (answered < sent || longest > BEAT)
    return finding("socket", "mind", "N-WS-SLOW", figures, { millis: Math.round(longest) });
  return finding("socket", "good", "N-WS-OK", figures, { millis: Math.round(median) });
}

const passed: Record<RelayKind, Code> = { udp: "N-UDP-OK", tcp: "N-TCP-OK", tls: "N-TLS-OK" };
const blocked: Record<RelayKind, Code> = { udp: "N-UDP-BLOCKED", tcp: "N-TCP-BLOCKED", tls: "N-TLS-BLOCKED" };

/** What stops a way; a way that is refused is as closed as one that is silent. */
function stopped(kind: RelayKind, outcome: Outcome): Code {
  switch (outcome) {
    case "unauthorized":
      return "N-TURN-SECRET";
    case "unknown":
      return "N-TURN-NAME";
    case "holds":
      return "N-RELAY-PORTS";
    case "untrusted":
      return "N-TLS-UNTRUSTED";
    default:
      return blocked[kind];
  }
}

/**
 * All ways to the TURN server, in the order UDP, TCP, TLS: one that does not pass is only a nuisance while another does. Of several
 * addresses of a kind the one that does not pass is named.
 */
export function relayFindings(facts: readonly RelayFacts[]): Finding[] {
  const some = facts.some((each) => each.outcome === "passes");
  return (["udp", "tcp", "tls"] as const).map((kind) => {
    const mine = facts.filter((each) => each.kind === kind);
    const worst = mine.find((each) => each.outcome !== "passes") ?? mine[0];
    if (worst === undefined) {
      // Said once, not three times.
      return facts.length === 0 && kind === "udp"
        ? finding(kind, "mind", "N-TURN-NONE")
        : finding(kind, "none", "N-UNSET");
    }
    const { at, outcome, millis } = worst;
    const figures = `${at}/${kind} · ${outcome === "passes" ? `${Math.round(millis)} ms` : outcome}`;
    if (outcome === "passes") return finding(kind, "good", passed[kind], figures, { millis: Math.round(millis) });
    const grade: Grade = some ? "mind" : "blocked";
    return finding(kind, grade, stopped(kind, outcome), figures, { at });
  });
}

export function directFinding(facts: DirectFacts): Finding {
  if (!facts.met) return finding("direct", "mind", "N-DIRECT-OFF");
  return finding("direct", "good", "N-DIRECT-OK", facts.public ? "host, srflx" : "host");
}

export function bandwidthFinding({ down, up }: BandwidthFacts): Finding {
  const figures = `↓ ${rate(down)} ↑ ${rate(up)}`;
  if (down === null && up === null) return finding("bandwidth", "none", "N-LINE-UNKNOWN");
  const least = Math.min(down ?? 0, up ?? 0);
  const words = { down: rate(down), up: rate(up) };
  if (least < NARROW) return finding("bandwidth", "blocked", "N-LINE-TINY", figures, words);
  if (least < WIDE) return finding("bandwidth", "mind", "N-LINE-NARROW", figures, words);
  return finding("bandwidth", "good", "N-LINE-OK", figures, words);
}

/** Delay and loss; over TCP nothing is seen of what had to be sent again. */
export function steadyFindings(facts: SteadyFacts): [Finding, Finding] {
  return [delayFinding(facts), lossFinding(facts)];
}

function delayFinding({ through, arrived, median, p95 }: SteadyFacts): Finding {
  if (arrived === 0) return finding("delay", "none", "N-NOT-LOOKED");
  const millis = Math.round(median);
  const figures = `${through} · p50 ${millis} ms · p95 ${Math.round(p95)} ms`;
  if (median > FAR) return finding("delay", "blocked", "N-DELAY-FAR", figures, { millis });
  if (median > NEAR) return finding("delay", "mind", "N-DELAY-HIGH", figures, { millis });
  if (p95 > UNSTEADY) return finding("delay", "mind", "N-DELAY-UNSTEADY", figures, { millis: Math.round(p95) });
  return finding("delay", "good", "N-DELAY-OK", figures, { millis });
}

function lossFinding({ through, sent, arrived }: SteadyFacts): Finding {
  if (through !== "udp" || sent === 0) return finding("loss", "none", "N-LOSS-UNSEEN");
  const share = (100 * (sent - arrived)) / sent;
  const percent = Math.round(share);
  const figures = `udp · ${sent - arrived}/${sent} · ${share.toFixed(1)} %`;
  if (share > MANY) return finding("loss", "blocked", "N-LOSS-HIGH", figures, { percent });
  if (share > FEW) return finding("loss", "mind", "N-LOSS-SOME", figures, { percent });
  return finding("loss", "good", "N-LOSS-OK", figures, { percent });
}
