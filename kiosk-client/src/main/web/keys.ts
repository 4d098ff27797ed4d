import { nothingTyped, type Writing } from "./chinese/writing.ts";

/** The pads of the keyboard on the screen, each for what is written into a box. */
export type Layout = "pinyin" | "text" | "code" | "digits" | "decimal" | "id" | "date";

/** What a key does: it writes itself, or one of these. */
export type Key = string | "delete" | "shift" | "space" | "letters" | "latin" | "chinese";

/** The keyboard that is open. `day` holds the digits of a date until it is whole: its box takes nothing less. */
export type Keys = {
  readonly layout: Layout;
  readonly shift: boolean;
  readonly day: string;
  /** Chinese that is being written. */
  readonly writing: Writing;
  /** The box it writes into: its name, its path in a form, and whether nobody else may write it. */
  readonly label: string;
  readonly path: string | null;
  readonly secret: boolean;
  /** A clerk was asked to write it. */
  readonly asked: boolean;
};

/** What is written once a box was touched. */
export const unpressed = { shift: false, day: "", writing: nothingTyped, asked: false } as const;

/** What of Chinese writing stands beside the letters: its marks, the dash of addresses and the dot inside names. */
const CHINESE_MARKS = ["，", "。", "-", "·", "（", "）"] as const;

/** The keys by their rows. A lying screen is wide, so that its pads of digits have two rows. */
export function rows(
  { layout, shift, secret }: Pick<Keys, "layout" | "shift" | "secret">,
  lying: boolean,
): readonly (readonly Key[])[] {
  switch (layout) {
    case "pinyin":
      return pinyin(lying);
    case "text":
      return letters(shift, "shift", secret ? [] : ["chinese"], ["-", ".", "space", "@", "_"], lying);
    case "code":
      return letters(true, "-", [], [], lying);
    case "decimal":
      return pad(["."], lying);
    case "id":
      return pad(["X"], lying);
    case "digits":
    case "date":
      return pad([], lying);
  }
}

function pad(more: readonly Key[], lying: boolean): readonly (readonly Key[])[] {
  if (lying)
    return [
      [..."12345", ...more],
      [..."67890", "delete"],
    ];
  return [[..."123"], [..."456"], [..."789"], [...more, "0", "delete"]];
}

const [DIGITS, TOP, MIDDLE, BOTTOM] = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"] as const;

function letters(
  upper: boolean,
  first: Key,
  before: readonly Key[],
  marks: readonly Key[],
  lying: boolean,
): readonly (readonly Key[])[] {
  const cased = (row: string) => [...(upper ? row.toUpperCase() : row)];
  const few = marks.filter((mark) => mark !== "@" && mark !== "_");
  if (lying) return [[...DIGITS, "delete"], cased(TOP), cased(MIDDLE), [first, ...cased(BOTTOM), ...few, ...before]];
  const last = [...before, ...marks];
  const rest = last.length === 0 ? [] : [last];
  return [[...DIGITS], cased(TOP), cased(MIDDLE), [first, ...cased(BOTTOM), "delete"], ...rest];
}

function pinyin(lying: boolean): readonly (readonly Key[])[] {
  if (lying)
    return [
      [...DIGITS, "delete"],
      [...TOP],
      [...MIDDLE, ...CHINESE_MARKS.slice(3)],
      ["latin", ...BOTTOM, ...CHINESE_MARKS.slice(0, 3), "space"],
    ];
  return [[...DIGITS], [...TOP], [...MIDDLE], ["latin", ...BOTTOM, "delete"], [...CHINESE_MARKS, "space"]];
}

/** The digits of a day as they are written, and the day once it is one: `2026-11-28`. */
export function written(day: string, key: Key): { day: string; value: string | null } {
  const next = key === "delete" ? day.slice(0, -1) : (day + key).slice(0, 8);
  if (next.length < 8) return { day: next, value: null };
  const value = `${next.slice(0, 4)}-${next.slice(4, 6)}-${next.slice(6)}`;
  const there = new Date(`${value}T00:00:00Z`);
  const real = !Number.isNaN(there.getTime()) && there.toISOString().startsWith(value);
  return { day: next, value: real ? value : null };
}

/** As it stands on the keyboard while it is being written: `1988-03-__`. */
export function shownDay(day: string): string {
  const filled = day.padEnd(8, "_");
  return `${filled.slice(0, 4)}-${filled.slice(4, 6)}-${filled.slice(6)}`;
}

/** The text after a key, and where the caret stands then; the same text where no more fits. */
export function pressed(
  text: string,
  from: number,
  to: number,
  key: Key,
  most: number,
): { text: string; caret: number } {
  const [before, after] = [text.slice(0, from), text.slice(to)];
  if (["shift", "letters", "latin", "chinese"].includes(key)) return { text, caret: to };
  if (key === "delete") {
    const kept = from === to ? [...before].slice(0, -1).join("") : before;
    return { text: kept + after, caret: kept.length };
  }
  const put = key === "space" ? " " : key;
  if (most >= 0 && before.length + put.length + after.length > most) return { text, caret: to };
  return { text: before + put + after, caret: before.length + put.length };
}
