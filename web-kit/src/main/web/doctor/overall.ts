import { finding, type Finding, type Grade } from "./finding.ts";
import type { Code } from "./words-zh.ts";

/**
 * Which cause explains most: what is named first brings about what stands below it. Packets that get lost make a line look narrow, a
 * narrow line is not what loses packets as thin as ours; without a picture of its own no line helps.
 */
const causes: readonly Code[] = [
  "N-SERVER-AWAY",
  "N-SIGN-IN",
  "N-SERVER-FAULT",
  "N-TOO-OFTEN",
  "N-WS-BLOCKED",
  "N-TURN-SECRET",
  "N-TURN-NAME",
  "N-RELAY-PORTS",
  "N-TLS-UNTRUSTED",
  "N-UDP-BLOCKED",
  "N-TCP-BLOCKED",
  "N-TLS-BLOCKED",
  "N-LOSS-HIGH",
  "N-LINE-TINY",
  "N-DELAY-FAR",
  "D-INSECURE",
  "D-CAMERA-MISSING",
  "D-CAMERA-DENIED",
  "D-CAMERA-BUSY",
  "D-CAMERA-NO-PICTURE",
  "D-CAMERA-BLACK",
  "D-CAMERA-FROZEN",
  "D-MIC-MISSING",
  "D-MIC-DENIED",
  "D-MIC-BUSY",
  "D-MIC-SILENT",
  "D-SPEAKER-MISSING",
  "D-SPEAKER-OFF",
  "D-SPEAKER-SILENT",
  "N-TURN-NONE",
  "N-WS-SLOW",
  "N-LOSS-SOME",
  "N-LINE-NARROW",
  "N-DELAY-HIGH",
  "N-DELAY-UNSTEADY",
  "N-DIRECT-OFF",
  "D-MIC-SOFT",
  "D-CAMERA-COARSE",
  "N-CLOCK-OFF",
];

/** Nobody knows whether these are well. */
const open: readonly Code[] = ["N-NO-TIME", "N-STOPPED", "N-NOT-LOOKED", "N-LINE-UNKNOWN", "D-SPEAKER-ASK"];

/** The worst of what was found. */
const gravity: readonly Grade[] = ["blocked", "mind"];

/** The one thing to say of all: what does not work before what is only to be minded, causes before what comes of them. */
export function overall(findings: readonly Finding[]): Finding {
  const relays = findings.filter(({ exam, grade }) => ["udp", "tcp", "tls"].includes(exam) && grade !== "none");
  const shut = relays.filter(({ code }) => /^N-(UDP|TCP|TLS)-BLOCKED$/.test(code));
  const first = relays[0];
  // One way that is shut is a firewall; all of them are a TURN server that is not there, or not for us.
  if (first !== undefined && shut.length > 1 && shut.length === relays.length && !isBefore(findings))
    return finding(first.exam, "blocked", "N-TURN-AWAY", shut.map((each) => each.figures).join("; "), first.words);
  for (const grade of gravity) {
    const worst = findings.filter((each) => each.grade === grade);
    const named = worst.toSorted((one, other) => rank(one) - rank(other))[0];
    if (named !== undefined) return named;
  }
  return findings.some(({ code }) => open.includes(code))
    ? finding("server", "none", "N-REST-OK")
    : finding("server", "good", "N-ALL-OK");
}

/** Whether something that comes before any relay does not work. */
function isBefore(findings: readonly Finding[]): boolean {
  return findings.some(({ exam, grade }) => grade === "blocked" && (exam === "server" || exam === "socket"));
}

function rank({ code }: Finding): number {
  const at = causes.indexOf(code);
  return at < 0 ? causes.length : at;
}

/** What is amiss beside the one cause. */
export function others(findings: readonly Finding[], cause: Finding): Finding[] {
  const same = (each: Finding) => each.code === cause.code || (cause.code === "N-TURN-AWAY" && isRelay(each));
  return findings.filter((each) => (each.grade === "blocked" || each.grade === "mind") && !same(each));
}

function isRelay({ exam }: Finding): boolean {
  return exam === "udp" || exam === "tcp" || exam === "tls";
}
