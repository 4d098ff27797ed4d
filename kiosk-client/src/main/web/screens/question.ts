import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { local } from "web-kit/text/language.ts";
import { offlineStrip, refusal } from "../parts/frame.ts";
import { say } from "../text/text.ts";
import { destination, type RoomScreen } from "../view.ts";

/** 只咨询 while nobody is in the call: before it is there, and after it. */
export function question(view: RoomScreen): TemplateResult {
  const { call, room } = view.state;
  const place = destination(view, room.owner);
  const over = call?.type === "Ended";
  return html`<section class="waiting">
    ${offlineStrip(view)} ${refusal(view)}
    <span class="stopped__icon">${icon(over ? "phone-off" : "headset")}</span>
    <h1 tabindex="-1">${say(over ? `asked.${call.how}` : "asked.title")}</h1>
    <p class="lead">
      ${say(over ? "asked.overText" : "asked.text", { place: place === null ? "" : local(place.region) })}
    </p>
    <div class="act act--grow">
      <button
        type="button"
        class="button button--primary button--hero"
        ?disabled=${view.touch.busy === "call"}
        @click=${view.acts.call}
      >
        ${icon("phone-call")}<span
          >${say(view.touch.busy === "call" ? "form.calling" : over ? "form.callAgain" : "form.call")}</span
        >
      </button>
      <div class="pair">
        ${wantItem(view)}
        <button type="button" class="button button--quiet" @click=${() => view.acts.touch({ sheet: "leave" })}>
          ${say("asked.end")}
        </button>
      </div>
    </div>
  </section>`;
}

/** In the call: there is nothing to fill in, and a way to what there is. */
export function asking(view: RoomScreen): TemplateResult {
  return html`<div class="sheet card asking">
    <div class="sheet__body">
      <h1 class="sheet__title" tabindex="-1">${icon("message-square-text")}${say("asking.title")}</h1>
      <p class="lead">${say("asking.text")}</p>
      <ul class="facts">
        <li class="fact">${icon("check")}<span>${say("asking.noIdentity")}</span></li>
        <li class="fact">${icon("check")}<span>${say("asking.leaflet")}</span></li>
        <li class="fact">${icon("check")}<span>${say("asking.turns")}</span></li>
      </ul>
    </div>
    <footer class="sheet__foot">${wantItem(view)}</footer>
  </div>`;
}

function wantItem(view: RoomScreen): TemplateResult | typeof nothing {
  return html`<button type="button" class="button button--second" @click=${() => view.acts.wantNext("")}>
    ${icon("file-text")}<span>${say("asking.wantItem")}</span>
  </button>`;
}
