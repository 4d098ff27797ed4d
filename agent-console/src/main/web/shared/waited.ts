import { html, nothing, type TemplateResult } from "lit";
import { lasting } from "web-kit/text/time.ts";
import { s } from "../text/text.ts";

/** Whoever waits longer than this is looked after first. */
export const LONG_WAIT_MINUTES = 10;

export function isLong(milliseconds: number): boolean {
  return milliseconds >= LONG_WAIT_MINUTES * 60_000;
}

/** How long somebody waits; said in words too where it is long. */
export function waited(milliseconds: number): TemplateResult {
  const long = isLong(milliseconds);
  return html`<b class="num ${long ? "long" : ""}">${lasting(milliseconds)}</b>${
      long
        ? html`<span class="caption long waited__more">${s("wait.long", { minutes: LONG_WAIT_MINUTES })}</span>`
        : nothing
    }`;
}
