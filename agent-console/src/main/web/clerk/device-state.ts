import type {
  Blob,
  Capability,
  DeviceTask,
  DeviceView,
  ScanMode,
  ScanSource,
  ServiceItem,
  UseView,
} from "web-kit/protocol.ts";
import { has } from "web-kit/room/ladder.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { openUses, takes, watches } from "web-kit/room/uses.ts";

/** In the order of their buttons. */
export const capabilities: readonly Capability[] = ["READ_CARD", "CAPTURE", "SCAN", "SIGN", "PRINT"];

/** How this clerk scans, until they choose otherwise. */
export type ScanChoice = {
  readonly source: ScanSource;
  readonly dpi: number;
  readonly mode: ScanMode;
  readonly maxPages: number;
};
export const plainScan: ScanChoice = { source: "GLASS", dpi: 300, mode: "COLOUR", maxPages: 1 };
export const fineness: readonly number[] = [150, 200, 300, 600];

/** Why the clerk cannot ask for it just now; the server judges the same again. */
export type WhyNot =
  | "filed"
  | "noCardHere"
  | "noSignature"
  | "noDocument"
  | "documentComing"
  | "coming"
  | "noDevice"
  | "away"
  | "fault"
  | "asked"
  | "inUse"
  | "applicantAway"
  | "covered";

export function whyNot(what: Capability, room: RoomState, item: ServiceItem): WhyNot | null {
  const { uses } = room;
  const open = openUses(uses).find((use) => takes(use.task) === what && !(watches(use) && use.allowed));
  if (open !== undefined) return open.allowed ? "inUse" : "asked";
  if ((what === "READ_CARD" || what === "SIGN") && room.filed !== null) return "filed";
  if (what === "SIGN" && !has(room.ladder, "SEE_FORM")) return "covered";
  if (what === "READ_CARD" && item.prefill.length === 0) return "noCardHere";
  if (what === "SIGN" && signatureField(room, item) === null) return "noSignature";
  if (what === "PRINT" && uses.documents.length === 0) return room.filed === null ? "noDocument" : "documentComing";
  const device = deviceFor(what, room);
  if (device === null && uses.reached === null) return "coming";
  if (device === null) return uses.reached || !isTheDaemons(what) ? "noDevice" : "away";
  return device.condition === "FAULT" || device.condition === "DISABLED" ? "fault" : null;
}

/** Which device does it: one that works, where there are several. */
export function deviceFor(what: Capability, { uses }: RoomState): DeviceView | null {
  const able = uses.devices.filter((each) => each.can.includes(what));
  return able.find((each) => each.condition !== "FAULT" && each.condition !== "DISABLED") ?? able[0] ?? null;
}

/** @param card which one lies on the reader, where it is simulated */
export function taskFor(
  what: Capability,
  room: RoomState,
  item: ServiceItem,
  scan: ScanChoice,
  card: string,
): DeviceTask | null {
  switch (what) {
    case "READ_CARD":
      return { type: "ReadIdCard", ...(deviceFor(what, room)?.simulated && { simulated: card }) };
    case "CAPTURE":
      return { type: "CapturePage" };
    case "SCAN":
      return { type: "ScanPages", ...scan, maxPages: scan.source === "GLASS" ? 1 : scan.maxPages };
    case "SIGN": {
      const field = signatureField(room, item);
      return field === null ? null : { type: "DrawSignature", field };
    }
    case "PRINT": {
      const document = room.uses.documents.at(-1);
      return document === undefined ? null : { type: "PrintDocument", document, copies: 1 };
    }
  }
}

/** Why the bed cannot be watched just now; the server judges the same again. */
export function whyNotWatch(room: RoomState, item: ServiceItem): WhyNot | null {
  if (!has(room.ladder, "SEE_FORM")) return "covered";
  if (room.awaySince !== null) return "applicantAway";
  const open = openUses(room.uses).find((use) => takes(use.task) === "CAPTURE");
  return open === undefined ? whyNot("CAPTURE", room, item) : open.allowed ? "inUse" : "asked";
}

/** The use by which the clerk watches the bed, or asks to. */
export function watching(room: RoomState): UseView | null {
  return openUses(room.uses).find(watches) ?? null;
}

/** Whether the applicant has allowed that it is watched just now. */
export const isWatched = (room: RoomState | null): boolean => room !== null && watching(room)?.allowed === true;

/** What is not over, the latest first. */
export function openUse(room: RoomState): UseView | null {
  return openUses(room.uses).at(-1) ?? null;
}

/** The last one that is over, where nothing came after it. */
export function endedUse(room: RoomState): UseView | null {
  const last = room.uses.all.at(-1);
  return last?.ended == null ? null : last;
}

/** Every page of this visit, in the order in which they came. */
export function pagesOf(room: RoomState): readonly Blob[] {
  return room.uses.all.flatMap((use) => use.pages);
}

/** Where the applicant signs: first where nothing stands yet. */
function signatureField(room: RoomState, item: ServiceItem): string | null {
  const fields = item.fields.filter((each) => each.kind === "SIGNATURE").map((each) => each.path);
  return fields.find((path) => (room.fields[path]?.value ?? "") === "") ?? fields[0] ?? null;
}

/** The daemon has these; the others are the page's own. */
function isTheDaemons(what: Capability): boolean {
  return what === "READ_CARD" || what === "SCAN" || what === "PRINT";
}
