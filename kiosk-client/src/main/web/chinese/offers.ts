import type { Word, Words } from "./words.ts";

/** What may be meant, and how many of the typed letters it stands for. */
export type Offer = { readonly text: string; readonly letters: number };

const LONGEST_SPELLING = 32;
const LONGEST_SYLLABLE = 6;
const COMPLETIONS = 6;

/** What may be meant by typed letters: first by all of them, then words for the first of them, the longest first. Each once. */
export function offered(words: Words, typed: string): readonly Offer[] {
  const letters = spelled(typed);
  const known = knownPart(words, letters);
  const exact = words.at(letters);
  const offers = [...offersOf(exact, letters.length)];
  if (exact.length === 0 || [...(exact[0]?.text ?? "")].length > 1)
    offers.push(...offersOf(words.beginning(letters, COMPLETIONS), letters.length));
  const together = sentence(words, letters);
  if (exact.length === 0 && together !== null)
    if (together.letters === letters.length) offers.unshift(together);
    else offers.push(together);
  for (let end = Math.min(letters.length - 1, LONGEST_SPELLING); end > 0; end--)
    if (goesOn(words, letters.slice(end, known))) offers.push(...offersOf(words.at(letters.slice(0, end)), end));
  if (offers.length === 0 && known > 0) offers.push(...offersOf(words.beginning(letters.slice(0, known), 30), known));
  const seen = new Set<string>();
  return offers.filter(({ text }) => !seen.has(text) && seen.add(text));
}

function offersOf(words: readonly Word[], letters: number): readonly Offer[] {
  return words.map(({ text }) => ({ text, letters }));
}

/** All of what was typed, by the words that are the likeliest together; without the last letters where they are no syllable yet. */
function sentence(words: Words, letters: string): Offer | null {
  const best: ({ readonly likely: number; readonly text: string } | undefined)[] = [{ likely: 0, text: "" }];
  for (let from = 0; from < letters.length; from++) {
    const before = best[from];
    if (before === undefined) continue;
    for (let to = from + 1; to <= Math.min(letters.length, from + LONGEST_SPELLING); to++) {
      const [word] = words.at(letters.slice(from, to));
      if (word === undefined) continue;
      const likely = before.likely + word.likely;
      if (likely > (best[to]?.likely ?? -Infinity)) best[to] = { likely, text: before.text + word.text };
    }
  }
  for (let end = letters.length; end > 0; end--) {
    const there = best[end];
    if (there !== undefined && words.hasBeginning(letters.slice(end))) return { text: there.text, letters: end };
  }
  return null;
}

/** Whether these letters are syllables, the last of which may not be whole yet. */
function goesOn(words: Words, letters: string): boolean {
  return knownPart(words, letters) === letters.length;
}

/** How many of the letters are syllables, the last of which may not be whole yet; what follows them is a slip of the finger. */
function knownPart(words: Words, letters: string): number {
  const reached = new Set([0]);
  let known = 0;
  for (const from of reached)
    for (let to = from + 1; to <= Math.min(letters.length, from + LONGEST_SYLLABLE); to++) {
      const part = letters.slice(from, to);
      if (words.has(part)) reached.add(to);
      if (words.hasBeginning(part)) known = Math.max(known, to);
    }
  return known;
}

/** ü is v in the list; nobody writes lve who learnt lue. */
function spelled(typed: string): string {
  return typed.replace(/([ln])ue/g, "$1ve");
}
