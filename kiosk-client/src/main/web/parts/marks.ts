import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import type { DrawMark } from "web-kit/protocol.ts";
import { has } from "web-kit/room/ladder.ts";
import { say } from "../text/text.ts";
import type { View } from "../view.ts";

/** What the clerk draws on the shared picture lands at the same place of this page, whatever its size. */
export function marks(view: View, width: number, height: number): TemplateResult | typeof nothing {
  const drawn = view.state.room?.marks ?? [];
  if (drawn.length === 0) return nothing;
  return html`<svg class="marks" viewBox="0 0 ${width} ${height}" aria-hidden="true">
    ${drawn.map((mark) => shape(mark, width, height))}
  </svg>`;
}

/** While the screen is shared a frame says so, and how to stop it. */
export function sharingFrame(view: View): TemplateResult | typeof nothing {
  const { call } = view.state;
  if (!view.media.local.screen || call?.type !== "Talking") return nothing;
  return html`<div class="sharing" aria-hidden="true"></div>`;
}

/** In the strip on top, where it covers nothing. */
export function sharingWords(view: View): TemplateResult | typeof nothing {
  const { call } = view.state;
  if (!view.media.local.screen || call?.type !== "Talking") return nothing;
  const { room } = view.state;
  const why = room !== null && !has(room.ladder, "SEE_FORM") ? "talking.sharingWithdrawn" : "talking.sharingCovered";
  return html`<p class="sharing__words" role="status">
    ${icon("monitor-up")}<span
      >${say(view.media.local.covered ? why : "talking.sharing", { name: call.clerk.name })}</span
    >
  </p>`;
}

function shape(mark: DrawMark, width: number, height: number): SVGTemplateResult {
  const [x1, y1, x2, y2] = [mark.fromX * width, mark.fromY * height, mark.toX * width, mark.toY * height];
  switch (mark.shape) {
    case "POINT":
      return svg`<g data-mark=${mark.mark}><circle class="mark-edge" cx=${x2} cy=${y2} r="26" /><circle class="mark-ink" cx=${x2} cy=${y2} r="26" /><circle class="mark-dot" cx=${x2} cy=${y2} r="9" /></g>`;
    case "CIRCLE": {
      const [cx, cy, rx, ry] = [(x1 + x2) / 2, (y1 + y2) / 2, Math.abs(x2 - x1) / 2, Math.abs(y2 - y1) / 2];
      return svg`<g data-mark=${mark.mark}><ellipse class="mark-edge" cx=${cx} cy=${cy} rx=${rx} ry=${ry} /><ellipse class="mark-ink" cx=${cx} cy=${cy} rx=${rx} ry=${ry} /></g>`;
    }
    case "ARROW": {
      const d = `M${x1} ${y1}L${x2} ${y2}${head(x1, y1, x2, y2)}`;
      return svg`<g data-mark=${mark.mark}><path class="mark-edge" d=${d} /><path class="mark-ink" d=${d} /></g>`;
    }
  }
}

function head(x1: number, y1: number, x2: number, y2: number): string {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const barb = (turn: number) => `${x2 - 36 * Math.cos(angle + turn)} ${y2 - 36 * Math.sin(angle + turn)}`;
  return `M${barb(0.5)}L${x2} ${y2}L${barb(-0.5)}`;
}
