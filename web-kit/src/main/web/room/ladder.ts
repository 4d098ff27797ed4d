import type { GrantScope, RoomMessage } from "../protocol.ts";

/** The rungs of the clerk's ladder, the lowest first. */
export const RUNGS: readonly GrantScope[] = ["SEE_FORM", "POINT", "SUGGEST", "EDIT_FORM"];

/** How far the applicant lets the clerk go. A rung includes those below it. */
export type Ladder = {
  /** The highest rung that is given. */
  readonly reaches: GrantScope | null;
  /** A higher one, which the clerk asked for. */
  readonly asked: GrantScope | null;
};

/** What calling gives. */
export const byCalling: Ladder = { reaches: "SUGGEST", asked: null };

export function reaching(reaches: GrantScope | null, asked: GrantScope | null = null): Ladder {
  return { reaches, asked };
}

export function has(ladder: Ladder, scope: GrantScope): boolean {
  return height(ladder.reaches) >= height(scope);
}

export function asked(ladder: Ladder, scope: GrantScope): Ladder {
  return has(ladder, scope) ? ladder : { ...ladder, asked: scope };
}

export function given(ladder: Ladder, scope: GrantScope): Ladder {
  if (has(ladder, scope)) return ladder;
  return { reaches: scope, asked: height(ladder.asked) > height(scope) ? ladder.asked : null };
}

/** Withdraws a rung and those above it; where they were only asked for, that is over. */
export function ended(ladder: Ladder, scope: GrantScope): Ladder {
  return {
    reaches: has(ladder, scope) ? (RUNGS[height(scope) - 1] ?? null) : ladder.reaches,
    asked: height(ladder.asked) < height(scope) ? ladder.asked : null,
  };
}

/** The lowest rung that the clerk has not and did not ask for yet; one thing at a time. */
export function toAskFor(ladder: Ladder): GrantScope | null {
  return ladder.asked === null ? (RUNGS.find((scope) => !has(ladder, scope)) ?? null) : null;
}

export function toldLadder(grants: (RoomMessage & { type: "RoomSnapshot" })["grants"]): Ladder {
  const of = (state: "GIVEN" | "ASKED") => grants.filter((grant) => grant.state === state).map((grant) => grant.scope);
  const highest = of("GIVEN").toSorted((one, other) => height(other) - height(one));
  return { reaches: highest[0] ?? null, asked: of("ASKED")[0] ?? null };
}

function height(scope: GrantScope | null): number {
  return scope === null ? -1 : RUNGS.indexOf(scope);
}
