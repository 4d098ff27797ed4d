import type { LocalText } from "../protocol.ts";
import { passedOver } from "../state/passed-over.ts";

export type Language = "zh" | "en";
export type Words = Readonly<Record<string, string | number>>;

let current: Language = "zh";

export function language(): Language {
  return current;
}

/** Chinese comes first; without the language on the page its characters would be drawn in their Japanese forms. */
export function setLanguage(next: Language): void {
  current = next;
  if (typeof document !== "undefined") document.documentElement.lang = next === "zh" ? "zh-CN" : "en";
}

/** A name or sentence that is data. */
export function local(text: LocalText): string {
  return text[current];
}

/** As a heading or a sentence begins; Chinese stays as it is. */
export function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/**
 * The sentences of a part of the program by their keys; `{name}` in a sentence is filled in, and `{name:place|places}` with the first
 * where it is one and the second where it is more or none. A key that only a newer server knows is no sentence, and is empty.
 */
export function sentences<Key extends string>(zh: Record<Key, string>, en: Record<Key, string>) {
  return (key: Key, words: Words = {}): string => {
    const sentence: string | undefined = (current === "zh" ? zh : en)[key];
    return sentence === undefined ? passedOver({ type: key } as never, "") : fill(sentence, words);
  };
}

export function fill(sentence: string, words: Words): string {
  return sentence
    .replace(/\{(\w+):([^|{}]*)\|([^{}]*)\}/g, (_, name: string, one: string, more: string) =>
      Number(words[name]) === 1 ? one : more,
    )
    .replace(/\{(\w+)\}/g, (whole, name: string) => String(words[name] ?? whole));
}
