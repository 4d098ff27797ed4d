import { expect, test, vi } from "vitest";
import type { MediaPlan, MediaSource, MediaState, RelaySignal, Step } from "../protocol.ts";
import { bounded, candidates, planned, scenario as callScenario, turn, withFakes } from "./call-scenario.ts";

const plan = (epoch: number): MediaPlan =>
  planned("RELAY", epoch, [
    { name: "kiosk", role: "APPLICANT", offers: true },
    { name: "clerk", role: "CLERK", offers: false },
  ]);

const fromRelay = (of: string, source: MediaSource, step: Step, epoch = 1): RelaySignal => ({
  type: "RelaySignal",
  call: "call",
  epoch,
  of,
  source,
  step,
});

const answered: Step = { type: "Answered", sdp: "the relay's" };

const kiosk = (state: Partial<MediaState> = {}): MediaState => ({
  type: "MediaState",
  call: "call",
  camera: "ON",
  microphone: "ON",
  screen: false,
  ...state,
});

function scenario() {
  const all = callScenario();
  const offers = () => all.said.filter((m) => m.type === "RelaySignal").filter((m) => m.step.type === "Offer");
  /** The connection for this stream, of the newest epoch. */
  const link = (of: string, source: MediaSource) => {
    const { step } = offers().findLast((m) => m.of === of && m.source === source)!;
    return all.connections.find((each) => step.type === "Offer" && each.name === step.sdp)!;
  };
  return {
    ...all,
    link,
    offered: () => offers().map((m) => `${m.of} ${m.source}`),
    /** Something of the other's talk arrives. */
    async comes() {
      link("kiosk", "TALK").packets += 25;
      await vi.advanceTimersByTimeAsync(500);
    },
  };
}

/** In a call in which both can see each other. */
async function inCall() {
  const all = scenario();
  all.media.plan(plan(1));
  await all.settle();
  for (const of of ["clerk", "kiosk"]) {
    all.media.signal(fromRelay(of, "TALK", answered));
    await all.settle();
    all.link(of, "TALK").becomes("connected");
  }
  await all.comes();
  return all;
}

/** The clerk's screen, where the browser is asked for it. */
const screen = { id: "screen", stop() {}, getSettings: () => ({}) };

withFakes({
  mediaDevices: {
    addEventListener() {},
    getUserMedia: () => new Promise(() => {}),
    getDisplayMedia: async () => ({ getVideoTracks: () => [screen], getTracks: () => [screen] }),
  },
});

test("the page offers to send its own talk and to receive the other's, whoever would offer peer to peer", async () => {
  const { media, connections, offered, settle } = scenario();
  media.plan(plan(1));
  await settle();
  expect(offered().sort()).toEqual(["clerk TALK", "kiosk TALK"]);
  expect(connections.map((each) => each.done)).toEqual([
    ["sendonly audio", "sendonly video"],
    ["recvonly audio", "recvonly video"],
  ]);
  expect(connections[1]!.configuration.iceServers).toEqual([turn]);
});

test("an answer goes to the connection of its stream and epoch, and candidates wait for it there", async () => {
  const { media, link, settle } = scenario();
  media.plan(plan(1));
  await settle();
  media.signal(fromRelay("kiosk", "TALK", candidates("early")));
  await settle();
  expect(link("kiosk", "TALK").done).not.toContain("candidate early");
  media.signal(fromRelay("kiosk", "TALK", answered));
  media.signal(fromRelay("kiosk", "TALK", candidates("late")));
  media.signal(fromRelay("clerk", "TALK", answered, 0));
  await settle();
  expect(link("kiosk", "TALK").done.slice(-3)).toEqual(["answer", "candidate early", "candidate late"]);
  expect(link("clerk", "TALK").done).not.toContain("answer");
});

test("no more than a hundred candidates wait for an answer", async () => {
  const { media, link, settle } = scenario();
  media.plan(plan(1));
  for (let at = 0; at < 30; at++) media.signal(fromRelay("kiosk", "TALK", candidates("a", "b", "c", "d")));
  media.signal(fromRelay("kiosk", "TALK", answered));
  await settle();
  expect(link("kiosk", "TALK").done.filter((each) => each.startsWith("candidate"))).toHaveLength(100);
});

test("a screen is received once the other says that they share, and its connection stays when they stop", async () => {
  const { media, connections, offered, view, settle } = scenario();
  media.plan(plan(1));
  await settle();
  media.state(kiosk({ screen: true }));
  await settle();
  expect(offered().at(-1)).toBe("kiosk SCREEN");
  expect(connections[2]!.done).toEqual(["recvonly video"]);
  expect(view().remote.screenStream).not.toBeNull();
  media.state(kiosk());
  expect(view().remote.screenStream).toBeNull();
  media.state(kiosk({ screen: true }));
  await settle();
  expect(connections).toHaveLength(3);
  expect(connections[2]!.closed).toBe(false);
});

