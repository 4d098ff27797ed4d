import { expect, test, vi } from "vitest";
import type { MediaPlan, MediaSignal, Step } from "../protocol.ts";
import { bounded, candidates, planned, scenario as callScenario, turn, withFakes } from "./call-scenario.ts";
import { stepOf } from "./step.ts";

const plan = (epoch: number, offers = true): MediaPlan =>
  planned("PEER_TO_PEER", epoch, [
    { name: "clerk", role: "CLERK", offers },
    { name: "kiosk", role: "APPLICANT", offers: !offers },
  ]);

const fromKiosk = (epoch: number, step: Step): MediaSignal => ({
  type: "MediaSignal",
  call: "call",
  epoch,
  from: "kiosk",
  to: "clerk",
  step: JSON.stringify(step),
});

function scenario() {
  const all = callScenario();
  return { ...all, steps: () => all.said.filter((m) => m.type === "MediaSignal").map((m) => stepOf(m.step)?.type) };
}

withFakes({});

test("the one who offers sends an offer with sound, camera, screen and document camera in this order", async () => {
  const { media, connections, steps, settle } = scenario();
  media.plan(plan(1));
  await settle();
  expect(connections[0]!.done).toEqual([
    "transceiver audio",
    "transceiver video",
    "transceiver video",
    "transceiver video",
  ]);
  expect(connections[0]!.configuration.iceServers).toEqual([turn]);
  expect(steps()).toEqual(["Offer"]);
});

test("the other one answers and adds the candidates that came too early", async () => {
  const { media, connections, steps, settle } = scenario();
  media.plan(plan(1, false));
  media.signal(fromKiosk(1, candidates("a")));
  media.signal(fromKiosk(1, { type: "Offer", sdp: "theirs" }));
  media.signal(fromKiosk(1, candidates("b")));
  await settle();
  expect(steps()).toEqual(["Answered"]);
  const done = connections[0]!.done;
  expect(done.filter((each) => each.startsWith("candidate"))).toEqual(["candidate a", "candidate b"]);
  expect(done.indexOf("candidate a")).toBeGreaterThan(done.indexOf("offer"));
});

test("screen and document camera are bounded to 3 Mbit/s, 15 and 8 frames, and keep their resolution", async () => {
  const { media, connections, settle } = scenario();
  media.plan(plan(1));
  await settle();
  media.signal(fromKiosk(1, { type: "Answered", sdp: "theirs" }));
  await settle();
  expect(connections[0]!.done.slice(-2)).toEqual([bounded(15), bounded(8)]);
});

test("what lies under the document camera is sent and said until it is not to be seen any more, or the call is over", async () => {
  const { media, connections, said, view, settle } = scenario();
  media.plan(plan(1));
  await settle();
  const states = () => said.filter((each) => each.type === "MediaState").map((each) => each.bed ?? false);
  const shows = () => {
    const track = { id: "bed", stopped: false, stop: () => (track.stopped = true) };
    media.showBed(track as unknown as MediaStreamTrack);
    return track;
  };
  const first = shows();
  await settle();
  expect(connections[0]!.done.at(-1)).toBe("sends bed");
  expect(states().at(-1)).toBe(true);
  media.showBed(null);
  expect(first.stopped).toBe(true);
  expect(states().at(-1)).toBe(false);
  const second = shows();
  media.rest();
  expect(second.stopped).toBe(true);
  const third = shows();
  media.end();
  expect(third.stopped).toBe(true);
  expect(view().local.bed).toBe(false);
});

test("a new epoch drops the old connection; signals of the old one are ignored", async () => {
  const { media, connections, settle } = scenario();
  media.plan(plan(1, false));
  media.plan(plan(2, false));
  media.signal(fromKiosk(1, { type: "Offer", sdp: "old" }));
  await settle();
  expect(connections.map((each) => each.closed)).toEqual([true, false]);
  expect(connections[1]!.done).toEqual([]);
});

test("the same plan told again leaves the connection alone and says the state again", () => {
  const { media, connections, said } = scenario();
  media.plan(plan(1));
  const before = said.length;
  media.plan(plan(1));
  expect(connections).toHaveLength(1);
  expect(said.slice(before).map((each) => each.type)).toEqual(["MediaState"]);
});

test("a signal that overtakes its plan waits for it", async () => {
  const { media, connections, settle } = scenario();
  media.signal(fromKiosk(3, { type: "Offer", sdp: "early" }));
  media.plan(plan(3, false));
  await settle();
  expect(connections[0]!.done[0]).toBe("offer");
});

