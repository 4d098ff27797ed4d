import type { Expression } from "../protocol.ts";
import { day, daysBetween, yearsBetween, type Day } from "./days.ts";
import { compare, decimal, minus, plain, plus, times, type Decimal } from "./decimal.ts";

/** What a form tells of itself. Paths of columns have been given their row already where there is one. */
export type Facts = {
  /** What stands in a field; empty where it is hidden. */
  text(field: string): string;
  /** What people read of the choice in a field, in Chinese; empty where there is none. */
  label(field: string): string;
  /** What stands in the shown cells of a column. */
  column(column: string): readonly string[];
  rows(table: string): number;
  readonly today: string;
};

/**
 * Works an expression out, as the server's `Evaluation` does. Everything is a text; what is not known is the empty text.
 *
 * @param at the field or table for which it is asked: its row is the row of every column that is read
 */
export function evaluate(expression: Expression, at: string, facts: Facts): string {
  if (typeof expression === "string") return expression;
  const [operator, ...parts] = expression;
  const here = () => beside(at, String(parts[0]));
  const worth = (index: number) => evaluate(parts[index] ?? "", at, facts);
  switch (operator) {
    case "v":
      return facts.text(here());
    case "filled":
      return truth(facts.text(here()) !== "");
    case "label":
      return facts.label(here());
    case "sum":
      return total(facts.column(String(parts[0])), plus);
    case "count":
      return String(facts.rows(String(parts[0])));
    case "today":
      return facts.today;
    case "and":
      return all(parts, at, facts, "false", "true");
    case "or":
      return all(parts, at, facts, "true", "false");
    case "not":
      return ({ true: "false", false: "true" } as Record<string, string>)[worth(0)] ?? "";
    case "if": {
      const condition = worth(0);
      return condition === "true" ? worth(1) : condition === "false" ? worth(2) : "";
    }
    case "join":
      return parts.map((part) => evaluate(part, at, facts)).join("");
    default:
      return known(
        operator,
        parts.map((part) => evaluate(part, at, facts)),
      );
  }
}

export function holds(expression: Expression, at: string, facts: Facts): boolean {
  return evaluate(expression, at, facts) === "true";
}

/** Where `other` is for somebody who stands at `path`: a column means the one in the same row. */
export function beside(path: string, other: string): string {
  const here = path.slice(1).split("/");
  const there = other.slice(1).split("/");
  return there.length === 2 && here.length === 3 && here[0] === there[0]
    ? `/${there[0]}/${here[1]}/${there[1]}`
    : other;
}

/** The operators that know nothing where one of their arguments is not known. */
function known(operator: string, values: readonly string[]): string {
  if (values.includes("")) return "";
  const [first = "", second = ""] = values;
  switch (operator) {
    case "=":
      return truth(first === second);
    case "!=":
      return truth(first !== second);
    case "in":
      return truth(values.indexOf(first, 1) >= 0);
    case "<":
      return ordered(first, second, (order) => order < 0);
    case "<=":
      return ordered(first, second, (order) => order <= 0);
    case "+":
      return total(values, plus);
    case "-":
      return total(values, minus);
    case "*":
      return total(values, times);
    case "years":
      return between(first, second, yearsBetween);
    case "days":
      return between(first, second, daysBetween);
    default:
      return ""; // of a newer server; its word counts anyway
  }
}

function all(parts: readonly Expression[], at: string, facts: Facts, decides: string, otherwise: string): string {
  const values = parts.map((part) => evaluate(part, at, facts));
  if (values.includes(decides)) return decides;
  return values.every((value) => value === otherwise) ? otherwise : "";
}

function total(texts: readonly string[], step: (so: Decimal, next: Decimal) => Decimal): string {
  const numbers = texts.map(decimal);
  const [first, ...others] = numbers;
  if (first == null || numbers.includes(null)) return "";
  return plain(others.reduce<Decimal>((so, next) => step(so, next as Decimal), first));
}

function ordered(one: string, other: string, wanted: (order: number) => boolean): string {
  const numbers = [decimal(one), decimal(other)] as const;
  if (numbers[0] !== null && numbers[1] !== null) return truth(wanted(compare(numbers[0], numbers[1])));
  if (day(one) === null || day(other) === null) return "";
  return truth(wanted(one < other ? -1 : one > other ? 1 : 0));
}

function between(from: string, to: string, counted: (from: Day, to: Day) => number): string {
  const days = [day(from), day(to)] as const;
  return days[0] === null || days[1] === null ? "" : String(counted(days[0], days[1]));
}

function truth(is: boolean): string {
  return is ? "true" : "false";
}
