import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { ref } from "lit/directives/ref.js";
import { chosenDevice } from "web-kit/media/devices.ts";

// An object is set anew at every drawing, and a video whose stream is set anew begins anew: `live` looks first.

/** A picture with its sound, through the speaker that is chosen. */
export function videoWithSound(stream: MediaStream | null, name: string): TemplateResult {
  return html`<video
    class="tile__picture"
    aria-label=${name}
    autoplay
    playsinline
    .srcObject=${live(stream)}
    ${ref(through(chosenDevice("speaker")))}
  ></video>`;
}

/** A picture alone. */
export function silentVideo(stream: MediaStream | null, name: string, mirrored = false): TemplateResult {
  return html`<video
    class="tile__picture ${mirrored ? "tile__picture--mirrored" : ""}"
    aria-label=${name}
    autoplay
    playsinline
    .muted=${true}
    .srcObject=${live(stream)}
  ></video>`;
}

const ways = new Map<string | null, (video: Element | undefined) => void>();

/** One function for each speaker: a `ref` runs again when it is given another one. */
function through(speaker: string | null): (video: Element | undefined) => void {
  const known = ways.get(speaker);
  if (known !== undefined) return known;
  const way = (video: Element | undefined) => {
    if (video === undefined || !("setSinkId" in HTMLMediaElement.prototype)) return;
    // A speaker that was pulled out leaves the sound where it is.
    (video as HTMLVideoElement).setSinkId(speaker ?? "").catch(() => undefined);
  };
  ways.set(speaker, way);
  return way;
}
