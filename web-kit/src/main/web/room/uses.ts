import type {
  Author,
  Blob,
  Capability,
  DeviceTask,
  DeviceView,
  DevicesShown,
  RoomEvent,
  UseProgress,
  UseView,
  UsesView,
} from "../protocol.ts";

/** The devices of the kiosk, and what is done with them, as this screen was told. */
export type Uses = {
  /** In the order in which they were asked for; those that are over, too. Watching that is over stands behind what was done meanwhile. */
  readonly all: readonly UseView[];
  /** What the server made and may be printed. */
  readonly documents: readonly Blob[];
  /** What the applicant has allowed for this visit. */
  readonly allowed: readonly Capability[];
  readonly devices: readonly DeviceView[];
  /** The kiosk's daemon tells of its devices; where not, only what the page itself has is listed. Null until that is known. */
  readonly reached: boolean | null;
  /** How far those are that run, by command. */
  readonly progress: Readonly<Record<string, UseProgress>>;
};

export const noUses: Uses = { all: [], documents: [], allowed: [], devices: [], reached: null, progress: {} };

/** What a task takes. */
export function takes(task: DeviceTask): Capability {
  switch (task.type) {
    case "ReadIdCard":
      return "READ_CARD";
    case "ScanPages":
      return "SCAN";
    case "PrintDocument":
      return "PRINT";
    case "CapturePage":
    case "WatchBed":
      return "CAPTURE";
    case "DrawSignature":
      return "SIGN";
  }
}

/** The applicant is asked for each use of it; of the others, once a visit. */
export const askedEveryTime = (what: Capability): boolean => what === "READ_CARD" || what === "SIGN";

/** The clerk watches what lies under the document camera, or asks to. */
export const watches = ({ task }: UseView): boolean => task.type === "WatchBed";

/** Somebody at the kiosk is to lay paper for it, or to take what it printed, and has not said that they did. */
export function wantsHands({ task, allowed, ended, byHand }: UseView): boolean {
  if ((byHand ?? null) !== null) return false;
  if (task.type === "PrintDocument") return ended === "DONE";
  return task.type === "ScanPages" && allowed && (ended ?? null) === null;
}

/** Those that are not over. */
export const openUses = (uses: Uses): readonly UseView[] => uses.all.filter((use) => (use.ended ?? null) === null);

export function toldUses(view: UsesView | null): Uses {
  return { ...noUses, all: view?.uses ?? [], allowed: view?.allowed ?? [], documents: view?.documents ?? [] };
}

export function withDevices(uses: Uses, shown: DevicesShown): Uses {
  return { ...uses, devices: shown.devices, reached: shown.reached };
}

export function withProgress(uses: Uses, progress: UseProgress): Uses {
  return openUses(uses).some((use) => use.command === progress.command)
    ? { ...uses, progress: { ...uses.progress, [progress.command]: progress } }
    : uses;
}

type Asked = Extract<
  RoomEvent,
  { type: "UseAsked" | "UseAllowed" | "UseEnded" | "DoneByHand" | "PagesTaken" | "UseConsentEnded" | "DocumentMade" }
>;

export function afterUse(uses: Uses, by: Author, event: Asked): Uses {
  switch (event.type) {
    case "UseAsked":
      return {
        ...uses,
        all: [
          ...uses.all,
          {
            command: event.command,
            task: event.task,
            allowed: false,
            pages: [],
            material: event.material ?? null,
          },
        ],
      };
    case "UseAllowed": {
      const what = uses.all.filter((use) => use.command === event.command).map((use) => takes(use.task));
      return {
        ...changed(uses, event.command, (use) => ({ ...use, allowed: true })),
        allowed: [...new Set([...uses.allowed, ...what.filter((each) => !askedEveryTime(each))])],
      };
    }
    case "PagesTaken":
      return changed(uses, event.command, (use) => ({ ...use, pages: event.pages }));
    case "UseEnded": {
      const { [event.command]: _, ...progress } = uses.progress;
      const over = { ended: event.how, endedBy: by.role, why: event.why ?? null };
      return {
        ...lastOver(
          changed(uses, event.command, (use) => ({ ...use, ...over })),
          event.command,
        ),
        progress,
      };
    }
    case "DoneByHand":
      return changed(uses, event.command, (use) => ({ ...use, byHand: by }));
    case "DocumentMade":
      return { ...uses, documents: [...uses.documents, event.document] };
    case "UseConsentEnded":
      return { ...uses, allowed: uses.allowed.filter((each) => each !== event.capability) };
  }
}

function lastOver(uses: Uses, command: string): Uses {
  const watch = uses.all.find((use) => use.command === command && watches(use));
  return watch === undefined ? uses : { ...uses, all: [...uses.all.filter((use) => use !== watch), watch] };
}

function changed(uses: Uses, command: string, change: (use: UseView) => UseView): Uses {
  return { ...uses, all: uses.all.map((use) => (use.command === command ? change(use) : use)) };
}
