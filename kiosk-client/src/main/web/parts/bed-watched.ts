import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Talking } from "web-kit/protocol.ts";
import { say } from "../text/text.ts";
import type { RoomScreen } from "../view.ts";

/** The clerk watches the bed: what they see of it, small, above the form. The bar below ends it. */
export function bedWatched({ touch }: RoomScreen, call: Talking): TemplateResult | typeof nothing {
  const { watch } = touch;
  if (watch === null) return nothing;
  const { name } = call.clerk;
  return html`<div class="watched card" role="group" aria-label=${say("watch.title", { name })}>
    <video
      class="watched__picture"
      autoplay
      playsinline
      .muted=${true}
      .srcObject=${live(watch.stream)}
      aria-label=${say("capture.picture")}
    ></video>
    <div class="watched__words" role="status">
      <h2>${say("watch.title", { name })}</h2>
      <p>
        ${say(watch.taking !== null ? "watch.taking" : watch.stream === null ? "watch.opening" : "watch.text", { name })}
      </p>
    </div>
  </div>`;
}
