import { sentences } from "web-kit/text/language.ts";
import { en } from "./en.ts";
import { zh, type KioskKey } from "./zh.ts";

/** A sentence of the kiosk in the language of the page. */
export const say = sentences<KioskKey>(zh, en);
