import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { icon } from "web-kit/elements/icon.ts";
import type { Ringing } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { lasting } from "web-kit/text/time.ts";
import { takeFocus } from "../../shared/take-focus.ts";
import { key } from "../../shared/top-bar.ts";
import { s } from "../../text/text.ts";
import { serverNow, type ClerkActs, type ClerkPage } from "../clerk-page.ts";

/** A desk rings this long; the bar runs down with it. */
const RING_SECONDS = 20;

/** The call that rings: everything but the person. */
export function ringCard(page: ClerkPage, call: Ringing, act: ClerkActs): TemplateResult {
  const now = serverNow(page);
  // The two clocks agree to some milliseconds only, which must not begin with a second too many.
  const left = Math.min(RING_SECONDS, Math.max(0, Math.ceil((call.until - now) / 1000)));
  return html`<section class="ring" role="region" aria-labelledby="ring-title">
    <header class="ring__head">
      <span class="ring__round">${icon("phone-call")}</span>
      <span class="ring__who"
        ><b id="ring-title">${s("ring.title")}</b
        ><span>${s("call.from", { centre: local(call.fromCentre), kiosk: local(call.kiosk) })}</span></span
      >
      <b class="ring__left num" aria-hidden="true">${left}</b><span aria-hidden="true">${s("ring.seconds")}</span>
    </header>
    <progress
      class="ring__bar"
      max=${RING_SECONDS}
      value=${left}
      aria-label=${s("ring.secondsLeft", { seconds: left })}
    ></progress>
    <div class="ring__body">
      <h2>${local(call.itemTitle)}</h2>
      ${
        call.resumed == null
          ? nothing
          : html`<p>
              <span class="chip chip--brand">${icon("rotate-ccw")}<span>${s("ring.resumed")}</span></span>
            </p>`
      }
      <dl class="facts">
        <dt>${s("ring.from")}</dt>
        <dd>${local(call.fromCentre)}</dd>
        <dt>${s("ring.waited")}</dt>
        <dd class="num"><b>${lasting(now - call.since)}</b></dd>
        <dt>${s("ring.with")}</dt>
        <dd>${s(call.helper ? "ring.helper" : "ring.alone")}</dd>
      </dl>
      <p class="caption with-icon">${icon("lock")}<span>${s("ring.private")}</span></p>
      <div class="ring__acts">
        <button
          type="button"
          class="button button--ok button--tall"
          ?disabled=${page.work.busy}
          @click=${() => act.answer()}
          ${ref(takeFocus)}
        >
          ${icon("phone")}<span>${s(page.work.busy ? "ring.answering" : "ring.answer")}</span>${key("F2")}
        </button>
        <button type="button" class="button button--tall" ?disabled=${page.work.busy} @click=${() => act.decline()}>
          <span>${s("ring.decline")}</span>${key("Esc")}
        </button>
      </div>
      <p class="caption">${s("ring.declineMore")}</p>
    </div>
  </section>`;
}
