import { sentences } from "../text/language.ts";
import type { Finding } from "./finding.ts";
import { aroundEn, codesEn } from "./words-en.ts";
import { aroundZh, codesZh, type AroundKey, type Code } from "./words-zh.ts";

const ofCode = sentences<Code>(codesZh, codesEn);

/** What the screens and the slip say around the findings. */
export const d = sentences<AroundKey>(aroundZh, aroundEn);

/** What a finding means for the call and what to do, in the language of the page. */
export function sentence(finding: Finding): string {
  return ofCode(finding.code, finding.words);
}
