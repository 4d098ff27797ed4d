import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { local } from "web-kit/text/language.ts";
import { agreements } from "../parts/item-facts.ts";
import { refusal } from "../parts/frame.ts";
import { placeState } from "../parts/wait.ts";
import { say } from "../text/text.ts";
import { chosen, destination, type View } from "../view.ts";

/** 说不清，直接找人: who answers and who sees what, and then the call. No item, no identity, no form. */
export function ask(view: View): TemplateResult {
  const { item } = view.state;
  const place = destination(view, chosen(view.state.way).centre);
  const busy = view.touch.busy !== null;
  return html`<section class="before">
    <div class="before__scroll">
      <div class="before__half">
        ${
          place === null
            ? nothing
            : html`<p><span class="chip chip--brand">${icon("map-pin")}${local(place.region)}</span></p>`
        }
        <h1 tabindex="-1">${say("ask.title")}</h1>
        <p class="lead">${say("ask.lead")}</p>
        ${place === null ? nothing : html`<p class="lead">${placeState(place, view.now)}</p>`}
      </div>
      <div class="before__half">
        <h2>${say("before.agreements")}</h2>
        <ul class="facts card">
          ${item === null ? html`<li class="fact">${say("before.loading")}</li>` : agreements(item)}
          <li class="fact">${icon("file-text")}<span>${say("ask.nothingFiled")}</span></li>
          <li class="fact">${icon("shield-check")}<span>${say("before.kept")}</span></li>
        </ul>
      </div>
    </div>
    <div class="act">
      ${refusal(view)}
      <button
        type="button"
        class="button button--primary button--hero act__main"
        ?disabled=${busy || item === null}
        @click=${view.acts.ask}
      >
        ${icon("phone-call")}<span>${say(busy ? "form.calling" : "ask.call")}</span>
      </button>
    </div>
  </section>`;
}
