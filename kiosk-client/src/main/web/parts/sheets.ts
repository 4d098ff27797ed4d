import { html, nothing, type TemplateResult } from "lit";
import { d } from "web-kit/doctor/words.ts";
import { icon } from "web-kit/elements/icon.ts";
import { say } from "../text/text.ts";
import { hasRoom, type View } from "../view.ts";
import { asideSheet, keepButton } from "./aside.ts";
import { awayButton, awaySheet, isAway } from "./away.ts";
import { cardSheet } from "./card.ts";
import { changesSheet } from "./clerks-changes.ts";
import { differencesSheet } from "./differences.ts";
import { lookupSheet, lookupTitle, shownLookup } from "./lookups.ts";
import { materialsSheet } from "./materials.ts";
import { migrationSheet } from "./migration.ts";
import { doctorEntry, doctorSheet } from "./doctor.ts";
import { helperSheet } from "./helper.ts";
import { leafletSheet } from "./leaflet.ts";
import { phoneSheet, sentSheet } from "./phone.ts";
import { signSheet } from "./sign.ts";
import { enlarged } from "./presented.ts";
import { pagesSheet } from "./use-over.ts";
import { inCall } from "../asked-of-state.ts";

/** What lies over the screen for a moment: at most one, the question whether anybody is still there before all others. */
export function sheets(view: View): TemplateResult | typeof nothing {
  if (view.touch.idleUntil !== null)
    return dialog("alertdialog", say("idle.title"), idleSheet(view, view.touch.idleUntil));
  if (isAway(view)) return dialog("alertdialog", say("away.title"), awaySheet(view), "veil--closed");
  const lookup = hasRoom(view) ? shownLookup(view.state.room, view.touch) : null;
  if (lookup !== null && hasRoom(view)) return dialog("alertdialog", lookupTitle(lookup), lookupSheet(view, lookup));
  const sent = hasRoom(view) ? sentSheet(view) : null;
  if (sent !== null) return dialog("alertdialog", say("sent.title"), sent);
  switch (view.touch.sheet) {
    case null:
      return nothing;
    case "help":
      return dialog("dialog", say("help.title"), helpSheet(view));
    case "helper":
      return dialog("dialog", say("helper.title"), helperSheet(view));
    case "changes":
      return hasRoom(view) ? dialog("dialog", say("changes.title"), changesSheet(view)) : nothing;
    case "differences":
      return dialog("dialog", say("differences.title"), differencesSheet(view));
    case "migration":
      return hasRoom(view) ? dialog("dialog", say("migration.title"), migrationSheet(view)) : nothing;
    case "leaflet":
      return hasRoom(view) ? dialog("dialog", say("leaflet.title"), leafletSheet(view)) : nothing;
    case "presented": {
      const body = hasRoom(view) ? enlarged(view) : null;
      return body === null ? nothing : dialog("dialog", say("presented.large"), body);
    }
    case "pages":
      return hasRoom(view) ? dialog("dialog", say("pages.title"), pagesSheet(view)) : nothing;
    case "materials":
      return hasRoom(view) ? dialog("dialog", say("materials.title"), materialsSheet(view)) : nothing;
    case "phone":
      return hasRoom(view) ? dialog("dialog", say("phone.title"), phoneSheet(view)) : nothing;
    case "sign":
      return hasRoom(view) ? dialog("dialog", say("sign.title"), signSheet(view)) : nothing;
    case "doctor":
      return view.touch.examination === null ? nothing : dialog("dialog", d("title"), doctorSheet(view));
    case "card":
      return dialog("dialog", say("card.title"), cardSheet(view));
    case "aside":
      return dialog("dialog", say("aside.title"), asideSheet(view));
    case "kept":
      return dialog("dialog", say("aside.title"), asideSheet(view, true));
    case "leave":
      return dialog("alertdialog", say("leave.title"), leaveSheet(view));
  }
}

function dialog(
  role: "dialog" | "alertdialog",
  name: string,
  body: TemplateResult | typeof nothing,
  veil = "",
): TemplateResult {
  return html`<div class="veil ${veil}">
    <div class="dialog" role=${role} aria-modal="true" aria-label=${name}>${body}</div>
  </div>`;
}

function helpSheet(view: View): TemplateResult {
  const { state, acts } = view;
  const helperKnown = state.room !== null && state.room.helper === null && state.room.filed === null;
  return html`<h2 class="dialog__title" tabindex="-1">${say("help.title")}</h2>
    <ul class="facts">
      <li class="fact">
        ${icon("hand")}<span
          >${say("help.hall")}${
            state.lobby === null
              ? nothing
              : html`<br /><span class="caption">${say("help.machine", { kiosk: state.lobby.kiosk })}</span>`
          }</span
        >
      </li>
      <li class="fact">
        ${icon("users")}<span>${say(state.room === null ? "help.helperLater" : "help.helper")}</span>
      </li>
      <li class="fact">${icon("headset")}<span>${say("help.clerk")}</span></li>
      <li class="fact">${icon("a-large-small")}<span>${say("help.read")}</span></li>
    </ul>
    <div class="dialog__acts">
      ${doctorEntry(view)}
      ${
        helperKnown
          ? html`<button
              type="button"
              class="button button--second"
              @click=${() => acts.touch({ sheet: "helper", code: "", codeWrong: null })}
            >
              ${icon("user-round")}<span>${say("form.helperIn")}</span>
            </button>`
          : nothing
      }
      <button type="button" class="button button--primary" @click=${() => acts.touch({ sheet: null })}>
        ${say("help.close")}
      </button>
    </div>`;
}

function leaveSheet(view: View): TemplateResult {
  const { state, acts } = view;
  const filed = state.room?.filed != null;
  return html`<h2 class="dialog__title" tabindex="-1">${say("leave.title")}</h2>
    <p>${say(filed ? "leave.filed" : "leave.text")}${inCall(state) ? say("leave.inCall") : ""}</p>
    <div class="dialog__acts">
      <button type="button" class="button button--stop" @click=${acts.endVisit}>${say("leave.yes")}</button>
      ${filed || state.room === null ? nothing : keepButton(view)} ${awayButton(view)}
      <button type="button" class="button button--primary" @click=${() => acts.touch({ sheet: null })}>
        ${say("leave.no")}
      </button>
    </div>`;
}

function idleSheet(view: View, until: number): TemplateResult {
  const seconds = Math.max(0, Math.ceil((until - view.now) / 1000));
  return html`<h2 class="dialog__title" tabindex="-1">${say("idle.title")}</h2>
    <p class="num">${say("idle.text", { seconds })}</p>
    <div class="dialog__acts">
      ${view.state.room === null || view.state.room.filed !== null ? nothing : keepButton(view)}
      <button type="button" class="button button--primary button--hero" @click=${view.acts.stay}>
        ${say("idle.stay")}
      </button>
    </div>`;
}
