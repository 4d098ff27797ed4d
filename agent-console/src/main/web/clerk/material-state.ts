import type { Blob, MaterialWord, PageFlaw, PageRegion, PageView } from "web-kit/protocol.ts";
import { checklist, isOpen, needsPages, type ChecklistLine } from "web-kit/form/checklist.ts";
import { isRejected } from "web-kit/room/materials.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import type { ClerkPage } from "./clerk-page.ts";
import { pagesOf } from "./device-state.ts";

/** A page that is looked at to judge it, with what is drawn and chosen so far. */
export type Judging = {
  readonly material: string;
  readonly page: string;
  readonly shape: PageRegion["shape"];
  readonly regions: readonly PageRegion[];
  /** The box that the arrow keys move; Enter draws it. */
  readonly box: PageRegion;
  readonly flaw: PageFlaw | null;
  readonly zoomed: boolean;
  /** By how many quarters it is turned clockwise, on this screen alone. */
  readonly turned: number;
  /** A page in whose place it came, where that is looked at. */
  readonly earlier: string | null;
};

/** In the order of their keys. */
export const flaws: readonly PageFlaw[] = [
  "UNREADABLE",
  "GLARE",
  "CUT_OFF",
  "NOT_SIGNED",
  "EXPIRED",
  "DIFFERS",
  "WRONG_PAPER",
  "OTHER",
];
/** Of an e-licence: the others are of a page. In the order of their keys. */
export const licenceFlaws = ["WRONG_PAPER", "DIFFERS", "EXPIRED", "OTHER"] as const satisfies readonly PageFlaw[];
export const longestReason = 100;
const mostRegions = 12;

/** What was drawn and said of a page before stays where somebody looks again. */
export function judgingOf(material: string, { page, rejected }: PageView): Judging {
  return {
    material,
    page: page.blob,
    shape: "CIRCLE",
    regions: rejected?.regions ?? [],
    box: { shape: "CIRCLE", fromX: 0.35, fromY: 0.4, toX: 0.65, toY: 0.6 },
    flaw: rejected?.flaw ?? null,
    zoomed: false,
    turned: 0,
    earlier: null,
  };
}

export function withRegion(judging: Judging, region: PageRegion): Judging {
  if (judging.regions.length >= mostRegions || region.fromX === region.toX || region.fromY === region.toY)
    return judging;
  return { ...judging, regions: [...judging.regions, region] };
}

const STEP = 0.02;
const SMALLEST = 0.04;
const inside = (part: number, most = 1) => Math.min(most, Math.max(0, part));

/** The box moved by steps, or made larger or smaller by them; always on the page. */
export function moved(box: PageRegion, right: number, down: number, sizes: boolean): PageRegion {
  if (sizes) {
    const toX = inside(Math.max(box.fromX + SMALLEST, box.toX + right * STEP));
    const toY = inside(Math.max(box.fromY + SMALLEST, box.toY + down * STEP));
    return { ...box, toX, toY };
  }
  const [wide, high] = [box.toX - box.fromX, box.toY - box.fromY];
  const fromX = inside(box.fromX + right * STEP, 1 - wide);
  const fromY = inside(box.fromY + down * STEP, 1 - high);
  return { ...box, fromX, fromY, toX: fromX + wide, toY: fromY + high };
}

export function linesOf({ desk, item, now }: ClerkPage): readonly ChecklistLine[] {
  return desk.room === null || item === null ? [] : checklist(item, desk.room, now);
}

/** The one that the clerk works on: as chosen, else the first that is open. */
export function chosenLine(page: ClerkPage): ChecklistLine | null {
  const lines = linesOf(page);
  return (
    lines.find((each) => each.material.code === page.work.material && each.standing !== "exempt") ??
    lines.find(isOpen) ??
    null
  );
}

/** Whose the pages are that are asked for next: beside the list of materials the one that is worked on, else nobody's. */
export function lineForPages(page: ClerkPage): ChecklistLine | null {
  const { desk, work } = page;
  return work.aside === "materials" && desk.room !== null && desk.room.filed === null ? chosenLine(page) : null;
}

/** Pages of this visit that are of no material yet; one that was rejected and replaced is its successor's. */
export function loosePages(room: RoomState): readonly Blob[] {
  const taken = Object.values(room.materials)
    .flatMap((view) => view.pages)
    .flatMap((each) => [each.page, ...(each.before ?? []).map((before) => before.page)]);
  const known = new Set(taken.map((each) => each.blob));
  return pagesOf(room).filter((each) => !known.has(each.blob));
}

/** The next one that may be worked on, round and round. */
export function nextLine(page: ClerkPage): ChecklistLine | null {
  const lines = linesOf(page).filter((each) => each.standing !== "exempt");
  const at = lines.findIndex((each) => each.material.code === chosenLine(page)?.material.code);
  return lines[(at + 1) % lines.length] ?? null;
}

/** What can be said of it now; the server judges the same again. */
export function words({ material, view, standing }: ChecklistLine): readonly MaterialWord[] {
  if (standing === "exempt") return [];
  const there = view.pages.length > 0 || standing === "licensed" || !needsPages(material);
  const passable = there && !view.pages.some(isRejected);
  const all: readonly [MaterialWord, boolean][] = [
    ["PASSED", passable],
    ["PROMISED", material.later],
    ["POSTED", material.form === "ORIGINAL_POSTED"],
    ["OPEN", view.word !== "OPEN"],
  ];
  return all.filter(([word, may]) => may && word !== view.word).map(([word]) => word);
}
