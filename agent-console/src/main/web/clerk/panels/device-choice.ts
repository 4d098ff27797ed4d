import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { chosenDevice, type DeviceKind } from "web-kit/media/devices.ts";
import { s } from "../../text/text.ts";
import type { ClerkActs, ClerkPage } from "../clerk-page.ts";

/** Camera, microphone with how loud it hears, and speaker where the browser lets pages choose one. */
export function deviceChoice(page: ClerkPage, act: ClerkActs): TemplateResult {
  return html`${chooser(page, act, "camera")} ${chooser(page, act, "microphone")}
    <div class="check__row">${levelBars(page.level)}<span class="caption">${s("check.level")}</span></div>
    ${"setSinkId" in HTMLMediaElement.prototype ? chooser(page, act, "speaker") : null}`;
}

/** Five bars; how many are lit is how loud it is. */
function levelBars(level: number): TemplateResult {
  const lit = Math.round(level * 5);
  return html`<span class="bars" aria-hidden="true">
    ${[1, 2, 3, 4, 5].map((bar) => html`<i class="bars__bar ${bar <= lit ? "bars__bar--lit" : ""}"></i>`)}
  </span>`;
}

function chooser(page: ClerkPage, act: ClerkActs, kind: DeviceKind): TemplateResult {
  const chosen = chosenDevice(kind);
  const there = page.devices[kind];
  return html`<label class="label"
    ><span>${s(`check.${kind}`)}</span>
    <select
      class="input"
      @change=${(event: Event) => act.chooseDevice(kind, (event.target as HTMLSelectElement).value || null)}
    >
      <option value="" .selected=${live(chosen === null)}>
        ${s(there.length === 0 ? "check.notFound" : "check.default")}
      </option>
      ${there.map(
        (device, index) =>
          html`<option value=${device.id} .selected=${live(device.id === chosen)}>
            ${device.label || s("check.unnamed", { number: index + 1 })}
          </option>`,
      )}
    </select></label
  >`;
}
