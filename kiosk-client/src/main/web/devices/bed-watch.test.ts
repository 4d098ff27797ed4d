import { expect, test } from "vitest";
import type { Answer, Blob, DeviceTask, FromKiosk, UseView } from "web-kit/protocol.ts";
import { noUses } from "web-kit/room/uses.ts";
import type { Line } from "web-kit/signaling/socket.ts";
import { Asking } from "../asking.ts";
import { inTalk } from "../gallery/sample.ts";
import type { KioskState } from "../kiosk-screen.ts";
import { KioskStore } from "../kiosk-store.ts";
import { runningUses } from "../parts/uses.ts";
import { deviceActs } from "./device-acts.ts";
import { DocumentCamera } from "./document-camera.ts";
import { PageDevices } from "./page-devices.ts";

const kept: Blob = { blob: "b", mediaType: "image/jpeg", bytes: 3, sha256: "0".repeat(64) };
const watch: DeviceTask = { type: "WatchBed" };
const capture: DeviceTask = { type: "CapturePage" };

/** A page in a call, with a document camera that another program may have. */
async function kiosk(fault?: string) {
  const said: FromKiosk[] = [];
  const store = new KioskStore();
  store.step(() => inTalk().state);
  const line = {
    operate: async (operation: FromKiosk & { opId: string }): Promise<Answer> => {
      said.push(operation);
      return { type: "Accepted", opId: operation.opId, seq: 1 };
    },
  } as unknown as Line<FromKiosk>;
  const track = { live: false, stop: () => (track.live = false), onended: null as (() => void) | null };
  const list = [
    { id: "f", label: "USB" },
    { id: "d", label: "Document Camera" },
  ];
  const camera = new DocumentCamera({
    list: async () => list,
    async open() {
      if (fault !== undefined) throw new DOMException("no", fault);
      track.live = true;
      return { getTracks: () => [track] } as unknown as MediaStream;
    },
    still: async () => ({ page: {} as globalThis.Blob, brightest: 200 }),
    shown: async () => ({ stop() {} }) as unknown as MediaStreamTrack,
  });
  await camera.look(null);
  let shown = false;
  /** Each time the clerk sees the bed, the bar names it on the same page. */
  const barAlways = () => {
    if (shown) expect(runningUses(store.state.room!).some((use) => use.task.type === "WatchBed")).toBe(true);
  };
  const page = new PageDevices(store, new Asking(() => line, store), camera, {
    send: (message) => void said.push(message),
    keep: async () => kept,
    signHere: () => {},
    takeFace: () => {},
    showBed: (sent) => {
      shown = sent !== null;
      barAlways();
    },
  });
  page.start();
  const acts = deviceActs(store, new Asking(() => line, store), page, () => {});
  const steps = async (change: (state: KioskState) => KioskState) => {
    store.step(change);
    page.follow(store.state.room);
    await settled();
  };
  page.follow(store.state.room);
  return {
    store,
    page,
    acts,
    said,
    track,
    list,
    steps,
    uses: (...all: readonly Partial<UseView>[]) => {
      const views = all.map((use): UseView => ({ command: "w", task: watch, allowed: true, pages: [], ...use }));
      return steps((state) => ({ ...state, room: state.room && { ...state.room, uses: { ...noUses, all: views } } }));
    },
    get shown() {
      return shown;
    },
  };
}

const settled = () => new Promise((later) => setTimeout(later));
const results = (said: readonly FromKiosk[]) =>
  said.filter((each) => each.type === "UseDone").map((each) => each.result);

test("the bed is shown once it is allowed, and no longer than the use runs", async () => {
  const k = await kiosk();
  await k.uses({ allowed: false });
  expect([k.track.live, k.shown]).toEqual([false, false]);
  await k.uses({});
  expect([k.track.live, k.shown]).toEqual([true, true]);
  expect(k.store.touch.watch).toMatchObject({ command: "w", taking: null });
  await k.uses({ ended: "CANCELLED", endedBy: "CLERK" });
  expect([k.track.live, k.shown, k.store.touch.watch]).toEqual([false, false, null]);
  expect(results(k.said)).toEqual([]);
});

