import { html, nothing, svg, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { icon, type IconName } from "web-kit/elements/icon.ts";
import type { Talking } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { lasting } from "web-kit/text/time.ts";
import { say } from "../text/text.ts";
import type { RoomScreen } from "../view.ts";
import { unread } from "./chat-panel.ts";
import { nameInstead } from "./picture.ts";

export function callBand(view: RoomScreen, call: Talking): TemplateResult {
  return html`<div class="band">
    ${clerkTile(view, call)} ${view.state.line.at === "open" ? selfTile(view) : nothing} ${buttons(view)}
    ${
      view.media.local.trouble === null
        ? nothing
        : html`<p class="notice notice--warn band__trouble" role="status">
            ${icon("triangle-alert")}<span>${say(`trouble.${view.media.local.trouble}`)}</span>
          </p>`
    }
  </div>`;
}

function clerkTile(view: RoomScreen, call: Talking): TemplateResult {
  const { remote } = view.media;
  const { clerk } = call;
  const showing = remote.stream !== null && remote.camera === "ON";
  const news = unread(view);
  const last = news.at(-1);
  return html`<div class="tile tile--clerk">
    <video
      class="tile__video"
      autoplay
      playsinline
      ?hidden=${!showing}
      .srcObject=${live(remote.stream)}
      aria-label=${say("talking.video", { name: clerk.name })}
    ></video>
    ${showing ? nothing : nameInstead(clerk.name)}
    <p class="plate plate--who">
      <b>${clerk.name}</b><span>${say("talking.staff", { number: clerk.staffNo })}</span>
      <small>${local(clerk.unit)}</small>
      ${local(clerk.region) === local(clerk.unit) ? nothing : html`<small>${local(clerk.region)}</small>`}
    </p>
    <p class="plate plate--code">
      <small>${say("talking.code")}</small><b class="num">${call.code}</b><small>${say("talking.codeHint")}</small>
    </p>
    ${
      last !== undefined
        ? html`<p class="plate plate--words plate--said" role="status">${last.text}</p>`
        : pictureWords(view) === null
          ? nothing
          : html`<p class="plate plate--words" role="status">${pictureWords(view)}</p>`
    }
    ${view.state.line.at === "open" ? nothing : veil(view, call)}
  </div>`;
}

function pictureWords(view: RoomScreen): string | null {
  const { remote } = view.media;
  if (!remote.connected) return say("talking.connecting");
  if (remote.microphone === "OFF") return say("talking.clerkMuted");
  if (remote.camera === "OFF") return say("talking.cameraOff");
  return remote.camera === "NONE" ? say("talking.noCamera") : null;
}

/** The last picture stays under paper, never black; the ring counts the minutes the place is kept. */
function veil(view: RoomScreen, call: Talking): TemplateResult {
  const { line } = view.state;
  const since = line.at === "lost" ? line.since : view.now;
  const grace = call.graceSeconds * 1_000;
  const left = Math.max(0, grace - (view.now - since));
  const turn = 2 * Math.PI * 52;
  return html`<div class="tile__veil" role="status">
    <span class="ring">
      <svg viewBox="0 0 120 120" aria-hidden="true">
        ${svg`<circle class="ring__track" cx="60" cy="60" r="52" />
        <circle class="ring__left" cx="60" cy="60" r="52" transform="rotate(-90 60 60)"
          stroke-dasharray=${`${(turn * left) / grace} ${turn}`} />`}
      </svg>
      <b class="num">${lasting(left)}</b>
    </span>
    <span class="tile__back"><b>${say("talking.reconnecting")}</b>${say("talking.reconnectingText")}</span>
  </div>`;
}

function selfTile(view: RoomScreen): TemplateResult {
  const { local: mine } = view.media;
  const showing = mine.stream !== null && mine.camera === "ON";
  return html`<div class="tile tile--self">
    <video
      class="tile__video tile__video--mirror"
      autoplay
      playsinline
      .muted=${true}
      ?hidden=${!showing}
      .srcObject=${live(mine.stream)}
      aria-label=${say("talking.you")}
    ></video>
    ${
      showing
        ? html`<span class="plate plate--you">${say("talking.you")}</span>`
        : html`<span class="tile__off"
            >${icon("video-off")}${say(mine.camera === "NONE" ? "talking.youNone" : "talking.youOff")}</span
          >`
    }
  </div>`;
}

function buttons(view: RoomScreen): TemplateResult {
  const { media, acts } = view;
  const { local: mine } = media;
  const news = unread(view).length;
  return html`<div class="band__buttons">
    ${
      mine.microphone === "OFF"
        ? button("mic-off", say("talking.unmute"), () => acts.microphone(true), "on")
        : button("mic", say("talking.mute"), () => acts.microphone(false), "", mine.microphone === "NONE")
    }
    ${
      mine.camera === "OFF"
        ? button("video-off", say("talking.cameraStart"), () => acts.camera(true), "on")
        : button("video", say("talking.cameraStop"), () => acts.camera(false), "", mine.camera === "NONE")
    }
    ${button(
      "message-square-text",
      news === 0 ? say("talking.chat") : say("talking.chatUnread", { count: news }),
      acts.openChat,
      view.touch.chatOpen ? "on" : news > 0 ? "news" : "",
    )}
    ${
      mine.screen
        ? button("monitor-x", say("talking.stopSharing"), acts.stopSharing, "on")
        : button("monitor-up", say("talking.share"), acts.share)
    }
    ${button("phone-off", say("talking.hangUp"), acts.hangUp, "stop")}
  </div>`;
}

function button(name: IconName, words: string, press: () => void, kind = "", disabled = false): TemplateResult {
  return html`<button
    type="button"
    class="callkey ${kind === "" ? "" : `callkey--${kind}`}"
    ?disabled=${disabled}
    @click=${press}
  >
    ${icon(name)}<span>${words}</span>
  </button>`;
}
