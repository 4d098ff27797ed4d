import { pressed, written, type Key, type Keys, type Layout } from "./keys.ts";
import type { Touch } from "./touch.ts";

type Box = HTMLInputElement | HTMLTextAreaElement;

/**
 * The keyboard on the screen: it opens for a box that a finger touches, writes into it as a person types, so that everything that
 * listens to the box hears the same, and closes when the box is left or a key of a real keyboard is pressed.
 */
export class ScreenKeyboard {
  private byFinger = false;

  constructor(
    private readonly keys: () => Keys | null,
    private readonly touched: (change: Partial<Touch>) => void,
    /** Once the keyboard is drawn, the box is brought into sight above it. */
    private readonly opened: (box: HTMLElement) => void,
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
    else if (keys.layout === "date") {
      const { day, value } = written(keys.day, key);
      this.touched({ keys: { ...keys, day } });
      if (value !== null || box.value !== "") put(box, value ?? "");
    } else {
      const { length } = box.value;
      const { text, caret } = pressed(
        box.value,
        box.selectionStart ?? length,
        box.selectionEnd ?? length,
        key,
        box.maxLength,
      );
      if (text !== box.value) put(box, text);
      box.setSelectionRange(caret, caret);
      if (keys.shift) this.touched({ keys: { ...keys, shift: false } });
    }
  };

  /** 完成: the box is left, which writes it. */
  done = (): void => {
    if (isWritable(document.activeElement)) document.activeElement.blur();
    this.close();
  };

  private open(target: EventTarget | null): void {
    if (!isWritable(target) || target.closest(".dialog") !== null) return;
    this.touched({
      keys: {
        layout: layoutOf(target),
        shift: false,
        day: target.type === "date" ? target.value.replaceAll("-", "") : "",
        label: nameOf(target),
        path: target.closest<HTMLElement>("[data-path]")?.dataset["path"] ?? null,
        secret: target.type === "password",
        asked: false,
      },
    });
    this.opened(target);
  }

  private close(): void {
    if (this.keys() !== null) this.touched({ keys: null });
  }
}

/** As if it were typed: whoever listens to the box learns of it by the same event. */
function put(box: Box, text: string): void {
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
  return box.inputMode === "numeric" ? "digits" : box.inputMode === "decimal" ? "decimal" : "text";
}

function nameOf(box: Box): string {
  return box.labels?.[0]?.textContent.trim() ?? "";
}