test("a failed connection asks for a new plan at once, and again until one comes", async () => {
  const { media, connections, restarts } = scenario();
  media.plan(plan(1));
  connections[0]!.becomes("failed");
  expect(restarts()).toEqual([1]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(restarts()).toEqual([1, 1]);
  media.plan(plan(2));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(restarts()).toEqual([1, 1]);
});

test("a connection that is disturbed for 2.5 s asks for a new plan, a shorter disturbance does not", async () => {
  const { media, connections, restarts } = scenario();
  media.plan(plan(1));
  connections[0]!.becomes("disconnected");
  await vi.advanceTimersByTimeAsync(2_400);
  connections[0]!.becomes("connected");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(restarts()).toEqual([]);
  connections[0]!.becomes("disconnected");
  await vi.advanceTimersByTimeAsync(2_500);
  expect(restarts()).toEqual([1]);
});

test("two who have told each other everything and do not meet within 10 s ask for a new plan", async () => {
  const { media, connections, restarts, settle } = scenario();
  media.plan(plan(1, false));
  await vi.advanceTimersByTimeAsync(30_000); // the other has said nothing yet
  expect(restarts()).toEqual([]);
  media.signal(fromKiosk(1, { type: "Offer", sdp: "theirs" }));
  await settle();
  connections[0]!.becomes("connecting");
  await vi.advanceTimersByTimeAsync(9_900);
  expect(restarts()).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(restarts()).toEqual([1]);

  media.plan(plan(2, false));
  media.signal(fromKiosk(2, { type: "Offer", sdp: "theirs" }));
  await settle();
  connections[1]!.becomes("connected");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(restarts()).toEqual([1]);
});

test("connected means that something came, and a pause afterwards is none of the page's business", async () => {
  const { media, connections, said, view, restarts } = scenario();
  const connected = () => said.filter((each) => each.type === "MediaState").at(-1)!.connected;
  media.plan(plan(1));
  connections[0]!.becomes("connected");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(view().remote.connected).toBe(false);
  connections[0]!.packets += 25;
  await vi.advanceTimersByTimeAsync(500);
  expect(view().remote.connected).toBe(true);
  expect(connected()).toBe(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(view().remote.connected).toBe(true);
  expect(restarts()).toEqual([]);
  connections[0]!.becomes("disconnected");
  expect(connected()).toBeUndefined();
});

test("without a secure page there are no devices, and the other is told so", async () => {
  const { media, said, view, settle } = scenario();
  media.plan(plan(1));
  await settle();
  const states = said.filter((each) => each.type === "MediaState");
  expect(states.at(-1)).toEqual({
    type: "MediaState",
    call: "call",
    camera: "NONE",
    microphone: "NONE",
    screen: false,
  });
  expect(view().local.trouble).toBe("insecure");
});

test("what the other does is in the view, and forgotten at the end of the call", () => {
  const { media, view } = scenario();
  media.plan(plan(1));
  media.state({ type: "MediaState", call: "call", camera: "OFF", microphone: "ON", screen: true });
  expect(view().remote).toMatchObject({ camera: "OFF", microphone: "ON", screen: true });
  media.end();
  expect(view().remote).toMatchObject({ screen: false, screenStream: null, stream: null });
});

test("a call that rests and is taken up again follows the new plan, whatever its epoch", () => {
  const { media, connections, restarts } = scenario();
  media.plan(plan(3));
  media.rest();
  connections[0]!.becomes("failed");
  expect(connections[0]!.closed).toBe(true);
  expect(restarts()).toEqual([]);
  media.plan(plan(1));
  expect(connections).toHaveLength(2);
});

test("while a call rests the microphone stays as the person left it", () => {
  const { media, view } = scenario();
  media.plan(plan(1));
  media.setMicrophone(false);
  media.rest();
  expect(view().local.microphone).toBe("OFF");
  expect(view().remote).toMatchObject({ connected: false, stream: null });
});

test("two who met before everything was told are not parted 10 s later", async () => {
  const { media, connections, restarts, settle } = scenario();
  media.plan(plan(1, false));
  media.signal(fromKiosk(1, { type: "Offer", sdp: "theirs" }));
  connections[0]!.becomes("connected");
  await settle();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(restarts()).toEqual([]);
});
