import { html, svg, type TemplateResult } from "lit";
import type { Destination, Wait } from "web-kit/protocol.ts";
import { icon } from "web-kit/elements/icon.ts";
import { minutes, soon } from "web-kit/text/time.ts";
import { say } from "../text/text.ts";

/** Whether a place can answer now, in one line with its own icon and colour. */
export function placeState(place: Destination, now: number): TemplateResult {
  if (!place.open) {
    const words =
      place.opensAt == null ? say("choose.closed") : say("choose.opens", { time: soon(place.opensAt, now) });
    return html`<span class="state">${icon("coffee")}${words}</span>`;
  }
  if (!place.staffed) return html`<span class="state">${icon("clock")}${say("choose.unstaffed")}</span>`;
  if (place.clerksFree > 0) {
    return html`<span class="state state--ok"
      ><i class="dot" aria-hidden="true"></i>${say("choose.free", { count: place.clerksFree })}</span
    >`;
  }
  if (place.expected.clerks === 0) return html`<span class="state">${icon("clock")}${say("choose.nobody")}</span>`;
  return html`<span class="state">${icon("clock")}${say("choose.wait", { range: range(place.expected) })}</span>`;
}

export function range(wait: Wait): string {
  return minutes(wait.minMinutes, Math.max(wait.minMinutes, wait.maxMinutes));
}

/** The range on a scale of minutes: its length says how sure we are. */
export function waitBar(wait: Wait): TemplateResult {
  const end = Math.max(4, Math.ceil((wait.maxMinutes * 1.3) / 4) * 4);
  const at = (value: number) => (Math.min(value, end) / end) * 1000;
  const from = at(wait.minMinutes);
  const marks = [0, end / 4, end / 2, (end / 4) * 3, end];
  return html`<div class="waitbar" aria-hidden="true">
    <svg viewBox="0 0 1000 24">
      ${svg`<rect class="waitbar__track" x="1" y="1" width="998" height="22" rx="11" />
      <rect class="waitbar__range" x=${from} y="1" width=${Math.max(22, at(wait.maxMinutes) - from)} height="22" rx="11" />`}
    </svg>
    <p class="waitbar__marks num">
      ${marks.map((value) => html`<span>${value === 0 ? say("waiting.now") : value}</span>`)}
    </p>
  </div>`;
}
