import { html, nothing, type TemplateResult } from "lit";
import { lasting } from "web-kit/text/time.ts";
import { s } from "../text/text.ts";

/** Whoever waits this many minutes is looked after first; how many, the server says. */
export function isLong(milliseconds: number, longWaitMinutes: number): boolean {
  return milliseconds >= longWaitMinutes * 60_000;
}

/** How long somebody waits; said in words too where it is long. */
export function waited(milliseconds: number, longWaitMinutes: number): TemplateResult {
  const long = isLong(milliseconds, longWaitMinutes);
  return html`<b class="num ${long ? "long" : ""}">${lasting(milliseconds)}</b>${
      long
        ? html`<span class="caption long waited__more">${s("wait.long", { minutes: longWaitMinutes })}</span>`
        : nothing
    }`;
}
