import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "web-kit/elements/icon.ts";
import type { InCall } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { lasting } from "web-kit/text/time.ts";
import { languageButton } from "../../shared/language-switch.ts";
import { brand, key } from "../../shared/top-bar.ts";
import { s } from "../../text/text.ts";
import { serverNow, type ClerkActs, type ClerkPage } from "../clerk-page.ts";
import { formPanel } from "./form-panel.ts";
import { help } from "./help.ts";
import { people } from "./people.ts";
import { ownShare, stage } from "./stage.ts";
import { troubleText } from "./words.ts";

/** The call: the person on the left, the shared form or screen in the middle, what the matter asks for on the right. */
export function session(page: ClerkPage, call: InCall, act: ClerkActs): TemplateResult {
  return html`${sessionBar(page, call, act)} ${strips(page, call, act)}
    <main class="work work--session">
      ${people(page, call, act)}
      <div class="middle">${tabs(page, act)} ${middle(page, act)}</div>
      ${help(page, act)}
    </main>`;
}

function sessionBar(page: ClerkPage, call: InCall, act: ClerkActs): TemplateResult {
  const { local: mine } = page.media;
  const desk = page.desk.desk;
  return html`<header class="bar">
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
      ${device(mine.microphone === "ON", "mic", "mic-off", "call.mute", "call.unmute", () =>
        act.setMicrophone(mine.microphone !== "ON"),
      )}
      ${device(mine.camera === "ON", "video", "video-off", "call.cameraOff", "call.cameraOn", () =>
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
        ${icon("phone-off")}<span>${s("call.hangUp")}</span>${key("F10")}
      </button>
    </span>
  </header>`;
}

function device(
  on: boolean,
  onIcon: IconName,
  offIcon: IconName,
  turnOff: "call.mute" | "call.cameraOff",
  turnOn: "call.unmute" | "call.cameraOn",
  run: () => void,
): TemplateResult {
  return html`<button type="button" class="button ${on ? "" : "button--off"}" @click=${run}>
    ${icon(on ? onIcon : offIcon)}<span>${s(on ? turnOff : turnOn)}</span>
  </button>`;
}

function strips(page: ClerkPage, call: InCall, act: ClerkActs): TemplateResult {
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
          </div>`
    }
  `;
}

/** Only where there is something to choose between. */
function tabs(page: ClerkPage, act: ClerkActs): TemplateResult | typeof nothing {
  const { remote, local: mine } = page.media;
  if (!remote.screen && !mine.screen) return nothing;
  const tab = (middle: "form" | "screen" | "mine", name: IconName, word: string) =>
    html`<button
      type="button"
      class="tabs__tab"
      role="tab"
      aria-selected=${shownMiddle(page) === middle}
      @click=${() => act.showMiddle(middle)}
    >
      ${icon(name)}<span>${word}</span>
    </button>`;
  return html`<div class="tabs" role="tablist">
    ${tab("form", "file-text", s("stage.form"))}
    ${remote.screen ? tab("screen", "monitor-up", s("stage.screen")) : nothing}
    ${mine.screen ? tab("mine", "screen-share", s("stage.mine")) : nothing}
  </div>`;
}

function middle(page: ClerkPage, act: ClerkActs): TemplateResult {
  switch (shownMiddle(page)) {
    case "screen":
      return stage(page, act);
    case "mine":
      return ownShare(page, act);
    case "form":
      return formPanel(page, act);
  }
}

/** Sharing that has ended leads back to the form. */
function shownMiddle(page: ClerkPage): "form" | "screen" | "mine" {
  const wanted = page.work.middle;
  if (wanted === "screen" && !page.media.remote.screen) return "form";
  return wanted === "mine" && !page.media.local.screen ? "form" : wanted;
}
