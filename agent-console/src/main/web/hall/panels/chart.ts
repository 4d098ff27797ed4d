import { html, nothing, svg, type TemplateResult } from "lit";
import { clock } from "web-kit/text/time.ts";
import { s } from "../../text/text.ts";
import { peak, slots, steps, type Seen } from "../waiting-history.ts";

const HOUR = 3_600_000;
const LOWEST_TOP = 4;
const WIDE = 1000;
const HIGH = 300;

/** How many waited in the last hour, as far as the server was there to count: a line, a sentence, and the numbers. */
export function chartPanel(seen: readonly Seen[], now: number): TemplateResult {
  const first = seen[0];
  const most = peak(seen);
  const part = first !== undefined && first.at > now - HOUR;
  return html`<section class="panel hall__chart" aria-labelledby="chart-title">
    <header class="panel__head">
      <h2 id="chart-title">${s("chart.title")}</h2>
      <span class="caption">${s("chart.unit")}</span>
    </header>
    <div class="panel__body chart">
      ${drawing(seen, now, Math.max(LOWEST_TOP, even(most?.waiting ?? 0)))}
      <div class="chart__words">
        <p><b class="num">${s("chart.now", { count: seen.at(-1)?.waiting ?? 0 })}</b></p>
        <p class="chart__most">
          ${
            most === null || most.waiting === 0
              ? s("chart.nobody")
              : s("chart.most", { count: most.waiting, time: clock(most.at) })
          }
        </p>
        ${part ? html`<p class="caption">${s("chart.since", { time: clock(first.at) })}</p>` : nothing}
        <details class="chart__numbers">
          <summary>${s("chart.numbers")}</summary>
          <table class="rows">
            <tbody>
              ${slots(seen, now).map(
                (slot) =>
                  html`<tr>
                    <th scope="row" class="num">${clock(slot.from)}</th>
                    <td class="num">${slot.most ?? "–"}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </details>
      </div>
    </div>
  </section>`;
}

function drawing(seen: readonly Seen[], now: number, top: number): TemplateResult {
  const corners = steps(seen, now, top).map(([x, y]) => `${x * WIDE} ${HIGH - y * HIGH}`);
  const line = corners.length === 0 ? "" : `M${corners.join("L")}`;
  const start = corners[0]?.split(" ")[0] ?? "0";
  return html`<div class="chart__picture" aria-hidden="true">
    <div class="chart__heights num"><span>${top}</span><span>${top / 2}</span><span>0</span></div>
    <svg class="chart__lines" viewBox="0 0 ${WIDE} ${HIGH}" preserveAspectRatio="none">
      ${[0, HIGH / 2, HIGH].map((y) => svg`<path class="chart__grid" d="M0 ${y}H${WIDE}" />`)}
      ${line === "" ? nothing : svg`<path class="chart__area" d="${line}V${HIGH}H${start}Z" /><path class="chart__line" d=${line} />`}
    </svg>
    <div class="chart__times num">
      ${[60, 45, 30, 15, 0].map((ago) => html`<span>${clock(now - ago * 60_000)}</span>`)}
    </div>
  </div>`;
}

function even(count: number): number {
  return count + (count % 2);
}
