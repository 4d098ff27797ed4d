import { language } from "web-kit/text/language.ts";
import { chineseWords } from "./chinese/load.ts";
import type { Offer } from "./chinese/offers.ts";
import type { Words } from "./chinese/words.ts";
import { afterChoice, nothingTyped, settled, writing } from "./chinese/writing.ts";
import { pressed, unpressed, written, type Key, type Keys, type Layout } from "./keys.ts";
import type { Touch } from "./touch.ts";

/** Whether a real key was pressed for the page. Keys with which a word is being chosen are for the input method alone. */
export function isKey(event: Pick<KeyboardEvent, "key" | "isComposing">, key: string): boolean {
  return event.key === key && !event.isComposing;
}

type Box = HTMLInputElement | HTMLTextAreaElement;

/**
 * The keyboard on the screen: it opens for a box that a finger touches, writes into it as a person types, so that everything that
 * listens to the box hears the same, and closes when the box is left or a key of a real keyboard is pressed.
 */
export class ScreenKeyboard {
  private byFinger = false;
  private words: Words | null = null;

  /** @param fetchWords brings the words of Chinese, the first time that somebody may write it */
  constructor(
    private readonly keys: () => Keys | null,
    private readonly touched: (change: Partial<Touch>) => void,
    /** Once the keyboard is drawn, the box is brought into sight above it. */
    private readonly opened: (box: HTMLElement) => void,
    private readonly fetchWords: () => Promise<Words> = chineseWords,
  ) {}

  listen(): void {
    addEventListener("pointerdown", (event) => (this.byFinger = event.pointerType === "touch"), { capture: true });
    document.addEventListener("click", ({ target }) => this.byFinger && this.open(target));
    document.addEventListener("focusin", ({ target }) => this.keys() !== null && this.open(target));
    document.addEventListener("focusout", ({ relatedTarget }) => !isWritable(relatedTarget) && this.close());
    // The keys on the screen make no key events: these are somebody's real ones.
    addEventListener("keydown", ({ isTrusted }) => isTrusted && this.close(), { capture: true });
  }

  press = (key: Key): void => {
    const keys = this.keys();
    const box = document.activeElement;
    if (keys === null || !isWritable(box)) return;
    if (key === "shift") this.touched({ keys: { ...keys, shift: !keys.shift } });
    else if (key === "letters") this.touched({ keys: { ...keys, layout: "code" } });
    else if (key === "chinese") this.chinese({ ...keys, layout: "pinyin", shift: false });
    else if (key === "latin") {
      put(box, keys.writing.typed);
      this.touched({ keys: { ...keys, layout: "text", writing: nothingTyped } });
    } else if (keys.layout === "pinyin") this.pressPinyin(keys, box, key);
    else if (keys.layout === "date") {
      const { day, value } = written(keys.day, key);
      this.touched({ keys: { ...keys, day } });
      if (value !== null || box.value !== "") write(box, value ?? "");
    } else {
      put(box, key);
      if (keys.shift) this.touched({ keys: { ...keys, shift: false } });
    }
  };

  /** A letter is kept until a word is chosen for it; anything else is written, after the words that were offered first. */
  private pressPinyin(keys: Keys, box: Box, key: Key): void {
    const { typed } = keys.writing;
    const type = (letters: string) => this.touched({ keys: { ...keys, writing: writing(letters, this.words) } });
    if (/^[a-z]$/.test(key)) type(typed + key);
    else if (typed === "") put(box, key);
    else if (key === "delete") type(typed.slice(0, -1));
    else {
      const words = settled(keys.writing, this.words);
      if (put(box, key === "space" ? words : words + key)) type("");
    }
  }

  /** One of the words that are offered. What has no room in the box stays offered. */
  choose = (offer: Offer): void => {
    const keys = this.keys();
    const box = document.activeElement;
    if (keys === null || !isWritable(box) || !put(box, offer.text)) return;
    this.touched({ keys: { ...keys, writing: afterChoice(keys.writing, offer, this.words) } });
  };

  /** Shows the words that are offered from this one on. */
  turnOffers = (from: number): void => {
    const keys = this.keys();
    if (keys !== null) this.touched({ keys: { ...keys, writing: { ...keys.writing, from } } });
  };

  /** 完成: the box is left, which writes it. */
  done = (): void => {
    const keys = this.keys();
    const box = document.activeElement;
    if (isWritable(box)) {
      if (keys !== null && keys.writing.typed !== "") put(box, settled(keys.writing, this.words));
      box.blur();
    }
    this.close();
  };

  private open(target: EventTarget | null): void {
    if (!isWritable(target) || target.closest(".dialog") !== null) return;
    const keys: Keys = {
      ...unpressed,
      layout: layoutOf(target),
      day: target.type === "date" ? target.value.replaceAll("-", "") : "",
      label: nameOf(target),
      path: target.closest<HTMLElement>("[data-path]")?.dataset["path"] ?? null,
      secret: target.type === "password",
    };
    if (keys.layout === "pinyin") this.chinese(keys);
    else this.touched({ keys });
    this.opened(target);
  }

  /** Letters are taken at once; words are offered for them as soon as these are there. Without them it is a keyboard of letters. */
  private chinese(keys: Keys): void {
    this.touched({ keys });
    if (this.words !== null) return;
    const now = () => (this.keys()?.layout === "pinyin" ? this.keys() : null);
    this.fetchWords().then(
      (words) => {
        this.words = words;
        const open = now();
        if (open !== null) this.touched({ keys: { ...open, writing: writing(open.writing.typed, words) } });
      },
      () => now() !== null && this.press("latin"),
    );
  }

  private close(): void {
    if (this.keys() !== null) this.touched({ keys: null });
  }
}

/** Writes a key or words where the caret stands; whether it had room. */
function put(box: Box, key: Key): boolean {
  const { length } = box.value;
  const [from, to] = [box.selectionStart ?? length, box.selectionEnd ?? length];
  const { text, caret } = pressed(box.value, from, to, key, box.maxLength);
  const fits = text !== box.value || key === "" || key === "delete";
  if (text !== box.value) write(box, text);
  box.setSelectionRange(caret, caret);
  return fits;
}

/** As if it were typed: whoever listens to the box learns of it by the same event. */
function write(box: Box, text: string): void {
  box.value = text;
  box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
}

function isWritable(target: EventTarget | null): target is Box {
  const box = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && isText(target.type));
  return box && !target.readOnly && !target.disabled;
}

function isText(type: string): boolean {
  return type === "text" || type === "password" || type === "date";
}

function layoutOf(box: Box): Layout {
  if (box.type === "date") return "date";
  const { keys } = box.dataset;
  if (keys === "id" || keys === "code") return keys;
  if (box.inputMode === "numeric") return "digits";
  if (box.inputMode === "decimal") return "decimal";
  return language() === "zh" && box.type !== "password" ? "pinyin" : "text";
}

function nameOf(box: Box): string {
  return box.labels?.[0]?.textContent.trim() ?? "";
}
