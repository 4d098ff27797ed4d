import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { icon, type IconName } from "web-kit/elements/icon.ts";
import type { DeviceView, KioskCondition, KioskRestart, KioskRow, Tried } from "web-kit/protocol.ts";
import { deviceName, deviceState, troubleWord } from "web-kit/text/devices.ts";
import { clock, dateAndClock } from "web-kit/text/time.ts";
import { local } from "web-kit/text/language.ts";
import { takeFocus } from "../../shared/take-focus.ts";
import { s } from "../../text/text.ts";
import type { CareStep, HallActs, HallPage } from "../hall-page.ts";

/** How a kiosk and its devices are, and what can be done to it while nobody sits there. */
export function kioskCare(page: HallPage, kiosk: KioskRow, act: HallActs): TemplateResult | typeof nothing {
  const { condition } = kiosk;
  if (condition == null || page.caring?.kiosk !== kiosk.kiosk) return nothing;
  return html`<div class="care" id=${`care-${kiosk.kiosk}`}>
    <div class="kiosk__acts">
      ${button("heart-pulse", s("care.test"), kiosk, () => act.test(kiosk.kiosk))}
      ${
        condition.outOfOrder
          ? button("circle-check", s("care.enable"), kiosk, () => act.enable(kiosk.kiosk))
          : step("monitor-x", "disable", page, kiosk, act)
      }
      ${step("message-square-text", "message", page, kiosk, act)} ${step("rotate-cw", "restart", page, kiosk, act)}
    </div>
    <p class="caption">${s("care.testMore")}</p>
    ${about(page.caring.about, kiosk, condition, act)} ${restarted(condition)} ${devices(condition)}
    ${tested(condition)}
    <p class="caption">${heard(condition)}</p>
    ${
      condition.message == null ? nothing : html`<p class="caption">${s("care.says", { words: condition.message })}</p>`
    }
  </div>`;
}

function devices(condition: KioskCondition): TemplateResult {
  if (condition.devices.length === 0) return html`<p class="caption">${s("care.noDevices")}</p>`;
  return html`<ul class="care__list" aria-label=${s("care.devices")}>
    ${condition.devices.map(
      (device) =>
        html`<li class="caption ${isOut(device) ? "care__bad" : ""}">
          ${icon(isOut(device) ? "triangle-alert" : device.condition === "WARNING" ? "info" : "check")}
          <b>${device.can.map(deviceName).join(s("hall.dot"))}</b> ${deviceState(device)}
        </li>`,
    )}
  </ul>`;
}

function isOut(device: DeviceView): boolean {
  return device.condition === "FAULT" || device.condition === "DISABLED";
}

function tested({ selfTest }: KioskCondition): TemplateResult {
  if (selfTest == null) return html`<p class="caption">${s("care.neverTested")}</p>`;
  return html`<div>
    <p class="caption">${s("care.tested", { time: dateAndClock(selfTest.at) })}</p>
    <ul class="care__list">
      ${selfTest.parts.map(
        (part) =>
          html`<li class="caption ${part.outcome === "FAILED" ? "care__bad" : ""}">
            ${icon(OUTCOMES[part.outcome])}<b>${s(`care.part.${part.part}`)}</b> ${outcome(part)}
          </li>`,
      )}
    </ul>
  </div>`;
}

function outcome({ outcome, why }: Tried): string {
  const words = s(`care.outcome.${outcome}`);
  return why == null ? words : `${words}${s("hall.dot")}${troubleWord(why)}`;
}

function restarted({ restart }: KioskCondition): TemplateResult | typeof nothing {
  if (restart == null) return nothing;
  const isBad = restart.outcome === "DECLINED" || restart.outcome === "NO_ANSWER";
  const words = s(`care.restarted.${restart.outcome}`, {
    time: clock(restart.at),
    what: s(`care.restarted.${restart.what}`),
    why: restart.why == null ? "" : restart.why === "BUSY" ? s("care.restarted.inUse") : troubleWord(restart.why),
  });
  return html`<p class="caption ${isBad ? "care__bad" : ""}" role="status">
    ${icon(RESTARTED[restart.outcome])} ${words}
  </p>`;
}

function heard({ heardAt, upSeconds }: KioskCondition): string {
  if (heardAt == null) return s("care.neverHeard");
  const hours = Math.floor((upSeconds ?? 0) / 3_600);
  return s("care.heard", { time: clock(heardAt), hours });
}

function about(
  what: CareStep | null,
  kiosk: KioskRow,
  condition: KioskCondition,
  act: HallActs,
): TemplateResult | typeof nothing {
  const cancel = html`<button
    type="button"
    class="button button--bare button--small"
    @click=${() => act.careAbout(null)}
  >
    ${s("hall.cancel")}
  </button>`;
  switch (what) {
    case "disable":
      return words(s("care.disableWhy"), "", s("care.disableYes"), (form) => act.disable(kiosk.kiosk, form), cancel);
    case "message":
      return words(
        s("care.messageWhat"),
        condition.message ?? "",
        s("care.messageYes"),
        (form) => act.sayThere(kiosk.kiosk, form),
        cancel,
      );
    case "restart":
      return html`<div class="choose" role="group" aria-label=${s("care.restart")}>
        <span class="caption">${s("care.restartMore")}</span>
        <button
          type="button"
          class="button button--small"
          @click=${() => act.restart(kiosk.kiosk, "BROWSER")}
          ${ref(takeFocus)}
        >
          ${s("care.restart.BROWSER")}
        </button>
        <button type="button" class="button button--small" @click=${() => act.restart(kiosk.kiosk, "DAEMON")}>
          ${s("care.restart.DAEMON")}
        </button>
        ${cancel}
      </div>`;
    case null:
      return nothing;
  }
}

function words(
  label: string,
  before: string,
  yes: string,
  send: (form: HTMLFormElement) => void,
  cancel: TemplateResult,
): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    send(event.currentTarget as HTMLFormElement);
  };
  return html`<form class="care__words" @submit=${submit}>
    <label>
      <span class="caption">${label}</span>
      <input class="input" name="words" maxlength="60" autocomplete="off" .value=${before} ${ref(takeFocus)} />
    </label>
    <div class="kiosk__acts"><button class="button button--small">${yes}</button>${cancel}</div>
  </form>`;
}

function step(name: IconName, what: CareStep, page: HallPage, kiosk: KioskRow, act: HallActs): TemplateResult {
  return button(name, s(`care.${what}`), kiosk, () => act.careAbout(page.caring?.about === what ? null : what));
}

function button(name: IconName, word: string, kiosk: KioskRow, run: () => void): TemplateResult {
  return html`<button type="button" class="button button--small" @click=${run}>
    ${icon(name)}<span>${word}<span class="unseen">${s("tool.for", { field: local(kiosk.name) })}</span></span>
  </button>`;
}

const RESTARTED: Readonly<Record<KioskRestart["outcome"], IconName>> = {
  AWAITED: "clock",
  DONE: "check",
  DECLINED: "info",
  NO_ANSWER: "triangle-alert",
};
const OUTCOMES: Readonly<Record<Tried["outcome"], IconName>> = {
  PASSED: "check",
  ANSWERED: "info",
  FAILED: "triangle-alert",
  NOT_TRIED: "minus",
};
