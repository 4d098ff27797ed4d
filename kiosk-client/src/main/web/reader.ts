import { canReadAloud, readAloud, stopReading } from "web-kit/text/read-aloud.ts";
import { isReading, setReading } from "./appearance.ts";
import { wordsOfField, wordsOfScreen } from "./spoken.ts";

/**
 * 朗读: from the touch that begins it to the one that ends it, every screen is read when it comes, and every box and button that the
 * focus reaches. Beside a clerk who speaks nothing is read by itself: one touch reads the screen once.
 */
export class Reader {
  private read = "";

  constructor(
    private readonly root: HTMLElement,
    private readonly beside: () => boolean,
    private readonly changed: () => void,
  ) {}

  listen(): void {
    this.root.addEventListener("focusin", ({ target }) => target instanceof Element && this.focused(target));
    // A browser learns of its voices some time after it has started.
    if ("speechSynthesis" in globalThis) speechSynthesis.addEventListener?.("voiceschanged", this.changed);
  }

  turn(): void {
    if (isReading()) this.stop();
    else {
      setReading(true);
      const field = document.activeElement?.closest(".field");
      this.read = this.shown();
      this.say(field == null ? wordsOfScreen(this.root) : wordsOfField(field));
    }
    this.changed();
  }

  /** After each drawing: another screen is read, the same one is not read again. */
  drawn(): void {
    if (!isReading() || this.beside()) return;
    const shown = this.shown();
    if (shown === this.read) return;
    this.read = shown;
    if (canReadAloud()) this.say(wordsOfScreen(this.root));
  }

  stop(): void {
    setReading(false);
    stopReading();
  }

  private focused(target: Element): void {
    if (!isReading() || this.beside() || this.shown() !== this.read) return;
    const field = target.closest(".field");
    if (field !== null) this.say(wordsOfField(field));
    else if (target.matches("button:focus-visible")) this.say(target.textContent.replace(/\s+/g, " ").trim());
  }

  private say(words: string): void {
    readAloud(words, () => this.beside() && isReading() && (this.stop(), this.changed()));
  }

  /** By which a screen is told from another. */
  private shown(): string {
    const sheet = this.root.querySelector(".dialog");
    const front = sheet ?? this.root.querySelector("main");
    const heading = front?.querySelector("h1, h2")?.textContent ?? "";
    // A sheet that was waiting for what it shows is another once that is there.
    return `${front?.className ?? ""} ${heading} ${sheet?.querySelectorAll("p, button").length ?? ""} ${document.documentElement.lang}`;
  }
}
