import type { Field, LocalText, Material, ServiceItem } from "../protocol.ts";
import { civilDay } from "./days.ts";
import { Derived } from "./derived.ts";
import { evaluate } from "./evaluation.ts";

/** What the applicant said of their situation (情形引导), by the paths of fields. */
export type Answers = Readonly<Record<string, string>>;

export type Question = {
  readonly field: Field;
  /** Empty texts for yes and no, which are words of the page. */
  readonly choices: readonly { readonly code: string; readonly label: LocalText | null }[];
  readonly answer: string;
};

/** A material, and whether it is surely wanted: false while that follows from what was not said. */
export type Wanted = { readonly material: Material; readonly sure: boolean };

/** What an item makes of the answers, as its form will once they stand in it. */
function situation(item: ServiceItem, answers: Answers, now: number): Derived {
  return new Derived({ item, value: (path) => answers[path] ?? "", rows: () => [], today: civilDay(now) });
}

/** What is asked before anybody waits: the questions that there are after these answers. */
export function questions(item: ServiceItem, answers: Answers, now: number): readonly Question[] {
  const form = situation(item, answers, now);
  return item.guide
    .map((path) => item.fields.find((field) => field.path === path))
    .filter((field) => field !== undefined)
    .filter((field) => form.shows(field.path))
    .map((field) => ({
      field,
      choices:
        field.kind === "YES_NO"
          ? [
              { code: "true", label: null },
              { code: "false", label: null },
            ]
          : form.offered(field, field.path),
      answer: answers[field.path] ?? "",
    }));
}

/** The answers that belong into the form: those to questions that are still asked, and offered there. */
export function said(item: ServiceItem, answers: Answers, now: number): readonly (readonly [string, string])[] {
  return questions(item, answers, now)
    .filter(({ answer, choices }) => choices.some((each) => each.code === answer))
    .map(({ field, answer }) => [field.path, answer] as const);
}

/** The materials for this situation; one whose need is not known yet is among them. */
export function wanted(item: ServiceItem, answers: Answers, now: number): readonly Wanted[] {
  const form = situation(item, answers, now);
  return item.materials.flatMap((material) => {
    const need = material.when == null ? "true" : evaluate(material.when, "", form);
    return need === "false" ? [] : [{ material, sure: need === "true" }];
  });
}
