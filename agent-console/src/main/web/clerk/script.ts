import { holds } from "web-kit/form/evaluation.ts";
import { derived, definition } from "web-kit/form/paths.ts";
import type { Page, RuleCard, ScriptStep, ServiceItem } from "web-kit/protocol.ts";
import { noEdits } from "web-kit/room/edits.ts";
import type { RoomState } from "web-kit/room/room-state.ts";

/** A step of the script as it stands now. */
export type StepNow = {
  readonly step: ScriptStep;
  readonly done: boolean;
  /** The clerk ticks it; the others tick themselves. */
  readonly byHand: boolean;
  /** The first that is not done. */
  readonly current: boolean;
};

/** The steps that are there now, in order. They belong to the form, so they stand in no row. */
export function stepsNow(item: ServiceItem, room: RoomState, ticked: readonly string[]): readonly StepNow[] {
  const facts = derived({ item, room, edits: noEdits });
  const steps = item.script
    .filter((step) => step.when == null || holds(step.when, "/form", facts))
    .map((step) => ({
      step,
      byHand: step.done == null,
      done: ticked.includes(step.id) || (step.done != null && holds(step.done, "/form", facts)),
    }));
  const current = steps.find((each) => !each.done);
  return steps.map((each) => ({ ...each, current: each === current }));
}

/** The page with examples where the clerk is, else where the applicant is, else the first. */
export function samplePage(item: ServiceItem, room: RoomState, at: string | null): string | null {
  const pages = item.pages.filter((page) => hasSample(item, page));
  const theirs = Object.values(room.focuses).find((focus) => focus.by.role !== "CLERK")?.path;
  const of = (path: string | null | undefined) =>
    path == null ? undefined : pages.find((page) => page.shows.some((each) => `${path}/`.startsWith(`${each}/`)));
  const page = of(at) ?? of(theirs) ?? pages.find((each) => each.id === room.led.at) ?? pages[0];
  return page?.id ?? null;
}

/** Whether there is an example of anything on it. */
export function hasSample(item: ServiceItem, page: Page): boolean {
  return item.cards.some(
    (card) => card.sample != null && page.shows.some((path) => `${card.path}/`.startsWith(`${path}/`)),
  );
}

/** The card of the field where the clerk is, else of the one where the applicant is; a column's card counts in every row. */
export function cardNow(item: ServiceItem, room: RoomState, at: string | null): RuleCard | null {
  const theirs = Object.values(room.focuses).find((focus) => focus.by.role !== "CLERK")?.path;
  for (const path of [at, theirs]) {
    if (path == null) continue;
    const table = `/${path.slice(1).split("/")[0]}`;
    const card = item.cards.find((each) => each.path === definition(path) || each.path === table);
    if (card !== undefined) return card;
  }
  return null;
}
