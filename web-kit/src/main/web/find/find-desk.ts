import type { LocalText } from "../protocol.ts";

/** An item that fits a question, and the centres that handle it, the wanted one first. */
export type Found = {
  readonly item: string;
  readonly title: LocalText;
  readonly summary: LocalText;
  readonly owners: readonly string[];
};

/** As many characters the server reads of a question. */
export const longestQuestion = 60;
const afterTheLastKey = 200;
const again = 2_000;

/** Asks the server which items fit a question, a moment after its last key. The newest question wins. */
export class FindDesk {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  /** @param found the items; null while they are not known */
  constructor(private readonly found: (found: readonly Found[] | null) => void) {}

  ask(question: string, near: string | null): void {
    this.forget();
    if (question.trim() === "") {
      this.found(null);
      return;
    }
    const number = this.asked;
    this.timer = setTimeout(() => void this.fetch(number, question, near), afterTheLastKey);
  }

  forget(): void {
    this.asked += 1;
    clearTimeout(this.timer);
  }

  private async fetch(number: number, question: string, near: string | null): Promise<void> {
    let found: readonly Found[] | null = null;
    try {
      const answer = await fetch("/api/find", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ question: [...question].slice(0, longestQuestion).join(""), near }),
      });
      if (answer.ok) found = ((await answer.json()) as { found: readonly Found[] }).found;
    } catch {
      // The network comes back.
    }
    if (number !== this.asked) return;
    if (found === null) this.timer = setTimeout(() => void this.fetch(number, question, near), again);
    else this.found(found);
  }
}
