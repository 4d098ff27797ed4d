import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { local } from "web-kit/text/language.ts";
import type { Place } from "../kiosk-screen.ts";
import { findItem } from "../parts/find-item.ts";
import { placeState } from "../parts/wait.ts";
import { say } from "../text/text.ts";
import { chosen, destination, type View } from "../view.ts";

export function choose(view: View): TemplateResult {
  const places = view.state.lobby?.destinations ?? [];
  const { centre, item } = chosen(view.state.way);
  const place = destination(view, centre);
  const ready = place !== null && item !== null;
  if (places.length === 0) return nowhere(view);
  if (view.state.way.at === "choose" && view.state.way.person) return person(view, places);
  return html`<section class="choose">
    <div class="choose__lists">
      <div class="choose__where">
        <h1 tabindex="-1" id="choose-place">${say("choose.place")}</h1>
        <p class="lead">${say("choose.placeHint")}</p>
        <div class="options" role="group" aria-labelledby="choose-place">
          ${places.map((each) => placeButton(view, each, each.centre === centre))}
        </div>
      </div>
      <div class="choose__what">
        <h2 id="choose-item">${say("choose.item")}</h2>
        ${askInstead(view, place)}
        ${findItem(view, place, {
          centre,
          item,
          pick: (found, there) => view.acts.go({ at: "choose", centre: there?.centre ?? centre, item: found }),
        })}
      </div>
    </div>
    <div class="act">
      ${
        ready
          ? nothing
          : html`<p class="act__why">${icon("info")}${say(place === null ? "choose.pickPlace" : "choose.pickItem")}</p>`
      }
      <button
        type="button"
        class="button button--primary act__main"
        ?disabled=${!ready}
        @click=${() => place !== null && item !== null && view.acts.go({ at: "before", centre: place.centre, item })}
      >
        <span>${say("choose.next")}</span>${icon("arrow-right")}
      </button>
    </div>
  </section>`;
}

/** Whoever wants a person says no more than where. */
function person(view: View, places: readonly Place[]): TemplateResult {
  return html`<section class="choose">
    <div class="choose__lists">
      <div class="choose__where">
        <h1 tabindex="-1" id="choose-place">${say("choose.place")}</h1>
        <p class="lead">${say("choose.person")}</p>
        <div class="options" role="group" aria-labelledby="choose-place">
          ${places.map(
            (each) =>
              html`<button
                type="button"
                class="option"
                @click=${() => view.acts.go({ at: "ask", centre: each.centre })}
              >
                <span class="option__words"><b>${local(each.region)}</b>${placeState(each, view.now)}</span>
                ${icon("arrow-right")}
              </button>`,
          )}
        </div>
      </div>
    </div>
  </section>`;
}

/** 说不清，直接找人: always there, and never the loudest. */
function askInstead(view: View, place: Place | null): TemplateResult {
  return html`<button
    type="button"
    class="option option--ask"
    ?disabled=${place === null}
    @click=${() => place !== null && view.acts.go({ at: "ask", centre: place.centre })}
  >
    <span class="option__icon">${icon("headset")}</span>
    <span class="option__words"
      ><b>${say("ask.instead")}</b
      ><span class="caption">${say(place === null ? "ask.placeFirst" : "ask.insteadHint")}</span></span
    >
    ${icon("arrow-right")}
  </button>`;
}

/** No place is connected: nothing to choose from, but a person to ask. */
function nowhere(view: View): TemplateResult {
  return html`<section class="stopped">
    <span class="stopped__icon">${icon("wifi-off")}</span>
    <h1 tabindex="-1">${say("choose.nowhere")}</h1>
    <p class="lead">${say("choose.nowhereText")}</p>
    <button
      type="button"
      class="button button--primary button--hero"
      @click=${() => view.acts.touch({ sheet: "help" })}
    >
      ${icon("hand-helping")}<span>${say("dock.help")}</span>
    </button>
  </section>`;
}

function placeButton(view: View, place: Place, on: boolean): TemplateResult {
  return html`<button
    type="button"
    class="option ${on ? "option--on" : ""}"
    aria-pressed=${on ? "true" : "false"}
    @click=${() => {
      // What was found before the place was chosen stays chosen where it is handled there.
      const { item } = chosen(view.state.way);
      const kept = place.items.some((each) => each.item === item) ? item : null;
      view.acts.go({ at: "choose", centre: place.centre, item: kept });
      if (view.touch.question !== "") view.acts.find(view.touch.question);
      requestAnimationFrame(() => document.getElementById("choose-item")?.scrollIntoView());
    }}
  >
    <span class="option__words"><b>${local(place.region)}</b>${placeState(place, view.now)}</span>
    ${on ? icon("circle-check") : nothing}
  </button>`;
}
