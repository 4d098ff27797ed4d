import { html, nothing, svg, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { local } from "web-kit/text/language.ts";
import { refusalText } from "web-kit/text/text.ts";
import { clock, day } from "web-kit/text/time.ts";
import { canReadAloud } from "web-kit/text/read-aloud.ts";
import { isLowered, isReading } from "../appearance.ts";
import { say } from "../text/text.ts";
import type { View } from "../view.ts";
import { sharingWords } from "./marks.ts";

/** Whose hall this is, and the time. Nothing here is to be touched: it is too high for many. */
export function identity(view: View): TemplateResult {
  const { lobby } = view.state;
  return html`<header class="identity">
    ${mark()}
    <p class="identity__hall">
      <b>${lobby === null ? say("product") : local(lobby.centre)}</b>
      ${lobby === null ? nothing : html`<small>${say("product")}</small>`}
    </p>
    ${sharingWords(view)}
    <p class="identity__clock">
      <time class="num">${clock(view.now)}</time>
      <small>${day(view.now)}</small>
    </p>
  </header>`;
}

/** Two windows that overlap; the filled overlap is the shared desk. */
function mark(): TemplateResult {
  return html`<svg class="mark" viewBox="0 0 48 48" aria-hidden="true">
    ${svg`<rect class="mark__line" x="5" y="5" width="26" height="26" rx="7" />
    <rect class="mark__line" x="17" y="17" width="26" height="26" rx="7" />
    <rect class="mark__fill" x="17" y="17" width="14" height="14" rx="4" />`}
  </svg>`;
}

/** The same order on every screen: back or end, what makes it readable, a human. */
export function dock(view: View, back: TemplateResult | typeof nothing): TemplateResult {
  const { acts } = view;
  return html`<footer class="dock">
    <div class="dock__back">${back}</div>
    <div class="dock__tools" role="group" aria-label=${say("dock.tools")}>
      ${tool("languages", say("dock.language"), acts.language)} ${tool("a-large-small", say("dock.size"), acts.size)}
      ${tool("contrast", say("dock.contrast"), acts.contrast)} ${canReadAloud() ? reading(view) : nothing}
      ${tool("accessibility", say("dock.reach"), acts.reach, isLowered())}
    </div>
    <button type="button" class="dock__help" @click=${() => acts.touch({ sheet: "help" })}>
      ${icon("hand-helping")}<span>${say("dock.help")}</span>
    </button>
  </footer>`;
}

export function backButton(press: () => void): TemplateResult {
  return dockButton(say("dock.back"), press);
}

export function endButton(view: View): TemplateResult {
  return dockButton(say("dock.end"), () => view.acts.touch({ sheet: "leave" }));
}

function dockButton(words: string, press: () => void): TemplateResult {
  return html`<button type="button" class="dock__button" @click=${press}>
    ${icon("arrow-left")}<span>${words}</span>
  </button>`;
}

/** The box that is being written in keeps the focus: it is what is read. */
function reading(view: View): TemplateResult {
  const keep = (event: Event) => event.preventDefault();
  return html`<button
    type="button"
    class="tool ${isReading() ? "tool--on" : ""}"
    @pointerdown=${keep}
    @mousedown=${keep}
    @click=${view.acts.read}
  >
    ${icon(isReading() ? "circle-stop" : "volume-2")}<span>${say(isReading() ? "dock.quiet" : "dock.read")}</span>
  </button>`;
}

type Tool = "languages" | "a-large-small" | "contrast" | "accessibility";

function tool(name: Tool, words: string, press: () => void, on: boolean | null = null): TemplateResult {
  return html`<button
    type="button"
    class="tool tool--${name} ${on === true ? "tool--on" : ""}"
    aria-pressed=${on ?? nothing}
    @click=${press}
  >
    ${icon(name)}<span>${words}</span>
  </button>`;
}

/** What the server refused last, in words, until it is read. */
export function refusal(view: View): TemplateResult | typeof nothing {
  const { refused } = view.state;
  if (refused === null) return nothing;
  return html`<div class="notice notice--warn" role="alert">
    ${icon("triangle-alert")}
    <p>${refusalText(refused.why)}</p>
    <button type="button" class="button button--quiet" @click=${view.acts.dismissRefusal}>
      ${say("refused.close")}
    </button>
  </div>`;
}

export function offlineStrip(view: View): TemplateResult | typeof nothing {
  if (view.state.line.at === "open") return nothing;
  return html`<div class="notice" role="status">
    ${icon("wifi-off")}
    <p>${say("offline.strip")}</p>
  </div>`;
}
