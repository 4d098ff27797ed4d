import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { wanted } from "web-kit/form/guide.ts";
import { local } from "web-kit/text/language.ts";
import { soon } from "web-kit/text/time.ts";
import { differencesLine } from "../parts/differences.ts";
import { refusal } from "../parts/frame.ts";
import { agreements, byCall, fact, figures, materials } from "../parts/item-facts.ts";
import { say } from "../text/text.ts";
import { chosen, destination, type View } from "../view.ts";

/** What it takes, who decides, who sees what: before anything begins. */
export function before(view: View): TemplateResult {
  const { item } = view.state;
  if (item === null) {
    return html`<section class="stopped">
      <span class="stopped__icon">${icon("file-text")}</span>
      <h1 tabindex="-1">${say("before.loading")}</h1>
      ${view.touch.itemFailed ? html`<p class="lead" role="alert">${say("before.failed")}</p>` : nothing}
    </section>`;
  }
  const place = destination(view, chosen(view.state.way).centre);
  const closed = place !== null && !place.open && place.opensAt != null ? place.opensAt : null;
  return html`<section class="before">
    <div class="before__scroll">
      <div class="before__half">
        ${
          place === null
            ? nothing
            : html`<p>
                <span class="chip chip--brand"
                  >${icon("map-pin")}${say("before.rules", { place: local(place.region) })}</span
                >
              </p>`
        }
        <h1 tabindex="-1">${local(item.title)}</h1>
        ${differencesLine(view)} ${figures(item)}
        <h2>${say("before.bring")}</h2>
        ${Object.keys(view.state.answers).length > 0 ? html`<p class="lead">${say("before.yours")}</p>` : nothing}
        ${materials(wanted(item, view.state.answers, view.now))}
      </div>
      <div class="before__half">
        <h2>${say(item.agreements.length === 0 ? "before.who" : "before.agreements")}</h2>
        <ul class="facts card">
          ${fact("building-2", say("before.decides", { centre: local(item.department) }))}
          ${
            item.agreements.length === 0
              ? html`${fact("eye", say("before.clerkSees"))} ${fact("video-off", say("before.notRecorded"))}`
              : agreements(item)
          }
          ${byCall()} ${fact("shield-check", say("before.kept"))}
        </ul>
      </div>
    </div>
    <div class="act">
      ${refusal(view)}
      ${
        view.state.refused === null
          ? html`<p class="act__why">
              ${icon("info")}${closed === null ? say("before.ask") : say("before.closed", { time: soon(closed, view.now) })}
            </p>`
          : nothing
      }
      <button
        type="button"
        class="button button--primary act__main"
        ?disabled=${view.touch.busy === "open"}
        @click=${view.acts.openRoom}
      >
        <span>${say("before.agree")}</span>${icon("arrow-right")}
      </button>
    </div>
  </section>`;
}
