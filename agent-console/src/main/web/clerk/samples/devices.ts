import type { Author, Capability, DeviceTask, DeviceView, UseView } from "web-kit/protocol.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { noUses, type Uses } from "web-kit/room/uses.ts";
import { withSignature } from "web-kit/samples/item.ts";
import { bed, pageOf } from "web-kit/samples/pages.ts";
import type { SampleWords } from "../../shared/sample-words.ts";
import type { ClerkPage } from "../clerk-page.ts";
import { plainScan } from "../device-state.ts";
import { sampleItem } from "./item.ts";
import { bothThere } from "./media.ts";
import { talking, work } from "./page.ts";
import type { Samples } from "./samples.ts";
import { now } from "./time.ts";

const device = (can: Capability, name: string, more: Partial<DeviceView> = {}): DeviceView => ({
  device: can,
  name,
  can: [can],
  condition: "OK",
  troubles: [],
  simulated: false,
  ...more,
});
const own = [device("CAPTURE", "Eloam S920A3R"), device("SIGN", "Touch screen")];
const all = [
  device("READ_CARD", "CVR-100UC", { simulated: true }),
  device("SCAN", "fi-8170"),
  device("PRINT", "LaserJet M405", { condition: "WARNING", troubles: ["MEDIA_LOW"] }),
  ...own,
];
const scan: DeviceTask = { type: "ScanPages", source: "FEEDER", dpi: 300, mode: "COLOUR", maxPages: 10 };
const card: DeviceTask = { type: "ReadIdCard" };
const use = (task: DeviceTask, more: Partial<UseView> = {}): UseView => ({
  command: "u",
  task,
  allowed: true,
  pages: [],
  ...more,
});
const pages = [pageOf("1"), { ...pageOf("2"), faults: ["BLURRED" as const] }, pageOf("3")];

function at(
  words: SampleWords,
  uses: Partial<Uses>,
  more: Partial<ClerkPage["work"]> = {},
  room: Partial<RoomState> = {},
): ClerkPage {
  return talking(
    words,
    { item: withSignature(sampleItem(words)), work: work({ aside: "devices", ...more }) },
    {},
    { suggestions: [], uses: { ...noUses, devices: all, reached: true, ...uses }, ...room },
  );
}

const watch: DeviceTask = { type: "WatchBed" };
const watched = (more: Partial<Uses> = {}): Partial<Uses> => ({ all: [use(watch)], allowed: ["CAPTURE"], ...more });
const sees = bothThere({ remote: { bed: true, bedStream: bed() } });

/** What lies under the document camera: asked for, watched, over. */
export const bedScreens: Samples = {
  "bed-asked": (words) => at(words, { all: [use(watch, { allowed: false })] }),
  "bed-opening": (words) => at(words, watched(), { middle: "bed" }),
  bed: (words) => ({ ...at(words, watched(), { middle: "bed", aside: "materials" }), media: sees }),
  "bed-turned": (words) => ({
    ...at(
      words,
      watched({
        all: [use({ type: "CapturePage" }, { command: "p", ended: "DONE", pages: pages.slice(1, 2) }), use(watch)],
      }),
      { middle: "bed", bedTurned: 1 },
    ),
    media: sees,
  }),
  "bed-wide": (words) => ({ ...at(words, watched(), { middle: "bed", wideStage: true }), media: sees }),
  "bed-stopped": (words) => at(words, { all: [use(watch, { ended: "CANCELLED", endedBy: "APPLICANT" })] }),
  "bed-busy": (words) =>
    at(words, {
      all: [use(watch, { ended: "FAILED", endedBy: "APPLICANT", why: "BUSY" })],
      devices: all.map((each) => (each.can.includes("CAPTURE") ? { ...each, condition: "BUSY" as const } : each)),
    }),
  "bed-lost": (words) =>
    at(words, {
      all: [use(watch, { ended: "FAILED", endedBy: "APPLICANT", why: "OFFLINE" })],
      devices: all.map((each) =>
        each.can.includes("CAPTURE") ? { ...each, condition: "FAULT" as const, troubles: ["OFFLINE" as const] } : each,
      ),
    }),
};

const helper = (name: string): Author => ({ role: "HELPER", id: "h", name });
const filed: Partial<RoomState> = {
  filed: { caseNo: "33050326042800012345", at: now, formHash: "7f3a91c2aa04be51c2d8" },
  issues: [],
  unconfirmed: [],
  pointedAt: null,
};

/** The devices of the kiosk: how they are, asked for, running, over. */
export const deviceScreens: Samples = {
  devices: (words) => at(words, {}),
  "devices-feeder": (words) =>
    at(words, { allowed: ["SCAN"] }, { scan: { ...plainScan, source: "FEEDER", maxPages: 10 } }),
  "devices-asked": (words) => at(words, { all: [use(card, { allowed: false })] }),
  "devices-running": (words) =>
    at(words, {
      all: [use(scan)],
      allowed: ["SCAN"],
      progress: { u: { type: "UseProgress", room: "r1", command: "u", percent: 40 } },
      devices: all.map((each) => (each.can.includes("SCAN") ? { ...each, condition: "BUSY" as const } : each)),
    }),
  "devices-laid": (words) => at(words, { all: [use(scan, { byHand: helper(words.helper) })], allowed: ["SCAN"] }),
  "devices-printed": (words) =>
    at(
      words,
      {
        all: [
          use(
            { type: "PrintDocument", document: pageOf("receipt"), copies: 1 },
            { ended: "DONE", byHand: helper(words.helper) },
          ),
        ],
        documents: [pageOf("receipt")],
      },
      {},
      filed,
    ),
  "devices-waits": (words) =>
    at(words, {
      all: [use(card)],
      progress: { u: { type: "UseProgress", room: "r1", command: "u", waitsFor: "NO_CARD" } },
    }),
  "devices-failed": (words) =>
    at(words, {
      all: [use(scan, { ended: "FAILED", endedBy: "SYSTEM", why: "MEDIA_JAM" })],
      devices: all.map((each) =>
        each.can.includes("SCAN") ? { ...each, condition: "FAULT" as const, troubles: ["MEDIA_JAM" as const] } : each,
      ),
    }),
  "devices-coming": (words) => at(words, { reached: null, devices: [] }),
  "devices-away": (words) => at(words, { reached: false, devices: own }),
  "devices-stopped": (words) => at(words, { all: [use(scan, { ended: "CANCELLED", endedBy: "APPLICANT" })] }),
  "devices-pages": (words) => at(words, { all: [use(scan, { ended: "DONE", endedBy: "SYSTEM", pages })] }),
  "devices-page": (words) =>
    at(
      words,
      { all: [use(scan, { ended: "DONE", endedBy: "SYSTEM", pages })] },
      { pageShown: { at: 1, zoom: 0, turned: 1 } },
    ),
  "devices-print": (words) => at(words, { documents: [pageOf("receipt")] }, {}, filed),
};
