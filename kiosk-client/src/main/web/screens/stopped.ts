import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { icon, type IconName } from "web-kit/elements/icon.ts";
import type { LocalText, OtherHall } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { closeText } from "web-kit/text/text.ts";
import { say } from "../text/text.ts";
import type { View } from "../view.ts";

type StoppedScreen = "starting" | "notSignedIn" | "elsewhere" | "interrupted" | "outOfOrder";

/** Screens on which nothing can go on for the moment: what is so, what was done, what can be done. */
export function stopped(view: View, screen: StoppedScreen): TemplateResult {
  const { state, acts } = view;
  switch (screen) {
    case "starting":
      return message("clock", say("starting.title"), say("starting.text"));
    case "notSignedIn":
      if (state.signedIn === "ended")
        return message("monitor-x", say("signedInEnded.title"), say("signedInEnded.text"));
      return message(
        "lock",
        say("notSignedIn.title"),
        state.signedIn === "used"
          ? say("notSignedIn.used")
          : state.line.at === "closed" && state.line.code !== 4401
            ? (closeText(state.line.code) ?? say("notSignedIn.missing"))
            : say("notSignedIn.missing"),
      );
    case "elsewhere":
      return message(
        "monitor-up",
        say("elsewhere.title"),
        say("elsewhere.text"),
        html`<button type="button" class="button button--primary button--hero" @click=${acts.takeOver}>
          ${say("elsewhere.here")}
        </button>`,
      );
    case "outOfOrder":
      return message(
        "monitor-x",
        say("outOfOrder.title"),
        say(
          state.standing?.others.length
            ? "outOfOrder.text"
            : state.standing?.elsewhere.length
              ? "outOfOrder.textElsewhere"
              : "outOfOrder.textAlone",
        ),
        html`${others(state.standing?.others ?? [])} ${elsewhere(state.standing?.elsewhere ?? [])}
        ${said(state.standing?.outOfOrderMessage)}`,
      );
    case "interrupted":
      return message(
        "shield-check",
        say("interrupted.title"),
        `${say(state.interrupted?.inCall ? "interrupted.inCall" : "interrupted.alone")}${state.interrupted?.inCall ? say("interrupted.wait") : ""}`,
        html`${state.interrupted?.inCall ? seenAndHeard(view) : nothing}
          <button
            type="button"
            class="button ${state.interrupted?.inCall ? "button--quiet" : "button--primary"} button--hero"
            @click=${acts.endVisit}
          >
            ${say("interrupted.end")}
          </button>`,
      );
  }
}

/** Where one goes instead. */
function others(names: readonly LocalText[]): TemplateResult | typeof nothing {
  if (names.length === 0) return nothing;
  return html`<ul class="stopped__others">
    ${names.map((name) => html`<li>${icon("monitor-up")}<b>${local(name)}</b></li>`)}
  </ul>`;
}

/** Where one goes where the own hall has none: by the address, and there to one of these. */
function elsewhere(halls: readonly OtherHall[]): TemplateResult | typeof nothing {
  if (halls.length === 0) return nothing;
  return html`<ul class="stopped__others">
    ${halls.map(
      ({ centre, address, kiosks }) =>
        html`<li>
          ${icon("map-pin")}<span
            ><b>${local(centre)}</b>${address == null ? nothing : html`<br />${local(address)}`}<br /><span
              class="caption"
              >${kiosks.map(local).join(say("outOfOrder.and"))}</span
            ></span
          >
        </li>`,
    )}
  </ul>`;
}

/** In the hall's own words. */
function said(words: string | null | undefined): TemplateResult | typeof nothing {
  return words == null ? nothing : html`<p class="notice notice--brand">${icon("info")}<span>${words}</span></p>`;
}

/** The clerk sees and hears who sits here and can speak to them; that is said, and nothing else of the call is shown. */
function seenAndHeard(view: View): TemplateResult {
  const { local, remote } = view.media;
  const seen = local.camera === "ON";
  const heard = local.microphone === "ON";
  return html`${
      seen || heard
        ? html`<p class="lead" role="status">
            ${say(seen && heard ? "interrupted.both" : seen ? "interrupted.seen" : "interrupted.heard")}
          </p>`
        : nothing
    } <audio autoplay .srcObject=${live(remote.stream)}></audio>`;
}

function message(name: IconName, title: string, text: string, action?: TemplateResult): TemplateResult {
  return html`<section class="stopped">
    <span class="stopped__icon">${icon(name)}</span>
    <h1 tabindex="-1">${title}</h1>
    <p class="lead">${text}</p>
    ${action ?? nothing}
  </section>`;
}
