import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "web-kit/elements/icon.ts";
import type { LineState } from "web-kit/signaling/socket.ts";
import { s } from "../text/text.ts";
import { languageButton } from "./language-switch.ts";
import { brand } from "./top-bar.ts";

/** What is so, what we did, what you can do: for a whole page or an empty panel. */
export function nothingHere(name: IconName, title: string, more: string, act?: TemplateResult): TemplateResult {
  return html`<div class="nothing">
    ${icon(name)}<b>${title}</b>
    <p>${more}</p>
    ${act ?? nothing}
  </div>`;
}

/** A page that is nothing but one sentence and one way on. */
export function alonePage(title: string, more: string, act?: TemplateResult): TemplateResult {
  return html`<main class="alone">
    <div class="alone__bar">${brand(s("app.title"))}${languageButton()}</div>
    <div class="card alone__card">
      <h1>${title}</h1>
      <p>${more}</p>
      ${act ?? nothing}
    </div>
  </main>`;
}

/** The strip that says that the line is cut, for how long, and that nothing is lost. */
export function lineStrip(line: LineState, pending: number, now: number): TemplateResult | typeof nothing {
  if (line.at !== "lost") return nothing;
  const seconds = Math.max(0, Math.round((now - line.since) / 1000));
  return html`<div class="strip strip--warn" role="status">
    ${icon("wifi-off")}<b>${s("line.lost")}</b>
    <span aria-hidden="true">${s("line.lostMore", { seconds })}</span>
    ${pending === 0 ? nothing : html`<span>${s("line.pending", { count: pending })}</span>`}
  </div>`;
}

/** The server was updated while this page was open. */
export function outdatedStrip(outdated: boolean): TemplateResult | typeof nothing {
  if (!outdated) return nothing;
  return html`<div class="strip strip--notice" role="status">
    ${icon("circle-alert")}<span>${s("app.outdated")}</span>
    <button type="button" class="button" @click=${() => location.reload()}>${s("app.reload")}</button>
  </div>`;
}

/** What was just refused, until the next thing is done. */
export function noticeStrip(notice: string | null, close: () => void): TemplateResult | typeof nothing {
  if (notice === null) return nothing;
  return html`<div class="strip strip--notice" role="alert">
    ${icon("circle-alert")}<span>${notice}</span>
    <button type="button" class="button button--bare" @click=${close}>
      ${icon("x")}<span>${s("app.close")}</span>
    </button>
  </div>`;
}
