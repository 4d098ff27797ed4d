import type { Expression, Field, Issue, Rule, ServiceItem } from "../protocol.ts";
import { evaluate, holds, type Facts } from "./evaluation.ts";

/** A form as far as rules look at it. */
export type Written = {
  readonly item: ServiceItem;
  /** What somebody wrote into a field. */
  value(path: string): string;
  /** The rows of a table, in order. */
  rows(table: string): readonly string[];
  /** The civil day on which the form was last written. */
  readonly today: string;
};

/** What the rules of an item make of a form: the screens' twin of the server's `Derived`. The server's word counts. */
export class Derived implements Facts {
  readonly today: string;
  private readonly shown = new Map<string, boolean>();
  private readonly texts = new Map<string, string>();

  constructor(private readonly form: Written) {
    this.today = form.today;
  }

  shows(path: string): boolean {
    let known = this.shown.get(path);
    if (known === undefined) {
      const parts = path.slice(1).split("/");
      known =
        (parts.length === 1 || this.passes(`/${parts[0]}`, `/${parts[0]}`)) && this.passes(definition(path), path);
      this.shown.set(path, known);
    }
    return known;
  }

  requires(field: Field, path: string): boolean {
    return (
      field.required ||
      this.rules("Requires").some((rule) => rule.require.includes(field.path) && holds(rule.when, path, this))
    );
  }

  /** Whether a field of the item follows from others. */
  computes(field: Field): boolean {
    return this.rule(field.path) !== undefined;
  }

  /** The choices that a field has now. */
  offered(field: Field, path: string): Field["choices"] {
    return this.rules("Offers")
      .filter((rule) => rule.at === field.path && (rule.when == null || holds(rule.when, path, this)))
      .reduce((left, rule) => left.filter((choice) => rule.only.includes(choice.code)), field.choices);
  }

  /** What stands in a field, shown or not: what was written, or what is computed. */
  whole(path: string): string {
    const rule = this.rule(definition(path));
    if (rule === undefined) return this.form.value(path);
    let known = this.texts.get(path);
    if (known === undefined) {
      known = evaluate(rule.to, path, this);
      this.texts.set(path, known);
    }
    return known;
  }

  text(path: string): string {
    return this.exists(path) && this.shows(path) ? this.whole(path) : "";
  }

  label(path: string): string {
    const code = this.text(path);
    const field = this.form.item.fields.find((each) => each.path === definition(path));
    return field?.choices.find((choice) => choice.code === code)?.label.zh ?? "";
  }

  column(column: string): readonly string[] {
    const [table = "", name = ""] = column.slice(1).split("/");
    return this.form
      .rows(`/${table}`)
      .map((row) => `/${table}/${row}/${name}`)
      .filter((path) => this.shows(path))
      .map((path) => this.whole(path));
  }

  rows(table: string): number {
    return this.form.rows(table).length;
  }

  /** What the rules ask in vain. A field has one issue at a time, and none where `wrong` says so; a table may have several. */
  broken(wrong: (path: string) => boolean): readonly Issue[] {
    const found: Issue[] = [];
    for (const rule of this.rules("Demands")) {
      for (const path of this.places(rule.at)) {
        const judged = !this.isTable(path) && (wrong(path) || found.some((issue) => issue.path === path));
        if (this.shows(path) && !judged && this.asksInVain(rule, path)) {
          found.push({ path, code: `rule.${rule.id}`, args: this.words(rule.with, path) });
        }
      }
    }
    return found;
  }

  private asksInVain(rule: Extract<Rule, { type: "Demands" }>, path: string): boolean {
    return (rule.when == null || holds(rule.when, path, this)) && evaluate(rule.must, path, this) === "false";
  }

  private isTable(path: string): boolean {
    return this.form.item.tables.some((table) => table.path === path);
  }

  private words(asked: Readonly<Record<string, Expression>>, path: string): Record<string, string> {
    return Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, evaluate(value, path, this)]));
  }

  private passes(place: string, at: string): boolean {
    const rules = this.rules("Shows").filter((rule) => rule.show.includes(place));
    return rules.length === 0 || rules.some((rule) => holds(rule.when, at, this));
  }

  private exists(path: string): boolean {
    const parts = path.slice(1).split("/");
    return parts.length !== 2 && (parts.length === 1 || this.form.rows(`/${parts[0]}`).includes(parts[1] ?? ""));
  }

  private places(at: string): readonly string[] {
    const [table = "", column] = at.slice(1).split("/");
    return column === undefined ? [at] : this.form.rows(`/${table}`).map((row) => `/${table}/${row}/${column}`);
  }

  private rule(field: string) {
    return this.rules("Computes").find((rule) => rule.set === field);
  }

  private rules<T extends Rule["type"]>(type: T): Extract<Rule, { type: T }>[] {
    return this.form.item.rules.filter((rule): rule is Extract<Rule, { type: T }> => rule.type === type);
  }
}

/** `/investors/r1/name` is written by the definition `/investors/name`; others are their own. */
export function definition(path: string): string {
  const parts = path.slice(1).split("/");
  return parts.length === 3 ? `/${parts[0]}/${parts[2]}` : path;
}
