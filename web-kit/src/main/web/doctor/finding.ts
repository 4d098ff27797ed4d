import type { Words } from "../text/language.ts";
import type { Exam } from "./facts.ts";
import type { Code } from "./words-zh.ts";

/** 好, 要注意, 不通, and what there is nothing to say of. */
export type Grade = "good" | "mind" | "blocked" | "none";

/** What an examination found. `figures`: what was measured, in signs that need no language. */
export type Finding = {
  readonly exam: Exam;
  readonly grade: Grade;
  readonly code: Code;
  readonly words: Words;
  readonly figures: string;
};

export function finding(exam: Exam, grade: Grade, code: Code, figures = "", words: Words = {}): Finding {
  return { exam, grade, code, words, figures };
}

/** "12.4 Mbit/s" */
export function rate(bits: number | null): string {
  if (bits === null) return "–";
  return bits >= 1e6 ? `${(bits / 1e6).toFixed(1)} Mbit/s` : `${Math.round(bits / 1e3)} kbit/s`;
}