test("停止 closes it in the same moment, though the server does not hear of it", async () => {
  const k = await kiosk();
  await k.uses({});
  k.acts.stopUse("w");
  expect([k.track.live, k.shown]).toEqual([false, false]);
  await k.uses({});
  expect([k.track.live, k.shown]).toEqual([false, false]);
});

test("it was stopped before it was open", async () => {
  const k = await kiosk();
  const opening = k.uses({});
  k.acts.stopUse("w");
  await opening;
  expect([k.track.live, k.shown]).toEqual([false, false]);
});

test("the clerk takes pages of what they see, and goes on watching", async () => {
  const k = await kiosk();
  await k.uses({});
  for (const command of ["p1", "p2"]) {
    await k.uses({}, { command, task: capture });
    expect(results(k.said).at(-1)).toEqual({ type: "PagesKept", pages: [kept] });
    expect(k.store.touch.capture).toBeNull();
    expect([k.track.live, k.shown]).toEqual([true, true]);
    await k.uses({}, { command, task: capture, ended: "DONE" });
  }
  expect(results(k.said)).toHaveLength(2);
});

test("whoever stops the page stops the watching", async () => {
  const k = await kiosk();
  await k.uses({});
  const taking = k.uses({}, { command: "p", task: capture });
  k.acts.stopUse("p");
  expect([k.track.live, k.shown]).toEqual([false, false]);
  await taking;
  expect(results(k.said)).toEqual([]);
});

test.each<[string, (state: KioskState) => KioskState]>([
  ["the line", (state) => ({ ...state, line: { at: "connecting" } })],
  [
    "the clerk",
    (state) => ({ ...state, call: state.call?.type === "Talking" ? { ...state.call, clerkHere: false } : null }),
  ],
  ["the applicant", (state) => ({ ...state, room: state.room && { ...state.room, awaySince: 1 } })],
  ["the call", (state) => ({ ...state, call: null })],
])("while %s is away nobody watches, and it does not begin anew by itself", async (_, away) => {
  const k = await kiosk();
  await k.uses({});
  const before = k.store.state;
  await k.steps(away);
  expect([k.track.live, k.shown]).toEqual([false, false]);
  expect(results(k.said)).toEqual([{ type: "TaskFailed", why: "NOT_REACHED" }]);
  await k.steps(() => before);
  expect(k.shown).toBe(false);
});

test("a page that was loaded in the midst of it shows nothing and says so", async () => {
  const k = await kiosk();
  await k.steps((state) => ({ ...state, room: null }));
  const { room } = inTalk({
    uses: { ...noUses, all: [{ command: "w", task: watch, allowed: true, pages: [] }] },
  }).state;
  await k.steps((state) => ({ ...state, room }));
  expect([k.track.live, k.shown]).toEqual([false, false]);
  expect(results(k.said)).toEqual([{ type: "TaskFailed", why: "OUTCOME_UNKNOWN" }]);
});

test("a camera that is pulled out ends it and is missed in the list", async () => {
  const k = await kiosk();
  await k.uses({});
  k.list.pop();
  k.track.onended?.();
  await settled();
  expect(k.shown).toBe(false);
  expect(results(k.said)).toEqual([{ type: "TaskFailed", why: "OFFLINE" }]);
  const told = k.said.filter((each) => each.type === "PageDevicesAre").at(-1);
  expect(told?.devices[0]).toMatchObject({ can: ["CAPTURE"], condition: "FAULT", troubles: ["OFFLINE"] });
});

test("a camera that another program has is said to be busy", async () => {
  const k = await kiosk("NotReadableError");
  await k.uses({});
  expect(results(k.said)).toEqual([{ type: "TaskFailed", why: "BUSY" }]);
  const told = k.said.filter((each) => each.type === "PageDevicesAre").at(-1);
  expect(told?.devices[0]).toMatchObject({ can: ["CAPTURE"], condition: "BUSY" });
});

test("whoever leaves is watched no more", async () => {
  const k = await kiosk();
  await k.uses({});
  k.page.follow(null);
  expect([k.track.live, k.shown]).toEqual([false, false]);
});
