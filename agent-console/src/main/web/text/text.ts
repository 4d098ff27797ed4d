import { sentences } from "web-kit/text/language.ts";
import { en } from "./en.ts";
import { zh, type ConsoleKey } from "./zh.ts";

/** A sentence of the console or the board, in the language of the page. */
export const s = sentences<ConsoleKey>(zh, en);
