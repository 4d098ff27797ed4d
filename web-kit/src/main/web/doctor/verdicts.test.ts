import { expect, test } from "vitest";
import { cameraFinding, loudspeakerFinding, microphoneFinding } from "./device-verdicts.ts";
import type { Outcome, RelayFacts, RelayKind } from "./facts.ts";
import { others, overall } from "./overall.ts";
import { bandwidthFinding, relayFindings, serverFinding, socketFinding, steadyFindings } from "./verdicts.ts";
import { codesEn } from "./words-en.ts";
import { codesZh } from "./words-zh.ts";

const server = { at: "window.example.org", status: 200, millis: 30, ahead: 0, relays: [] };
const way = (kind: RelayKind, outcome: Outcome): RelayFacts => ({
  kind,
  at: "turn.example.org:3478",
  outcome,
  millis: 40,
});
const ways = (udp: Outcome, tcp: Outcome, tls: Outcome) =>
  relayFindings([way("udp", udp), way("tcp", tcp), way("tls", tls)]);
const socket = { at: "wss://window.example.org", opened: true, sent: 5, answered: 5, median: 20, longest: 40 };
const steady = { through: "udp", sent: 150, arrived: 150, median: 40, p95: 60 } as const;
const camera = { trouble: null, width: 1280, height: 720, frames: 8, light: 120, moved: 40 };
const speaker = { outputs: 1, played: true, heard: true, answered: null };
const well = () => [
  serverFinding(server),
  socketFinding(socket),
  ...ways("passes", "passes", "passes"),
  bandwidthFinding({ down: 2e7, up: 5e6 }),
  ...steadyFindings(steady),
  cameraFinding(camera),
  microphoneFinding({ trouble: null, loudest: -20 }),
  loudspeakerFinding(speaker),
];
/** All well, but for these. */
const but = (...found: ReturnType<typeof well>) => [
  ...well().filter((each) => !found.some((other) => other.exam === each.exam)),
  ...found,
];
const causeOf = (...found: ReturnType<typeof well>) => overall(but(...found)).code;

test("where all is well, one sentence says so", () => {
  expect(overall(well())).toMatchObject({ code: "N-ALL-OK", grade: "good" });
});

test("what nobody knows yet is not called well", () => {
  const unheard = loudspeakerFinding({ ...speaker, heard: false });
  expect(overall(but(unheard))).toMatchObject({ code: "N-REST-OK", grade: "none" });
  expect(causeOf(unheard, ...ways("silent", "passes", "passes"))).toBe("N-UDP-BLOCKED");
});

test("the server: gone, not signed in, too often, broken, or with another time", () => {
  expect(serverFinding({ ...server, status: 0 })).toMatchObject({ grade: "blocked", code: "N-SERVER-AWAY" });
  expect(serverFinding({ ...server, status: 401 }).code).toBe("N-SIGN-IN");
  expect(serverFinding({ ...server, status: 429 }).code).toBe("N-TOO-OFTEN");
  expect(serverFinding({ ...server, status: 502 })).toMatchObject({ code: "N-SERVER-FAULT", words: { status: 502 } });
  expect(serverFinding({ ...server, ahead: -90_000 })).toMatchObject({
    grade: "mind",
    code: "N-CLOCK-OFF",
    words: { seconds: 90 },
  });
});

test("a socket that opens and never answers is as blocked as one that does not open", () => {
  expect(socketFinding({ ...socket, opened: false, answered: 0 }).code).toBe("N-WS-BLOCKED");
  expect(socketFinding({ ...socket, answered: 0 }).code).toBe("N-WS-BLOCKED");
  expect(socketFinding({ ...socket, answered: 4 })).toMatchObject({ code: "N-WS-SLOW", grade: "mind" });
  expect(socketFinding({ ...socket, longest: 2_000 }).code).toBe("N-WS-SLOW");
});

test("one way to the relay that is shut is a nuisance, all of them are one cause", () => {
  expect(ways("silent", "passes", "passes")[0]).toMatchObject({
    code: "N-UDP-BLOCKED",
    grade: "mind",
    words: { at: "turn.example.org:3478" },
    figures: "turn.example.org:3478/udp · silent",
  });
  expect(causeOf(...ways("silent", "passes", "passes"))).toBe("N-UDP-BLOCKED");
  expect(causeOf(...ways("passes", "refused", "passes"))).toBe("N-TCP-BLOCKED");
  expect(causeOf(...ways("passes", "passes", "silent"))).toBe("N-TLS-BLOCKED");
  expect(causeOf(...ways("passes", "passes", "untrusted"))).toBe("N-TLS-UNTRUSTED");
  const shut = but(...ways("silent", "refused", "silent"));
  expect(overall(shut)).toMatchObject({ code: "N-TURN-AWAY", grade: "blocked" });
  expect(others(shut, overall(shut))).toEqual([]);
  expect(causeOf(...ways("unauthorized", "unauthorized", "unauthorized"))).toBe("N-TURN-SECRET");
  expect(causeOf(...ways("holds", "holds", "holds"))).toBe("N-RELAY-PORTS");
  expect(causeOf(...ways("unknown", "unknown", "unknown"))).toBe("N-TURN-NAME");
});

test("the only way that is set up and shut is named by its kind", () => {
  const found = relayFindings([way("udp", "silent")]);
  expect(found.map(({ code, grade }) => [code, grade])).toEqual([
    ["N-UDP-BLOCKED", "blocked"],
    ["N-UNSET", "none"],
    ["N-UNSET", "none"],
  ]);
  expect(causeOf(...found)).toBe("N-UDP-BLOCKED");
});

