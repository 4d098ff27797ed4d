import { isMaskedAt } from "web-kit/form/paths.ts";
import { t } from "web-kit/text/text.ts";
import type { LocalEdits } from "web-kit/room/edits.ts";
import type { KioskState } from "./kiosk-screen.ts";
import { say } from "./text/text.ts";
import type { Touch } from "./touch.ts";

// What of a screen is read aloud: its words as they stand there. What is in a box is no word of the screen and is never read.

/** The words of what is in front: the sheet that lies over the page, or the page between its top line and its dock. */
export function wordsOfScreen(root: ParentNode): string {
  const front = root.querySelector(".dialog") ?? root.querySelector("main");
  return front === null ? "" : sentence(wordsOf(front));
}

/** What a box is called, whether something stands in it, its hint, and what is wrong with it. */
export function wordsOfField(field: Element): string {
  const box = field.querySelector<HTMLInputElement | HTMLTextAreaElement>("input.input, textarea.input");
  const filled = box === null ? [] : [t(box.value === "" ? "field.empty" : "field.filled")];
  return sentence([
    ...wordsIn(field, ".field__head"),
    ...filled,
    ...wordsIn(field, ".choices, .field__hint, .field__wrong, .suggestion"),
  ]);
}

/** What is in a field that no clerk sees whole, in one that others wrote too, and every code on the way: none of it is said in a hall. */
export function unspoken(
  { room, item, resumeCode, phone }: KioskState,
  touch: Touch,
  edits: LocalEdits,
): readonly string[] {
  const codes = [
    touch.code,
    touch.resumeCode,
    touch.lastDigits,
    resumeCode?.code ?? "",
    phone?.code ?? "",
    touch.keys?.day ?? "",
  ];
  if (room === null) return codes;
  const masked = (path: string) => isMaskedAt(item, path);
  const written = Object.entries(room.fields).flatMap(([path, { value }]) => (masked(path) ? [value] : []));
  const typed = Object.entries(edits).flatMap(([path, { text, trouble }]) =>
    masked(path) ? [text, trouble?.at === "conflict" ? trouble.current.value : ""] : [],
  );
  const drafts = Object.entries(room.drafts).flatMap(([path, { text }]) => (masked(path) ? [text] : []));
  const proposed = room.suggestions.flatMap(({ path, value }) => (masked(path) ? [value] : []));
  return [...codes, ...written, ...typed, ...drafts, ...proposed, ...Object.values(room.revealed)];
}

function wordsIn(field: Element, selector: string): readonly string[] {
  return [...field.querySelectorAll(selector)].flatMap(wordsOf);
}

/** One entry for each stretch of text that is seen, in its order. */
function wordsOf(element: Element): readonly string[] {
  if (element.matches("[aria-hidden=true], svg, video, canvas, script, style")) return [];
  // An element that lends its place to its children has no box of its own.
  if (!element.checkVisibility() && getComputedStyle(element).display !== "contents") return [];
  if (element.matches("[data-unspoken]")) return [t("read.unspoken")];
  const words: string[] = [];
  for (const child of element.childNodes) {
    if (child instanceof Element) words.push(...wordsOf(child));
    else if (child instanceof Text && child.data.trim() !== "") words.push(child.data.replace(/\s+/g, " ").trim());
  }
  return element.matches(".choice--on, .option--on") ? [...words, say("read.chosen")] : words;
}

function sentence(words: readonly string[]): string {
  return words.map((each) => (/[。！？，：.!?,:]$/.test(each) ? each : `${each}，`)).join("");
}
