import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { icon } from "web-kit/elements/icon.ts";
import { pictureWords } from "web-kit/text/devices.ts";
import { local } from "web-kit/text/language.ts";
import { key } from "../../shared/top-bar.ts";
import { s } from "../../text/text.ts";
import type { ClerkActs, ClerkPage } from "../clerk-page.ts";
import { pagesOf, whyNot } from "../device-state.ts";
import { lineForPages } from "../material-state.ts";

/** What lies under the kiosk's document camera, live, and its shutter. */
export function bedPanel(page: ClerkPage, act: ClerkActs): TemplateResult {
  const { work, media, desk, item } = page;
  const { room } = desk;
  const comes = media.remote.bed && media.remote.bedStream !== null;
  const waits = room === null || item === null || whyNot("CAPTURE", room, item) !== null;
  return html`<section
    class="panel panel--tall stage bed ${work.wideStage ? "stage--wide" : ""}"
    aria-label=${s("bed.title")}
  >
    <div class="stage__tools" role="group" aria-label=${s("stage.tools")}>
      <button
        type="button"
        class="button button--primary"
        ?disabled=${waits}
        @click=${() => act.operateDevice("CAPTURE")}
      >
        ${icon("camera")}<span>${s("bed.shoot")}</span>${key("V")}
      </button>
      <button type="button" class="button" @click=${() => act.turnBed()}>
        ${icon("rotate-cw")}<span>${s("bed.turn")}</span>${key("]")}
      </button>
      <button
        type="button"
        class="button button--choice"
        aria-pressed=${work.wideStage}
        @click=${() => act.widenStage(!work.wideStage)}
      >
        ${icon("maximize")}<span>${s("stage.wide")}</span>
      </button>
      <button type="button" class="button" @click=${() => act.watchBed()}>
        ${icon("eye-off")}<span>${s("bed.stop")}</span>${key("9")}
      </button>
    </div>
    <p class="bed__for" role="status">${target(page)} ${lastPage(page)}</p>
    <div class="bed__room">
      <p class="bed__waits">${s(media.remote.connected ? "bed.opening" : "bed.noPicture")}</p>
      <video
        class="bed__picture bed__picture--turned-${work.bedTurned}"
        autoplay
        playsinline
        .muted=${true}
        .srcObject=${live(comes ? media.remote.bedStream : null)}
        aria-label=${s("bed.title")}
        @resize=${sayWhetherItComes}
        @emptied=${sayWhetherItComes}
      ></video>
    </div>
  </section>`;
}

/** With its first frame what is said until then is gone. */
function sayWhetherItComes(event: Event): void {
  const video = event.currentTarget as HTMLVideoElement;
  video.parentElement?.classList.toggle("bed__room--comes", video.videoWidth > 0);
}

/** Where the next page goes. */
function target(page: ClerkPage): TemplateResult {
  const line = lineForPages(page);
  return html`${icon("receipt-text")}<span
      >${line === null ? s("bed.loose") : s("bed.for", { name: local(line.material.name) })}</span
    >`;
}

/** What is wrong with the page that came last. */
function lastPage({ desk }: ClerkPage): TemplateResult | typeof nothing {
  const last = desk.room === null ? undefined : pagesOf(desk.room).at(-1);
  const wrong = last === undefined ? "" : pictureWords(last);
  return wrong === ""
    ? nothing
    : html`<span class="thumb__wrong">${icon("triangle-alert")}<span>${s("bed.last", { wrong })}</span></span>`;
}