test("a screen is sent once this page shares it, again without a new connection, and bounded like peer to peer", async () => {
  const { media, link, offered, settle } = await inCall();
  await media.shareScreen({ ownTab: true });
  await settle();
  expect(offered().at(-1)).toBe("clerk SCREEN");
  expect(link("clerk", "SCREEN").done).toEqual(["sendonly video", "sends screen"]);
  media.signal(fromRelay("clerk", "SCREEN", answered));
  await settle();
  expect(link("clerk", "SCREEN").done.at(-1)).toBe(bounded(15));
  media.stopScreen();
  await media.shareScreen({ ownTab: true });
  await settle();
  expect(offered()).toHaveLength(3);
  expect(link("clerk", "SCREEN").done.at(-1)).toBe("sends screen");
});

test("the document camera has a connection of its own once it is watched", async () => {
  const { media, offered, view, settle } = scenario();
  media.plan(plan(1));
  await settle();
  media.state(kiosk({ bed: true }));
  await settle();
  expect(offered().at(-1)).toBe("kiosk BED");
  expect(view().remote.bedStream).not.toBeNull();
  media.state(kiosk());
  expect(view().remote.bedStream).toBeNull();
  media.showBed({ id: "bed", stop() {} } as unknown as MediaStreamTrack);
  await settle();
  expect(offered().at(-1)).toBe("clerk BED");
});

test("a new epoch builds everything anew, the screens that are shared as well", async () => {
  const { media, connections, offered, settle } = await inCall();
  await media.shareScreen({ ownTab: true });
  media.state(kiosk({ screen: true }));
  await settle();
  media.plan(plan(2));
  await settle();
  expect(connections.slice(0, 4).every((each) => each.closed)).toBe(true);
  expect(offered().slice(4).sort()).toEqual(["clerk SCREEN", "clerk TALK", "kiosk SCREEN", "kiosk TALK"]);
});

test("connected means that the other's talk arrives; what this page sends is not asked", async () => {
  const all = scenario();
  const { media, link, view, settle } = all;
  media.plan(plan(1));
  await settle();
  link("clerk", "TALK").becomes("connected");
  expect(view().remote.connected).toBe(false);
  link("kiosk", "TALK").becomes("connected");
  await vi.advanceTimersByTimeAsync(4_500);
  expect(view().remote.connected).toBe(false);
  await all.comes();
  expect(view().remote.connected).toBe(true);
  link("kiosk", "TALK").becomes("disconnected");
  expect(view().remote.connected).toBe(false);
  expect(all.restarts()).toEqual([]);
});

test.each([
  ["clerk", "TALK"],
  ["kiosk", "TALK"],
  ["kiosk", "SCREEN"],
] as const)(
  "when the connection for %s %s fails there is one report, said again until a new plan comes",
  async (of, source) => {
    const { media, link, restarts, settle } = await inCall();
    media.state(kiosk({ screen: true }));
    await settle();
    link(of, source).becomes("failed");
    expect(restarts()).toEqual([1]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(restarts()).toEqual([1, 1]);
    media.plan(plan(2));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(restarts()).toEqual([1, 1]);
  },
);

test("two connections that fail together are one report", async () => {
  const { link, restarts } = await inCall();
  link("clerk", "TALK").becomes("failed");
  link("kiosk", "TALK").becomes("failed");
  expect(restarts()).toEqual([1]);
});

test("whoever gets nothing either says so when the other was quicker to ask for a new plan", async () => {
  const all = await inCall();
  await vi.advanceTimersByTimeAsync(1_000);
  all.media.plan(plan(2));
  expect(all.restarts()).toEqual([]);
  const { media, restarts } = await inCall();
  await vi.advanceTimersByTimeAsync(2_500);
  media.plan(plan(2));
  expect(restarts()).toEqual([1]);
});

test("what the next plan brings is awaited for three seconds only, because the other has nothing left to open", async () => {
  const all = await inCall();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(all.restarts()).toEqual([1]);
  all.media.plan(plan(2));
  await all.settle();
  all.link("kiosk", "TALK").becomes("connected");
  await vi.advanceTimersByTimeAsync(3_500);
  expect(all.restarts()).toEqual([1, 2]);
});

test("who sees and hears the other says so, and says so no more when nothing comes", async () => {
  const all = await inCall();
  const connected = () => all.said.filter((m) => m.type === "MediaState").at(-1)!.connected;
  expect(connected()).toBe(1);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(connected()).toBeUndefined();
});

test("when nothing comes any more for three seconds the screen says so and a new plan is asked for", async () => {
  const all = await inCall();
  const { view, restarts } = all;
  await vi.advanceTimersByTimeAsync(2_500);
  expect(view().remote.connected).toBe(true);
  expect(restarts()).toEqual([]);
  await vi.advanceTimersByTimeAsync(500);
  expect(view().remote.connected).toBe(false);
  expect(restarts()).toEqual([1]);
  await all.comes();
  expect(view().remote.connected).toBe(true);
});
