import { expect, test } from "vitest";
import type { Capability } from "web-kit/protocol.ts";
import { noUses } from "web-kit/room/uses.ts";
import { pageOf } from "web-kit/samples/pages.ts";
import { sampleWords } from "../shared/sample-words.ts";
import { s } from "../text/text.ts";
import type { ClerkCore } from "./clerk-core.ts";
import { deviceActs } from "./device-acts.ts";
import { sampleItem } from "./samples/item.ts";
import { sampleRoom } from "./samples/room.ts";

const words = sampleWords(false);
const call = { type: "InCall" };

/** A console that was just answered at. */
function pressing(room: unknown, item: unknown, what: Capability = "READ_CARD") {
  const said: string[] = [];
  const page = { desk: { room, call }, item, work: { scan: {}, demoCard: "", aside: "devices" } };
  const core = { page, note: (text: string) => said.push(text), work: () => {}, operate: () => said.push("operated") };
  deviceActs(core as unknown as ClerkCore).operateDevice(what);
  return said;
}

test("the same key that opens the picture of the document camera ends it", () => {
  const camera = { device: "d", name: "d", can: ["CAPTURE"], condition: "OK", troubles: [], simulated: false } as const;
  const watch = { command: "w", task: { type: "WatchBed" }, allowed: true, pages: [] } as const;
  const asked: object[] = [];
  const press = (all: readonly (typeof watch)[]) => {
    const room = { ...sampleRoom(words), uses: { ...noUses, reached: false, devices: [camera], all } };
    const page = { desk: { room, call }, item: sampleItem(words), work: { aside: "materials" } };
    const core = { page, note: () => {}, work: () => {}, operate: (operation: object) => asked.push(operation) };
    deviceActs(core as unknown as ClerkCore).watchBed();
    return asked.at(-1);
  };
  expect(press([])).toMatchObject({ type: "Operate", task: { type: "WatchBed" } });
  expect(press([watch])).toMatchObject({ type: "StopUse", command: "w" });
});

test("a key that comes before the room, the form or the devices says so", () => {
  const room = { ...sampleRoom(words), uses: noUses };
  const item = sampleItem(words);
  expect(pressing(null, null)).toHaveLength(1);
  expect(pressing(room, null)).toHaveLength(1);
  expect(pressing(room, item)).toHaveLength(1);
  expect(pressing({ ...room, uses: { ...noUses, reached: false } }, item), "the panel says it").toHaveLength(0);
});

test("print that comes before the receipt is made says so and that it is to be pressed again", () => {
  const printer = { device: "p", name: "p", can: ["PRINT"], condition: "OK", troubles: [], simulated: false } as const;
  const uses = { ...noUses, reached: true, devices: [printer] };
  const filed = { ...sampleRoom(words), uses, filed: { caseNo: "330503" } };
  expect(pressing(filed, sampleItem(words), "PRINT")).toEqual([s("devices.documentComing")]);
  const made = { ...filed, uses: { ...uses, documents: [pageOf("receipt")] } };
  expect(pressing(made, sampleItem(words), "PRINT")).toEqual(["operated"]);
  expect(pressing({ ...filed, filed: null }, sampleItem(words), "PRINT"), "the panel says it").toEqual([]);
});
