import { pinyin } from "pinyin-pro";

// The list of words of the keyboard on the screen, made when the pages are built.

/** How a word is read, one syllable for each character, without tones and with ü as v. */
export type Readings = {
  readonly of: (word: string) => readonly string[];
  /** Every way in which a single character may be read. */
  readonly all: (character: string) => readonly string[];
};

type Word = { readonly text: string; readonly often: number; readonly kind: string };

/** At least so often a word of ours is written at a kiosk: more often than what is spelled the same in a newspaper. */
const OURS = 4_000;

/** Stands in the list itself, before all letters: whoever passes it on passes this on. */
const SOURCES =
  "! Words and how often they are written: jieba, MIT, (c) Sun Junyi, (c) LongYinan; how they are read: pinyin-pro, MIT, (c) zh-lx";

/** Names of foreigners, turns of phrase and the like are left out where they are rare: who fills in a form has no use for them. */
const RARE = 3;
const KINDS_THAT_STAY = new Set(["ns", "nt", "nz", "vn", "j", "s", ""]);

/** The list of a dictionary's words and our own, as pinyin-pro reads them. */
export function wordList(dictionary: string, own: string): string {
  const plain = { toneType: "none", type: "array", v: true } as const;
  const readings = {
    of: (word: string) => pinyin(word, plain),
    all: (character: string) => [...new Set(pinyin(character, { ...plain, multiple: true }))],
  };
  return wordListOf(dictionary, own, readings, charactersOfToday());
}

/** Those of GB 2312. */
function charactersOfToday(): ReadonlySet<string> {
  const decoder = new TextDecoder("gbk");
  const rows = Array.from({ length: 0xf7 - 0xaf }, (_, at) => 0xb0 + at);
  const cells = Array.from({ length: 0xfe - 0xa0 }, (_, at) => 0xa1 + at);
  return new Set(rows.flatMap((row) => cells.map((cell) => decoder.decode(Uint8Array.of(row, cell)))));
}

/**
 * The list: one line for each spelling, in the order of their letters, then its words, the usual before the rare, each with a letter
 * for how often it is written: `banli 办理p`. Each letter stands for e^½ times as often as the one before.
 *
 * @param dictionary lines of a word, how often it was met, and what kind of word it is
 * @param own words that it lacks, one a line
 * @param usual the characters that are written today; by itself any other comes last
 */
export function wordListOf(dictionary: string, own: string, readings: Readings, usual: ReadonlySet<string>): string {
  const words = [...parse(dictionary), ...own.split("\n").filter(isWord).map(ours)];
  const spelled = new Map<string, Map<string, number>>();
  const add = (spelling: string, text: string, often: number) => {
    const there = spelled.get(spelling) ?? new Map<string, number>();
    spelled.set(spelling, there.set(text, Math.max(often, there.get(text) ?? 0)));
  };
  const shares = new Map<string, Map<string, number>>();
  for (const { text, often } of words.filter(({ text }) => [...text].length > 1)) {
    const syllables = readings.of(text);
    add(syllables.join(""), text, often);
    [...text].forEach((character, at) => count(shares, character, syllables[at] ?? "", often));
  }
  for (const { text, often } of words.filter(({ text }) => [...text].length === 1)) {
    const ways = readings.all(text);
    for (const [at, way] of ways.entries())
      add(way, text, usual.has(text) ? often * share(shares.get(text), way, at, ways.length) : 0);
  }
  return [
    SOURCES,
    ...[...spelled]
      .filter(([spelling]) => /^[a-z]+$/.test(spelling))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(
        ([spelling, those]) =>
          `${spelling} ${[...those]
            .sort(([, one], [, other]) => other - one)
            .map(written)
            .join("")}`,
      ),
  ].join("\n");
}

function parse(dictionary: string): readonly Word[] {
  return dictionary
    .split("\n")
    .map((line) => line.split(" "))
    .map(([text = "", often = "0", kind = ""]) => ({ text, often: Number(often), kind }))
    .filter(
      ({ text, often, kind }) => isWord(text) && (often > RARE || KINDS_THAT_STAY.has(kind) || [...text].length === 1),
    );
}

function ours(text: string): Word {
  return { text, often: OURS, kind: "" };
}

function isWord(text: string): boolean {
  return /^\p{Script=Han}{1,8}$/u.test(text);
}

function count(shares: Map<string, Map<string, number>>, character: string, way: string, often: number): void {
  const those = shares.get(character) ?? new Map<string, number>();
  shares.set(character, those.set(way, (those.get(way) ?? 0) + often));
}

/** How much of what is written with a character is read this way, as far as words tell; some of it for each way that exists. */
function share(those: Map<string, number> | undefined, way: string, at: number, ways: number): number {
  const least = ways === 1 ? 1 : at === 0 ? 0.2 : 0.01;
  if (those === undefined) return least;
  const whole = [...those.values()].reduce((sum, each) => sum + each, 0);
  return Math.max(least, (those.get(way) ?? 0) / whole);
}

function written([text, often]: [string, number]): string {
  const step = Math.min(25, Math.max(0, Math.round(2 * Math.log(Math.max(often, 1)))));
  return text + String.fromCharCode(97 + step);
}
