import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "web-kit/elements/icon.ts";
import type { InCall } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { lasting } from "web-kit/text/time.ts";
import { languageButton } from "../../shared/language-switch.ts";
import { brand, key } from "../../shared/top-bar.ts";
import { s } from "../../text/text.ts";
import { serverNow, type ClerkActs, type ClerkPage } from "../clerk-page.ts";
import { troubleText } from "./words.ts";

/** Who is talked to and for how long, what is sent to them, and the way out. */
export function sessionBar(page: ClerkPage, call: InCall, act: ClerkActs): TemplateResult {
  const { local: mine } = page.media;
  const desk = page.desk.desk;
  return html`<header class="bar bar--call">
    ${brand(desk === null ? s("app.title") : local(desk.you.region))}
    <span class="bar__line"></span>
    <h1 class="bar__who">${s("call.from", { centre: local(call.fromCentre), kiosk: local(call.kiosk) })}</h1>
    <span class="chip chip--brand bar__lasts">
      ${icon("phone")}<span>${s("call.lasts")}</span><b class="num">${lasting(serverNow(page) - call.since)}</b>
    </span>
    <span class="bar__end">
      ${languageButton()}
      <button type="button" class="button button--bare bar__keys" @click=${() => act.showKeys(true)}>
        <span>${s("call.keys")}</span>${key("?")}
      </button>
      <button type="button" class="button" @click=${() => act.showSettings(true)}>
        ${icon("sliders-horizontal")}<span>${s("settings.title")}</span>${key("D")}
      </button>
      ${sending(mine.microphone === "ON", "mic", "mic-off", "call.mute", "call.unmute", "M", () =>
        act.setMicrophone(mine.microphone !== "ON"),
      )}
      ${sending(mine.camera === "ON", "video", "video-off", "call.cameraOff", "call.cameraOn", null, () =>
        act.setCamera(mine.camera !== "ON"),
      )}
      ${
        mine.screen
          ? html`<button type="button" class="button button--stop" @click=${() => act.stopSharing()}>
              ${icon("monitor-x")}<span>${s("call.stopShare")}</span>
            </button>`
          : html`<button type="button" class="button" @click=${() => act.share()}>
              ${icon("screen-share")}<span>${s("call.share")}</span>
            </button>`
      }
      <button type="button" class="button button--stop" ?disabled=${page.work.busy} @click=${() => act.hangUp()}>
        ${icon("phone-off")}<span>${s(page.work.busy ? "call.hangingUp" : "call.hangUp")}</span>${key("F10")}
      </button>
    </span>
  </header>`;
}

function sending(
  on: boolean,
  onIcon: IconName,
  offIcon: IconName,
  turnOff: "call.mute" | "call.cameraOff",
  turnOn: "call.unmute" | "call.cameraOn",
  cap: string | null,
  run: () => void,
): TemplateResult {
  return html`<button type="button" class="button ${on ? "" : "button--off"}" @click=${run}>
    ${icon(on ? onIcon : offIcon)}<span>${s(on ? turnOff : turnOn)}</span>${cap === null ? nothing : key(cap)}
  </button>`;
}

/** What is wrong with the call itself, and what can be done about it. */
export function sessionStrips(page: ClerkPage, call: InCall, act: ClerkActs): TemplateResult {
  const { trouble } = page.media.local;
  return html`
    ${
      call.interrupted
        ? html`<div class="strip strip--warn" role="status">
            ${icon("triangle-alert")}<span><b>${s("call.interrupted")}</b> ${s("call.interruptedMore")}</span>
            <button type="button" class="button button--primary" @click=${() => act.letBackIn()}>
              ${s("call.letBackIn")}
            </button>
          </div>`
        : nothing
    }
    ${
      call.kioskHere || call.interrupted
        ? nothing
        : html`<div class="strip strip--warn" role="status">
            ${icon("wifi-off")}<span><b>${s("call.kioskGone")}</b> ${s("call.kioskGoneMore")}</span>
          </div>`
    }
    ${
      trouble === null
        ? nothing
        : html`<div class="strip strip--notice" role="status">
            ${icon("circle-alert")}<span>${troubleText(trouble)}</span>
            <button type="button" class="button" @click=${() => act.showSettings(true)}>
              ${s("settings.devices")}
            </button>
          </div>`
    }
  `;
}
