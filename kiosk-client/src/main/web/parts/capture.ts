import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { icon } from "web-kit/elements/icon.ts";
import type { Talking } from "web-kit/protocol.ts";
import { say } from "../text/text.ts";
import type { RoomScreen } from "../view.ts";

/** What the document camera sees just now, with the frame to lay the paper into. The bar below stops it. */
export function captureView(view: RoomScreen, call: Talking): TemplateResult | typeof nothing {
  const { capture } = view.touch;
  if (capture === null) return nothing;
  const { name } = call.clerk;
  return html`<div class="capture card" role="group" aria-label=${say("capture.title")}>
    <div class="capture__bed">
      <video
        class="capture__picture"
        autoplay
        playsinline
        .muted=${true}
        .srcObject=${live(capture.stream)}
        aria-label=${say("capture.picture")}
      ></video>
      <div class="capture__outline" aria-hidden="true"></div>
    </div>
    <div class="capture__words">
      <h1>${say("capture.title")}</h1>
      <p>${say("capture.text", { name })}</p>
      ${
        capture.at === "ready" && !capture.soon
          ? html`<button type="button" class="button button--primary capture__shoot" @click=${view.acts.shoot}>
              ${icon("camera")}<span>${say("capture.shoot")}</span>
            </button>`
          : html`<p class="capture__state" role="status">
              <b
                >${say(
                  capture.at === "opening"
                    ? "capture.opening"
                    : capture.at === "keeping"
                      ? "capture.keeping"
                      : "capture.soon",
                  { name },
                )}</b
              >
            </p>`
      }
    </div>
  </div>`;
}
