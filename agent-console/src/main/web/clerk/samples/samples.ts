import type { SampleWords } from "../../shared/sample-words.ts";
import type { ClerkPage } from "../clerk-page.ts";

/** Screens by name. */
export type Samples = Readonly<Record<string, (words: SampleWords) => ClerkPage>>;
