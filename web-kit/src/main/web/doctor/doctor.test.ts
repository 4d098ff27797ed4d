import { expect, test } from "vitest";
import { examine, type Measures, type Told } from "./doctor.ts";
import { answered, begun, ended, found, goingOn, played, type Examination } from "./examination.ts";
import { relaysOf } from "./relays.ts";
import { slipText } from "./slip.ts";

const never = <Facts>() => new Promise<Facts>(() => undefined);
const relays = relaysOf([
  {
    urls: ["turn:192.0.2.7?transport=udp", "turns:turn.example.org:443?transport=tcp"],
    username: "u",
    credential: "c",
  },
]);
const measures: Measures = {
  server: async () => ({ at: "window.example.org", status: 200, millis: 20, ahead: 0, relays }),
  socket: async () => ({ at: "wss://w", opened: true, sent: 5, answered: 5, median: 9, longest: 20 }),
  relay: async ({ kind, at }) => ({ kind, at, outcome: "passes", millis: 30 }),
  direct: async () => ({ met: true, public: true }),
  bandwidth: async () => ({ down: 2e7, up: 5e6 }),
  steady: async () => ({ through: "udp", sent: 150, arrived: 150, median: 20, p95: 30 }),
  camera: async () => ({ trouble: null, width: 1280, height: 720, frames: 8, light: 90, moved: 9 }),
  sound: async () => ({
    microphone: { trouble: null, loudest: -20 },
    loudspeaker: { outputs: 1, played: true, heard: false, answered: null },
  }),
};

/** Runs it to its end, or to where it stands still, and tells all that was shown. */
async function run(changes: Partial<Measures>, stop?: AbortController) {
  let now: Examination = begun(0, "310117-K1", "window.example.org");
  const told: Told = {
    going: (exams) => (now = goingOn(now, exams)),
    found: (findings) => (now = found(now, findings)),
    played: (loudspeaker) => (now = played(now, loudspeaker)),
  };
  const signal = stop?.signal ?? new AbortController().signal;
  const end = examine({ ...measures, ...changes }, told, signal).catch(() => undefined);
  if (stop !== undefined) setTimeout(() => stop.abort(), 20);
  await end;
  return now;
}

test("an address of a TURN server is read as browsers read it", () => {
  expect(relays.map(({ kind, at }) => [kind, at])).toEqual([
    ["udp", "192.0.2.7:3478"],
    ["tls", "turn.example.org:443"],
  ]);
  expect(relays[1]?.server).toEqual({
    urls: ["turns:turn.example.org:443?transport=tcp"],
    username: "u",
    credential: "c",
  });
  expect(relaysOf([{ urls: "turn:[2001:db8::7]:3479?transport=tcp" }, { urls: "stun:192.0.2.7" }])).toMatchObject([
    { kind: "tcp", at: "[2001:db8::7]:3479" },
  ]);
});

test("everything is examined once, and the person says whether they heard the tone", async () => {
  const whole = ended(await run({}), "whole");
  expect(whole.findings).toHaveLength(12);
  expect(whole.going).toEqual([]);
  expect(whole.findings.at(-1)?.code).toBe("D-SPEAKER-ASK");
  const said = answered(whole, false);
  expect(said.findings.at(-1)?.code).toBe("D-SPEAKER-SILENT");
  expect(said.played).toBeNull();
});

test("behind a server that is gone nothing of the network is examined, the devices are", async () => {
  const whole = await run({
    server: async () => ({ at: "w", status: 0, millis: 4_000, ahead: 0, relays: [] }),
    socket: () => never(),
  });
  expect(whole.findings.filter(({ code }) => code === "N-NOT-LOOKED")).toHaveLength(8);
  expect(whole.findings.filter(({ grade }) => grade === "good").map(({ exam }) => exam)).toEqual([
    "camera",
    "microphone",
  ]);
});

test("the steady stream goes the way a call would go", async () => {
  const through: (string | null)[] = [];
  const steady: Measures["steady"] = async (relay) => {
    through.push(relay?.kind ?? null);
    return { through: relay?.kind ?? "server", sent: 10, arrived: 10, median: 5, p95: 5 };
  };
  await run({ steady });
  await run({
    steady,
    relay: async ({ kind, at }) => ({ kind, at, outcome: kind === "udp" ? "silent" : "passes", millis: 1 }),
  });
  await run({ steady, relay: async ({ kind, at }) => ({ kind, at, outcome: "silent", millis: 1 }) });
  expect(through).toEqual(["udp", "tls", null]);
});

test("whoever stops it sees what was found by then; a device that never answers holds nobody up", async () => {
  const stopped = ended(await run({ camera: () => never() }, new AbortController()), "stopped");
  expect(stopped.findings).toHaveLength(12);
  expect(stopped.findings.find(({ exam }) => exam === "loss")?.grade).toBe("good");
  expect(stopped.findings.find(({ exam }) => exam === "camera")?.code).toBe("N-STOPPED");
});

test("the slip names machine, server and every code with its figures", async () => {
  const text = slipText(ended(await run({}), "whole"));
  expect(text).toContain("310117-K1");
  expect(text).toContain("window.example.org");
  expect(text).toContain("中继 UDP | 好 | N-UDP-OK | 192.0.2.7:3478/udp · 30 ms");
  expect(text.split("\n")).toHaveLength(5 + 12);
});
