import { expect, test } from "vitest";
import type { Capability, DeviceTask, DeviceView, UseView } from "web-kit/protocol.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { reaching } from "web-kit/room/ladder.ts";
import { noUses, type Uses } from "web-kit/room/uses.ts";
import { pageOf } from "web-kit/samples/pages.ts";
import { withSignature } from "web-kit/samples/item.ts";
import { sampleWords } from "../shared/sample-words.ts";
import { deviceFor, endedUse, isWatched, pagesOf, plainScan, taskFor, whyNot, whyNotWatch } from "./device-state.ts";
import { sampleItem } from "./samples/item.ts";
import { sampleRoom } from "./samples/room.ts";

const words = sampleWords(false);
const item = withSignature(sampleItem(words));
const device = (can: Capability, more: Partial<DeviceView> = {}): DeviceView => ({
  device: can,
  name: can,
  can: [can],
  condition: "OK",
  troubles: [],
  simulated: false,
  ...more,
});
const everything = (["READ_CARD", "SCAN", "PRINT", "CAPTURE", "SIGN"] as const).map((each) => device(each));
const roomWith = (uses: Partial<Uses>, more: Partial<RoomState> = {}): RoomState => ({
  ...sampleRoom(words),
  uses: { ...noUses, reached: true, devices: everything, ...uses },
  ...more,
});
const use = (task: DeviceTask, more: Partial<UseView> = {}): UseView => ({
  command: "u",
  task,
  allowed: true,
  pages: [],
  ...more,
});
const filed = { caseNo: "33050326042800012345", at: 0, formHash: "7f3a91c2aa04be51c2d8" };

test("what is there and works can be asked for", () => {
  for (const what of ["READ_CARD", "SCAN", "CAPTURE", "SIGN"] as const)
    expect(whyNot(what, roomWith({}), item), what).toBeNull();
});

test("one use of a device at a time: it waits for consent, or runs", () => {
  const scan: DeviceTask = { type: "ScanPages", ...plainScan };
  expect(whyNot("SCAN", roomWith({ all: [use(scan, { allowed: false })] }), item)).toBe("asked");
  expect(whyNot("SCAN", roomWith({ all: [use(scan)] }), item)).toBe("inUse");
  expect(whyNot("READ_CARD", roomWith({ all: [use(scan)] }), item)).toBeNull();
  expect(whyNot("SCAN", roomWith({ all: [use(scan, { ended: "DONE" })] }), item)).toBeNull();
});

test("pages are taken while the bed is watched, which is asked for once and only while somebody is there", () => {
  const watch: DeviceTask = { type: "WatchBed" };
  const page: DeviceTask = { type: "CapturePage" };
  expect(whyNotWatch(roomWith({}), item)).toBeNull();
  const asked = roomWith({ all: [use(watch, { allowed: false })] });
  expect([whyNotWatch(asked, item), whyNot("CAPTURE", asked, item), isWatched(asked)]).toEqual([
    "asked",
    "asked",
    false,
  ]);
  const watched = roomWith({ all: [use(watch)] });
  expect([whyNotWatch(watched, item), whyNot("CAPTURE", watched, item), isWatched(watched)]).toEqual([
    "inUse",
    null,
    true,
  ]);
  expect(whyNot("CAPTURE", roomWith({ all: [use(watch), use(page, { command: "p" })] }), item)).toBe("inUse");
  expect(whyNotWatch(roomWith({ all: [use(page)] }), item)).toBe("inUse");
  expect(whyNotWatch(roomWith({}, { awaySince: 1 }), item)).toBe("applicantAway");
  const covered = roomWith({}, { ladder: reaching(null) });
  expect([whyNotWatch(covered, item), whyNot("SIGN", covered, item)]).toEqual(["covered", "covered"]);
  expect(whyNot("CAPTURE", covered, item)).toBeNull();
  expect(isWatched(roomWith({ all: [use(watch, { ended: "CANCELLED" })] }))).toBe(false);
});

test("whoever presses at once after answering is told that the devices are still to come", () => {
  const room = { ...roomWith({}), uses: noUses };
  for (const what of ["READ_CARD", "SCAN", "CAPTURE"] as const) expect(whyNot(what, room, item), what).toBe("coming");
});

test("without the daemon the page's own devices go on", () => {
  const room = roomWith({ reached: false, devices: [device("CAPTURE"), device("SIGN")] });
  expect(whyNot("READ_CARD", room, item)).toBe("away");
  expect(whyNot("CAPTURE", room, item)).toBeNull();
  expect(whyNot("CAPTURE", roomWith({ devices: [] }), item)).toBe("noDevice");
});

test("a card and a signature belong to a form that is not filed, a receipt to one that is", () => {
  expect(whyNot("READ_CARD", roomWith({}, { filed }), item)).toBe("filed");
  expect(whyNot("SIGN", roomWith({}, { filed }), item)).toBe("filed");
  expect(whyNot("PRINT", roomWith({}), item)).toBe("noDocument");
  expect(whyNot("PRINT", roomWith({}, { filed }), item)).toBe("documentComing");
  const printable = roomWith({ documents: [pageOf("receipt")] }, { filed });
  expect(whyNot("PRINT", printable, item)).toBeNull();
  expect(taskFor("PRINT", printable, item, plainScan, "C1")).toMatchObject({
    document: { blob: "receipt" },
    copies: 1,
  });
});

test("of two devices the one that works is asked", () => {
  const devices = [device("SCAN", { device: "a", condition: "FAULT" }), device("SCAN", { device: "b" })];
  expect(deviceFor("SCAN", roomWith({ devices }))?.device).toBe("b");
  expect(whyNot("SCAN", roomWith({ devices: devices.slice(0, 1) }), item)).toBe("fault");
});

test("the glass has one page, the feeder as many as were chosen", () => {
  const ten = { ...plainScan, maxPages: 10 };
  expect(taskFor("SCAN", roomWith({}), item, ten, "C1")).toMatchObject({ source: "GLASS", maxPages: 1 });
  expect(taskFor("SCAN", roomWith({}), item, { ...ten, source: "FEEDER" }, "C1")).toMatchObject({ maxPages: 10 });
});

test("the pages of a visit stand in the order in which they came, and the last end is told", () => {
  const scan: DeviceTask = { type: "ScanPages", ...plainScan };
  const room = roomWith({
    all: [
      use(scan, { command: "a", ended: "DONE", pages: [pageOf("1"), pageOf("2")] }),
      use({ type: "CapturePage" }, { command: "b", ended: "DONE", pages: [pageOf("3")] }),
    ],
  });
  expect(pagesOf(room).map((page) => page.blob)).toEqual(["1", "2", "3"]);
  expect(endedUse(room)?.command).toBe("b");
});

test("a card is laid on a simulated reader only", () => {
  expect(taskFor("READ_CARD", roomWith({}), item, plainScan, "C1")).toEqual({ type: "ReadIdCard" });
  const devices = [device("READ_CARD", { simulated: true })];
  expect(taskFor("READ_CARD", roomWith({ devices }), item, plainScan, "C2")).toEqual({
    type: "ReadIdCard",
    simulated: "C2",
  });
});
