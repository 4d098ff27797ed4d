import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { icon } from "web-kit/elements/icon.ts";
import type { Talking } from "web-kit/protocol.ts";
import { isQuestion } from "web-kit/room/question.ts";
import { bedWatched } from "../parts/bed-watched.ts";
import { captureView } from "../parts/capture.ts";
import { callBand } from "../parts/call-band.ts";
import { chatPanel } from "../parts/chat-panel.ts";
import { clerksChangesStrip } from "../parts/clerks-changes.ts";
import { consent } from "../parts/consent.ts";
import { refusal } from "../parts/frame.ts";
import { look } from "../parts/look.ts";
import { followStrip } from "../parts/follow.ts";
import { rejectedPage, toTakeAgain } from "../parts/materials.ts";
import { migrationStrip } from "../parts/migration.ts";
import { presented } from "../parts/presented.ts";
import { helperStrip } from "../parts/helper.ts";
import { useOver } from "../parts/use-over.ts";
import { askedUse, endedUse, isOthers, runningUses } from "../parts/uses.ts";
import { say } from "../text/text.ts";
import type { RoomScreen } from "../view.ts";
import { formCard } from "./form.ts";
import { next } from "./next.ts";
import { asking } from "./question.ts";
import { review } from "./review.ts";
import { submitted } from "./submitted.ts";

/** In a call: the face, what the clerk may do, and the form, which stays alive whatever happens to the line. */
export function talking(view: RoomScreen, call: Talking): TemplateResult {
  const lost = view.state.line.at !== "open";
  const asked = askedUse(view.state.room);
  const others = asked !== null && isOthers(view.state.room);
  return html`<section class="talking">
    ${callBand(view, call)} ${consent(view, call)}
    <div class="talking__desk">
      ${refusal(view)}
      ${
        lost
          ? html`<div class="notice notice--ok" role="status">
              ${icon("circle-check")}
              <p><b>${say("talking.kept")}</b>${say("talking.keptText")}</p>
            </div>`
          : nothing
      }
      ${
        !lost && !call.clerkHere
          ? html`<div class="notice" role="status">
              ${icon("wifi-off")}
              <p>${say("talking.clerkGone", { name: call.clerk.name })}</p>
            </div>`
          : nothing
      }
      ${bedWatched(view, call)} ${toTakeAgain(view) === null ? useOver(view) : nothing} ${presented(view, call)}
      ${others ? nothing : helperStrip(view)} ${look(view, call)} ${migrationStrip(view)} ${followStrip(view, call)}
      ${call.clerkHere && !isOperated(view) && toTakeAgain(view) === null ? clerksChangesStrip(view) : nothing}
      ${desk(view, call)}
    </div>
  </section>`;
}

/** One thing at a time: what the clerk wrote can be looked at when the device is done. */
function isOperated({ state, touch }: RoomScreen): boolean {
  return askedUse(state.room) !== null || runningUses(state.room).length > 0 || endedUse(state.room, touch) !== null;
}

function desk(view: RoomScreen, call: Talking): TemplateResult | typeof nothing {
  const { touch, media, acts } = view;
  // Eyes are on the bed; the form is back with the page.
  if (touch.capture !== null) return captureView(view, call);
  if (touch.chatOpen) return chatPanel(view);
  const rejected = rejectedPage(view, call);
  if (rejected !== null) return rejected;
  if (media.remote.screenStream !== null) {
    if (touch.sharedFirst) return sharedPicture(view, call);
    return html`<button type="button" class="button button--clerk" @click=${() => acts.touch({ sharedFirst: true })}>
        ${icon("screen-share")}<span>${say("talking.showShared")}</span>
      </button>
      ${work(view)}`;
  }
  return work(view);
}

function work(view: RoomScreen): TemplateResult | typeof nothing {
  const { presented: what } = view.state.room;
  // What the clerk proposes is read in the place of what it would follow.
  if (what?.type === "NextItem") return nothing;
  if (view.touch.next !== null) return next(view);
  if (isQuestion(view.state.room))
    return what?.type === "Leaflet" || what?.type === "CentreMap" ? nothing : asking(view);
  if (view.state.room.filed !== null) return submitted(view);
  return view.state.way.at === "review" ? review(view) : formCard(view, true);
}

function sharedPicture(view: RoomScreen, call: Talking): TemplateResult {
  const name = say("talking.shared", { name: call.clerk.name });
  return html`<figure class="shared card">
    <figcaption class="shared__head">
      ${icon("screen-share")}
      <h1 tabindex="-1">${name}</h1>
      <button type="button" class="button button--primary" @click=${() => view.acts.touch({ sharedFirst: false })}>
        ${say("talking.showForm")}
      </button>
    </figcaption>
    <video
      class="shared__picture"
      autoplay
      playsinline
      .muted=${true}
      .srcObject=${live(view.media.remote.screenStream)}
      aria-label=${name}
    ></video>
  </figure>`;
}
