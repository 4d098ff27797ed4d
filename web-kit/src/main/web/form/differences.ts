import type { LocalText, ServiceItem } from "../protocol.ts";

/** A part of an item that differs between two packages of it. */
export type Difference = {
  readonly part: Part;
  readonly how: "ADDED" | "REMOVED" | "CHANGED";
  /** What it is called; a rule has its id in both languages. Empty for what there is once. */
  readonly name: LocalText | null;
  /** What it said and says, where that is one sentence. */
  readonly from: LocalText | null;
  readonly to: LocalText | null;
};

export type Part =
  | "TIME_LIMIT"
  | "FEE"
  | "RESULT"
  | "TITLE"
  | "MATERIAL"
  | "FIELD"
  | "TABLE"
  | "PAGE"
  | "RULE"
  | "CARD"
  | "DECLARATION"
  | "AGREEMENT"
  | "LOOKUP";

/** What changes for whoever files an item from one package of it to another, the most telling first. Pure. */
export function differences(before: ServiceItem, after: ServiceItem): readonly Difference[] {
  return [
    ...sentence("TITLE", before.title, after.title),
    ...sentence("TIME_LIMIT", before.timeLimit, after.timeLimit),
    ...sentence("FEE", before.fee, after.fee),
    ...sentence("RESULT", before.result, after.result),
    ...things(
      "MATERIAL",
      before.materials,
      after.materials,
      (each) => each.code,
      (each) => each.name,
    ),
    ...things(
      "FIELD",
      before.fields,
      after.fields,
      (each) => each.path,
      (each) => each.label,
    ),
    ...things(
      "TABLE",
      before.tables,
      after.tables,
      (each) => each.path,
      (each) => each.label,
    ),
    ...things(
      "PAGE",
      before.pages,
      after.pages,
      (each) => each.id,
      (each) => each.title,
    ),
    ...things(
      "RULE",
      before.rules,
      after.rules,
      (each) => each.id,
      (each) => ("say" in each ? each.say : both(each.id)),
    ),
    ...things(
      "CARD",
      before.cards,
      after.cards,
      (each) => each.path,
      (each) => labelAt(each.path, before, after),
      (each) => each.wants,
    ),
    ...things(
      "DECLARATION",
      before.declarations,
      after.declarations,
      (each) => each.code,
      (each) => each.text,
    ),
    ...things(
      "AGREEMENT",
      before.agreements,
      after.agreements,
      (each) => each.code,
      (each) => each.text,
    ),
    ...things(
      "LOOKUP",
      before.lookups ?? [],
      after.lookups ?? [],
      (each) => each.code,
      (each) => each.name,
    ),
  ];
}

function sentence(part: Part, from: LocalText, to: LocalText): readonly Difference[] {
  return same(from, to) ? [] : [{ part, how: "CHANGED", name: null, from, to }];
}

function things<T>(
  part: Part,
  before: readonly T[],
  after: readonly T[],
  key: (thing: T) => string,
  name: (thing: T) => LocalText,
  words: (thing: T) => LocalText | null = () => null,
): readonly Difference[] {
  const was = new Map(before.map((each) => [key(each), each]));
  const is = new Map(after.map((each) => [key(each), each]));
  const said = (thing: T | undefined) => (thing === undefined ? null : words(thing));
  const only = (how: Difference["how"], thing: T): Difference => ({
    part,
    how,
    name: name(thing),
    from: how === "ADDED" ? null : said(was.get(key(thing))),
    to: how === "REMOVED" ? null : said(thing),
  });
  return [
    ...after.filter((each) => !was.has(key(each))).map((each) => only("ADDED", each)),
    ...before.filter((each) => !is.has(key(each))).map((each) => only("REMOVED", each)),
    ...after
      .filter((each) => was.has(key(each)) && !same(was.get(key(each)), each))
      .map((each) => only("CHANGED", each)),
  ];
}

/** What a field or table is called in the newer of the two. */
function labelAt(path: string, before: ServiceItem, after: ServiceItem): LocalText {
  const parts = [...after.fields, ...after.tables, ...before.fields, ...before.tables];
  return parts.find((each) => each.path === path)?.label ?? both(path);
}

const both = (id: string): LocalText => ({ zh: id, en: id });

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