test("no relay at all is said once", () => {
  const found = relayFindings([]);
  expect(found.filter(({ grade }) => grade !== "none")).toHaveLength(1);
  expect(causeOf(...found)).toBe("N-TURN-NONE");
});

test("of two addresses of a kind the one that does not pass is named", () => {
  const other = { ...way("udp", "silent"), at: "turn2.example.org:3478" };
  expect(relayFindings([way("udp", "passes"), other])[0]).toMatchObject({ words: { at: "turn2.example.org:3478" } });
});

test("the line: narrow, far, unsteady, losing", () => {
  expect(bandwidthFinding({ down: 2e7, up: 9e5 })).toMatchObject({
    grade: "mind",
    code: "N-LINE-NARROW",
    figures: "↓ 20.0 Mbit/s ↑ 900 kbit/s",
  });
  expect(bandwidthFinding({ down: 1e5, up: 1e6 }).code).toBe("N-LINE-TINY");
  expect(bandwidthFinding({ down: null, up: null }).grade).toBe("none");
  expect(steadyFindings({ ...steady, median: 300, p95: 320 })[0].code).toBe("N-DELAY-HIGH");
  expect(steadyFindings({ ...steady, median: 900, p95: 900 })[0].code).toBe("N-DELAY-FAR");
  expect(steadyFindings({ ...steady, p95: 500 })[0].code).toBe("N-DELAY-UNSTEADY");
  expect(steadyFindings({ ...steady, arrived: 144 })[1]).toMatchObject({ code: "N-LOSS-SOME", words: { percent: 4 } });
  expect(steadyFindings({ ...steady, arrived: 120 })[1].code).toBe("N-LOSS-HIGH");
  expect(steadyFindings({ ...steady, through: "tls", arrived: 150 })[1].code).toBe("N-LOSS-UNSEEN");
  expect(steadyFindings({ ...steady, arrived: 0 })[0].code).toBe("N-NOT-LOOKED");
});

test("the camera: missing, not allowed, held, without frames, black, still, coarse", () => {
  expect(cameraFinding({ ...camera, trouble: "missing" }).code).toBe("D-CAMERA-MISSING");
  expect(cameraFinding({ ...camera, trouble: "denied" }).code).toBe("D-CAMERA-DENIED");
  expect(cameraFinding({ ...camera, trouble: "busy" }).code).toBe("D-CAMERA-BUSY");
  expect(cameraFinding({ ...camera, trouble: "insecure" }).code).toBe("D-INSECURE");
  expect(cameraFinding({ ...camera, frames: 0 }).code).toBe("D-CAMERA-NO-PICTURE");
  expect(cameraFinding({ ...camera, light: 3 }).code).toBe("D-CAMERA-BLACK");
  expect(cameraFinding({ ...camera, moved: 0 }).code).toBe("D-CAMERA-FROZEN");
  expect(cameraFinding({ ...camera, width: 320, height: 240 })).toMatchObject({
    grade: "mind",
    code: "D-CAMERA-COARSE",
  });
});

test("the microphone: not allowed, silent, soft", () => {
  expect(microphoneFinding({ trouble: "denied", loudest: -120 }).code).toBe("D-MIC-DENIED");
  expect(microphoneFinding({ trouble: null, loudest: -110 }).code).toBe("D-MIC-SILENT");
  expect(microphoneFinding({ trouble: null, loudest: -65 })).toMatchObject({ grade: "mind", code: "D-MIC-SOFT" });
});

test("the loudspeaker: heard, or the person is asked", () => {
  expect(loudspeakerFinding({ ...speaker, heard: false })).toMatchObject({ grade: "none", code: "D-SPEAKER-ASK" });
  expect(loudspeakerFinding({ ...speaker, heard: false, answered: true }).grade).toBe("good");
  expect(loudspeakerFinding({ ...speaker, heard: false, answered: false }).code).toBe("D-SPEAKER-SILENT");
  expect(loudspeakerFinding({ ...speaker, outputs: 0, played: false, heard: false }).code).toBe("D-SPEAKER-MISSING");
  expect(loudspeakerFinding({ ...speaker, played: false, heard: false }).code).toBe("D-SPEAKER-OFF");
});

test("what does not work comes before what is to be minded, and causes before what comes of them", () => {
  const [delay, loss] = steadyFindings({ ...steady, arrived: 100, median: 400, p95: 900 });
  expect(causeOf(delay, loss, bandwidthFinding({ down: 1e5, up: 1e5 }))).toBe("N-LOSS-HIGH");
  const dark = cameraFinding({ ...camera, light: 1 });
  expect(causeOf(dark, ...ways("silent", "passes", "passes"))).toBe("D-CAMERA-BLACK");
  expect(causeOf(dark, ...ways("silent", "silent", "silent"))).toBe("N-TURN-AWAY");
  expect(causeOf(dark, serverFinding({ ...server, status: 0 }))).toBe("N-SERVER-AWAY");
  const found = but(dark, delay);
  expect(others(found, overall(found)).map(({ exam }) => exam)).toEqual(["delay"]);
});

test("every finding says what it means in both languages, no two of what is amiss the same", () => {
  for (const codes of [codesZh, codesEn]) {
    const amiss = Object.entries(codes).filter(([code]) => !code.endsWith("-OK"));
    expect(new Set(amiss.map(([, words]) => words)).size).toBe(amiss.length);
  }
});
