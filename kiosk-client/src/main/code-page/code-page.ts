import { html, render, type TemplateResult } from "lit";
import { language, setLanguage } from "web-kit/text/language.ts";

/** What a page behind a code knows of what the code stands for. */
export type Found<T> =
  | { at: "asking" }
  | { at: "found"; found: T }
  /** Nothing has this code, or the address holds none. */
  | { at: "unknown" }
  /** The network or the server; asking again may help. */
  | { at: "failed" };

export type CodePageActs = { again(): void; print(): void; switchLanguage(): void };

/** One request; the statuses in `unknown` say that there is nothing to be found. */
export async function answered<T>(request: () => Promise<Response>, unknown: readonly number[]): Promise<Found<T>> {
  try {
    const answer = await request();
    if (answer.ok) return { at: "found", found: (await answer.json()) as T };
    return { at: unknown.includes(answer.status) ? "unknown" : "failed" };
  } catch {
    return { at: "failed" };
  }
}

/** Asks once, and again when told to, and draws what is known by then. Chinese first. */
export function openCodePage<T>(
  ask: () => Promise<Found<T>>,
  view: (found: Found<T>, acts: CodePageActs) => TemplateResult,
): void {
  const page = document.querySelector("main")!;
  let found: Found<T> = { at: "asking" };
  const acts: CodePageActs = {
    again: () => void look(),
    print: () => print(),
    switchLanguage: () => {
      setLanguage(language() === "zh" ? "en" : "zh");
      draw();
    },
  };
  const draw = () => render(view(found, acts), page);
  const look = async () => {
    found = { at: "asking" };
    draw();
    found = await ask();
    draw();
  };
  setLanguage("zh");
  void look();
}

/** What frames both pages: the product's name, the other language, and that nothing of anybody stands here. */
export function codePage(
  words: { product: string; language: string; privacy: string },
  acts: CodePageActs,
  content: TemplateResult,
): TemplateResult {
  return html`<header class="top">
      <p>${words.product}</p>
      <button type="button" class="link" @click=${acts.switchLanguage}>${words.language}</button>
    </header>
    <div class="found" aria-live="polite">${content}</div>
    <p class="caption">${words.privacy}</p>`;
}
