import { html, nothing, type TemplateResult } from "lit";
import type { ScanMode, ScanSource } from "web-kit/protocol.ts";
import { s } from "../../text/text.ts";
import type { ClerkActs } from "../clerk-page.ts";
import { fineness, type ScanChoice } from "../device-state.ts";

const sources: readonly ScanSource[] = ["GLASS", "FEEDER"];
const modes: readonly ScanMode[] = ["COLOUR", "GREY"];
const amounts: readonly number[] = [1, 2, 5, 10, 20, 50];

/** How the next scan is made; remembered on this machine. */
export function scanForm(scan: ScanChoice, act: ClerkActs): TemplateResult {
  return html`<div class="scan" role="group" aria-label=${s("scan.title")}>
    ${choice(
      s("scan.source"),
      sources,
      scan.source,
      (each) => s(`scan.${each}`),
      (source) => act.chooseScan({ source }),
    )}
    ${choice(
      s("scan.dpi"),
      fineness,
      scan.dpi,
      (dpi) => s("scan.dots", { dpi }),
      (dpi) => act.chooseScan({ dpi }),
    )}
    ${choice(
      s("scan.mode"),
      modes,
      scan.mode,
      (each) => s(`scan.${each}`),
      (mode) => act.chooseScan({ mode }),
    )}
    ${
      scan.source === "GLASS"
        ? nothing
        : choice(s("scan.pages"), amounts, scan.maxPages, String, (maxPages) => act.chooseScan({ maxPages }))
    }
  </div>`;
}

export function choice<Value>(
  name: string,
  values: readonly Value[],
  chosen: Value,
  words: (value: Value) => string,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<label class="scan__choice">
    <span class="caption">${name}</span>
    <select
      class="input"
      @change=${(event: Event) => {
        const value = values[(event.target as HTMLSelectElement).selectedIndex];
        if (value !== undefined) choose(value);
      }}
    >
      ${values.map((value) => html`<option ?selected=${value === chosen}>${words(value)}</option>`)}
    </select>
  </label>`;
}
