import { expect, test } from "vitest";
import type { Answer, Blob, DeviceTask, FromKiosk, UseView } from "web-kit/protocol.ts";
import { noUses } from "web-kit/room/uses.ts";
import { Asking } from "../asking.ts";
import { inTalk } from "../gallery/sample.ts";
import { KioskStore } from "../kiosk-store.ts";
import type { Line } from "web-kit/signaling/socket.ts";
import { deviceActs } from "./device-acts.ts";
import { DocumentCamera } from "./document-camera.ts";
import { PageDevices } from "./page-devices.ts";

const kept: Blob = { blob: "b", mediaType: "image/jpeg", bytes: 3, sha256: "0".repeat(64) };

/** A page in a call, with a document camera and a store of pages, both of which succeed at once. */
async function kiosk() {
  const said: FromKiosk[] = [];
  const store = new KioskStore();
  store.step(() => inTalk().state);
  const line = {
    operate: async (operation: FromKiosk & { opId: string }): Promise<Answer> => {
      said.push(operation);
      return { type: "Accepted", opId: operation.opId, seq: 1 };
    },
  } as unknown as Line<FromKiosk>;
  const asking = new Asking(() => line, store);
  let open = 0;
  const stream = { getTracks: () => [{ stop: () => (open -= 1) }] } as unknown as MediaStream;
  const camera = new DocumentCamera({
    list: async () => [
      { id: "f", label: "USB" },
      { id: "d", label: "Document Camera" },
    ],
    open: async () => ((open += 1), stream),
    still: async () => ({ page: {} as globalThis.Blob, brightest: 200 }),
    shown: async () => ({}) as MediaStreamTrack,
  });
  await camera.look(null);
  const pads: string[] = [];
  const page = new PageDevices(store, asking, camera, {
    send: (message) => void said.push(message),
    keep: async () => kept,
    takeFace: () => {},
    showBed: () => {},
    signHere: (path, command) => {
      pads.push(path);
      store.touched({ sheet: "sign", signing: { path, under: 0, drawn: false, text: null, round: 0, command } });
    },
  });
  page.start();
  const stopped: string[] = [];
  const acts = deviceActs(store, asking, page, (command) => void stopped.push(command));
  const uses = (...all: readonly Partial<UseView>[]) => {
    const views = all.map((use): UseView => ({ command: "c", task, allowed: true, pages: [], ...use }));
    store.step((state) => ({ ...state, room: state.room && { ...state.room, uses: { ...noUses, all: views } } }));
    page.follow(store.state.room);
    return settled();
  };
  let task: DeviceTask = { type: "CapturePage" };
  return {
    store,
    page,
    acts,
    said,
    pads,
    stopped,
    uses,
    signing: (path: string) => (task = { type: "DrawSignature", field: path }),
    get open() {
      return open;
    },
  };
}

const settled = () => new Promise((later) => setTimeout(later));
const done = (said: readonly FromKiosk[]) => said.filter((each) => each.type === "UseDone");

test("what was allowed here opens the camera, and the finger takes the page", async () => {
  const k = await kiosk();
  k.acts.allowUse("c");
  await k.uses({});
  expect(k.store.touch.capture).toMatchObject({ command: "c", at: "ready", soon: false });
  expect(k.open).toBe(1);
  k.acts.shoot();
  k.acts.shoot();
  await settled();
  expect(done(k.said)).toMatchObject([{ command: "c", result: { type: "PagesKept", pages: [kept] } }]);
  expect(k.store.touch.capture).toBeNull();
  expect(k.open).toBe(0);
});

test("the camera is open only while a page is to be taken", async () => {
  const k = await kiosk();
  await k.uses({ allowed: false });
  expect(k.open).toBe(0);
  await k.uses({});
  expect(k.open).toBe(1);
  await k.uses({ ended: "CANCELLED", endedBy: "CLERK" });
  expect(k.open).toBe(0);
  expect(done(k.said)).toEqual([]);
});

test("one touch stops it at once, here and beside this page, whatever the server knows", async () => {
  const k = await kiosk();
  await k.uses({});
  k.acts.stopUse("c");
  expect(k.open).toBe(0);
  expect(k.stopped).toEqual(["c"]);
  await k.uses({}); // the server has not heard of it yet
  expect(k.open).toBe(0);
  expect(k.said.at(-1)).toMatchObject({ type: "StopUse", command: "c" });
});

test("another visit finds the camera closed", async () => {
  const k = await kiosk();
  await k.uses({});
  k.page.follow(null);
  expect(k.open).toBe(0);
});

test("a pad that was signed says so, and one that was put away that nobody signed", async () => {
  const k = await kiosk();
  k.signing("/signature");
  await k.uses({});
  expect(k.pads).toEqual(["/signature"]);
  k.store.touched({ sheet: null, signing: null, signedFor: "c" });
  await settled();
  await k.uses({ ended: "DONE" }, { command: "d" });
  k.store.touched({ sheet: null, signing: null });
  await settled();
  expect(done(k.said)).toMatchObject([
    { command: "c", result: { type: "WasSigned" } },
    { command: "d", result: { type: "TaskCancelled" } },
  ]);
});

test("the pad goes when the clerk takes it back", async () => {
  const k = await kiosk();
  k.signing("/signature");
  await k.uses({});
  await k.uses({ ended: "CANCELLED", endedBy: "CLERK" });
  expect(k.store.touch.sheet).toBeNull();
  expect(done(k.said)).toEqual([]);
});
