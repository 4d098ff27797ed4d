import { offered, type Offer } from "./offers.ts";
import type { Words } from "./words.ts";

/** Pinyin that no word was chosen for yet, what may be meant by it, and the first of that which is shown. */
export type Writing = { readonly typed: string; readonly offers: readonly Offer[]; readonly from: number };

export const nothingTyped: Writing = { typed: "", offers: [], from: 0 };

/** Longer than any place in one breath; what is typed beyond it is not taken. */
const MOST_LETTERS = 40;

/** What may be meant by these letters. Without the list of words, which may still be on its way, nothing. */
export function writing(typed: string, words: Words | null): Writing {
  const letters = typed.slice(0, MOST_LETTERS);
  return { typed: letters, offers: words === null || letters === "" ? [] : offered(words, letters), from: 0 };
}

/** What is left to write once somebody has chosen a word. */
export function afterChoice({ typed }: Writing, chosen: Offer, words: Words | null): Writing {
  return writing(typed.slice(chosen.letters), words);
}

/** All of it as words, the first that are shown and then the likeliest; letters that are no pinyin stay letters. */
export function settled(now: Writing, words: Words | null): string {
  const first = now.offers[now.from];
  if (first === undefined) return now.typed;
  return first.text + settled(afterChoice(now, first, words), words);
}

/** The words by pages of what has room: where each begins. A page has one word at least. */
export function pages(offers: readonly Offer[], room: number, widthOf: (text: string) => number): readonly number[] {
  const starts: number[] = [];
  let left = 0;
  offers.forEach(({ text }, at) => {
    const width = widthOf(text);
    if (at === 0 || width > left) {
      starts.push(at);
      left = room;
    }
    left -= width;
  });
  return starts;
}
