import { newOpId } from "web-kit/signaling/socket.ts";
import { newId } from "web-kit/state/new-id.ts";
import { s } from "../text/text.ts";
import { inCall, inRoom, type ClerkCore } from "./clerk-core.ts";
import type { DeviceActs } from "./clerk-page.ts";
import { lineForPages } from "./material-state.ts";
import {
  openUse,
  plainScan,
  taskFor,
  watching,
  whyNot,
  whyNotWatch,
  type ScanChoice,
  type WhyNot,
} from "./device-state.ts";

/** What the clerk does with the devices of the kiosk. */
export function deviceActs(core: ClerkCore): DeviceActs {
  const stopUse = (command: string) =>
    inRoom(core, (room) => core.operate({ type: "StopUse", opId: newOpId(), room, command }));
  /** What is only a matter of moments is said where it was pressed; whatever else is in the way stands in the panel. */
  const notYet = (not: WhyNot | null) => {
    if (not === "coming") core.note(s("devices.coming"));
    if (not === "documentComing") core.note(s("devices.documentComing"));
  };
  return {
    operateDevice(what) {
      const { desk, item, work } = core.page;
      if (desk.room === null || item === null) {
        notYet(inCall(core) === null ? null : "coming");
        return;
      }
      const page = what === "SCAN" || what === "CAPTURE";
      // Beside the list of materials, a page is for the one that is worked on.
      const line = page ? lineForPages(core.page) : null;
      core.work({ aside: line === null ? "devices" : "materials" });
      const not = whyNot(what, desk.room, item);
      notYet(not);
      if (not !== null) return;
      const task = taskFor(what, desk.room, item, work.scan, work.demoCard);
      if (task === null) return;
      const material = line === null ? {} : { material: line.material.code };
      inRoom(core, (room) =>
        core.operate({ type: "Operate", opId: newOpId(), room, command: newId(), task, ...material }),
      );
    },
    watchBed() {
      const { desk, item, work } = core.page;
      const { room } = desk;
      if (room === null || item === null) {
        notYet(inCall(core) === null ? null : "coming");
        return;
      }
      const open = watching(room);
      if (open !== null) return stopUse(open.command);
      if (work.aside !== "materials") core.work({ aside: "devices" });
      const not = whyNotWatch(room, item);
      notYet(not);
      if (not !== null) return;
      inRoom(core, (id) =>
        core.operate({ type: "Operate", opId: newOpId(), room: id, command: newId(), task: { type: "WatchBed" } }),
      );
    },
    turnBed: () => core.work({ bedTurned: (core.page.work.bedTurned + 1) % 4 }),
    stopUse,
    stopLastUse() {
      const { room } = core.page.desk;
      const open = room === null ? null : openUse(room);
      if (open !== null) stopUse(open.command);
    },
    chooseScan(change) {
      const scan = { ...core.page.work.scan, ...change };
      core.work({ scan });
      globalThis.localStorage?.setItem(PLACE, JSON.stringify(scan));
    },
    chooseDemoCard: (demoCard) => core.work({ demoCard }),
    showPage: (pageShown) => core.work({ pageShown }),
  };
}

const PLACE = "vw-scan";

/** As this clerk scanned last on this machine. */
export function rememberedScan(): ScanChoice {
  try {
    const kept: unknown = JSON.parse(globalThis.localStorage?.getItem(PLACE) ?? "{}");
    return { ...plainScan, ...(kept as Partial<ScanChoice>) };
  } catch {
    return plainScan;
  }
}
