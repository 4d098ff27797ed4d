import type { Blob, DeviceTask, UseView } from "web-kit/protocol.ts";
import { noUses, type Uses } from "web-kit/room/uses.ts";
import { bed, pageOf } from "web-kit/samples/pages.ts";
import { helper } from "./people.ts";
import { filed } from "./room.ts";
import { withSignature } from "web-kit/samples/item.ts";
import { item } from "web-kit/samples/item.ts";
import { inTalk, touched, type Samples } from "./sample.ts";

const card: DeviceTask = { type: "ReadIdCard" };
const scan: DeviceTask = { type: "ScanPages", source: "FEEDER", dpi: 300, mode: "COLOUR", maxPages: 10 };
const capture: DeviceTask = { type: "CapturePage" };
const watch: DeviceTask = { type: "WatchBed" };
const receipt: DeviceTask = { type: "PrintDocument", document: pageOf("receipt"), copies: 1 };
const sign: DeviceTask = { type: "DrawSignature", field: "/signature" };

const use = (task: DeviceTask, more: Partial<UseView> = {}): UseView => ({
  command: "u",
  task,
  allowed: false,
  pages: [],
  ...more,
});
const inRoom = (one: UseView, more: Partial<Uses> = {}): { uses: Uses } => ({
  uses: { ...noUses, all: [one], ...more },
});
const running = (task: DeviceTask, progress: Partial<Uses["progress"][string]> = {}, more: Partial<Uses> = {}) =>
  inRoom(use(task, { allowed: true }), {
    progress: { u: { type: "UseProgress", room: "r", command: "u", ...progress } },
    ...more,
  });
const over = (task: DeviceTask, more: Partial<UseView>, uses: Partial<Uses> = {}) =>
  inRoom(use(task, { allowed: true, endedBy: "SYSTEM", ...more }), uses);

const pages: readonly Blob[] = [pageOf("1"), { ...pageOf("2"), faults: ["BLURRED"] }, pageOf("3")];

/** Devices of this machine that the clerk operates. */
export const devices: Samples = {
  deviceAskedCard: () => inTalk(inRoom(use(card))),
  deviceAskedScan: () => inTalk(inRoom(use(scan))),
  deviceAskedSign: () => inTalk(inRoom(use(sign)), {}, { item: withSignature(item) }),
  deviceAskedHelper: () => inTalk({ ...inRoom(use(card)), helper, atKiosk: "HELPER" }),
  deviceAskedPrint: () => inTalk({ ...inRoom(use(receipt)), filed }),
  deviceInUse: () => inTalk(running(scan, { percent: 40 }, { allowed: ["SCAN"] })),
  deviceWaitsCard: () => inTalk(running(card, { waitsFor: "NO_CARD" })),
  deviceWaitsPaper: () => inTalk(running(receipt, { waitsFor: "MEDIA_EMPTY" }, { allowed: ["SCAN", "PRINT"] })),
  devicePaperLaid: () => inTalk(inRoom(use(scan, { allowed: true, byHand: helper }), { allowed: ["SCAN"] })),
  deviceStopping: () => inTalk(running(scan), touched({ stopping: ["u"], chatRead: 99 })),
  deviceOverSheet: () => inTalk(running(scan, { percent: 40 }), touched({ sheet: "help", chatRead: 99 })),
  deviceCardRead: () => inTalk(over(card, { ended: "DONE" })),
  devicePages: () => inTalk(over(scan, { ended: "DONE", pages }, { allowed: ["SCAN"] })),
  devicePageLarge: () =>
    inTalk(over(scan, { ended: "DONE", pages }), touched({ sheet: "pages", pageShown: 1, chatRead: 99 })),
  devicePrinted: () => inTalk({ ...over(receipt, { ended: "DONE" }), filed }),
  deviceFailed: () => inTalk(over(receipt, { ended: "FAILED", why: "MEDIA_JAM" })),
  deviceNoCard: () => inTalk(over(card, { ended: "TIMED_OUT" })),
  deviceStopped: () => inTalk(over(scan, { ended: "CANCELLED", endedBy: "APPLICANT" })),
  deviceCapture: () =>
    inTalk(
      running(capture, {}, { allowed: ["CAPTURE"] }),
      touched({ capture: { command: "u", at: "ready", stream: bed(), soon: false }, chatRead: 99 }),
    ),
  deviceAskedWatch: () => inTalk(inRoom(use(watch))),
  deviceWatched: () =>
    inTalk(
      running(watch, {}, { allowed: ["CAPTURE"] }),
      touched({ watch: { command: "u", stream: bed(), taking: null }, chatRead: 99 }),
    ),
  deviceWatchedTaking: () =>
    inTalk(
      {
        uses: {
          ...noUses,
          all: [use(watch, { allowed: true }), use(capture, { command: "p", allowed: true })],
          allowed: ["CAPTURE"],
        },
      },
      touched({ watch: { command: "u", stream: bed(), taking: "p" }, chatRead: 99 }),
    ),
  deviceWatchOver: () => inTalk(over(watch, { ended: "CANCELLED", endedBy: "APPLICANT" }, { allowed: ["CAPTURE"] })),
  deviceWatchLost: () => inTalk(over(watch, { ended: "FAILED", why: "OFFLINE" }, { allowed: ["CAPTURE"] })),
  deviceCaptureByClerk: () =>
    inTalk(
      running(capture, {}, { allowed: ["CAPTURE"] }),
      touched({ capture: { command: "u", at: "ready", stream: bed(), soon: true }, chatRead: 99 }),
    ),
};
