import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { isElderly } from "../appearance.ts";
import type { Way } from "../kiosk-screen.ts";
import { invitation } from "../parts/picture.ts";
import { standing } from "../parts/standing.ts";
import { say } from "../text/text.ts";
import type { View } from "../view.ts";

export function attract(view: View): TemplateResult {
  const places = view.state.lobby?.destinations ?? [];
  const items = new Set(places.flatMap((place) => place.items.map((item) => item.item)));
  return html`<section class="attract">
    <div class="attract__picture">${invitation()}</div>
    <div class="attract__words">
      <h1 class="song display" tabindex="-1">
        <span>${say("attract.one")}</span>
        <span>${say("attract.two")}</span>
      </h1>
      ${
        places.length === 0
          ? nothing
          : html`<p class="lead">${say("attract.lead", { places: places.length, items: items.size })}</p>`
      }
      <p>${now(view)}</p>
      ${standing(view)}
    </div>
    <div class="attract__act">
      ${begin(view)}
      <button type="button" class="button button--quiet attract__resume" @click=${() => view.acts.go({ at: "resume" })}>
        ${icon("receipt-text")}<span>${say("attract.resume")}</span>
      </button>
      <ul class="promises">
        <li>${icon("list-checks")}${say("attract.form")}</li>
        <li>${icon("video-off")}${say("attract.camera")}</li>
        <li>${icon("shield-check")}${say("attract.kept")}</li>
      </ul>
    </div>
  </section>`;
}

/** In elderly mode straight to a person: who sees what is said first, and then they call. */
function begin(view: View): TemplateResult {
  const [only, ...others] = view.state.lobby?.destinations ?? [];
  const alone = () => view.acts.go({ at: "choose", centre: null, item: null });
  if (!isElderly() || only === undefined)
    return html`<button type="button" class="button button--primary button--hero" @click=${alone}>
      <span>${say("attract.start")}</span>${icon("arrow-right")}
    </button>`;
  const ask = (): Way => ({ at: "ask", centre: only.centre });
  const choose = (): Way => ({ at: "choose", centre: null, item: null, person: true });
  return html`<button
      type="button"
      class="button button--primary button--hero"
      @click=${() => view.acts.go(others.length === 0 ? ask() : choose())}
    >
      ${icon("headset")}<span>${say("attract.person")}</span>
    </button>
    <button type="button" class="button button--second" @click=${alone}>${say("attract.alone")}</button>`;
}

function now(view: View): TemplateResult | typeof nothing {
  const places = view.state.lobby?.destinations ?? [];
  const free = places.reduce((sum, place) => sum + (place.open ? place.clerksFree : 0), 0);
  if (free > 0) {
    const words = free === 1 ? say("attract.freeOne") : say("attract.free", { count: free });
    return html`<span class="chip chip--ok chip--large"><i class="dot" aria-hidden="true"></i><b>${words}</b></span>`;
  }
  if (places.length === 0) return nothing;
  const open = places.some((place) => place.open);
  return html`<span class="chip chip--large"
    >${icon(open ? "clock" : "coffee")}${say(open ? "attract.wait" : "attract.closed")}</span
  >`;
}
