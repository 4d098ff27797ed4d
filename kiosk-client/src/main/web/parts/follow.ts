import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import type { Talking } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { say } from "../text/text.ts";
import type { RoomScreen } from "../view.ts";

/** The clerk turns the pages: the applicant goes along, looks where the clerk is, or turns them alone. */
export function followStrip(view: RoomScreen, call: Talking): TemplateResult | typeof nothing {
  const { room, item, page, way } = view.state;
  const there = item.pages.find((each) => each.id === room.led.to);
  if (there === undefined || room.filed !== null) return nothing;
  const words = { name: call.clerk.name, page: local(there.title) };
  const { follows } = room.led;
  const along = follows && way.at === "form" && item.pages[page]?.id === there.id;
  return html`<div class="notice notice--clerk" role="status">
    ${icon("file-text")}
    <p>${say(along ? "follow.along" : follows ? "follow.turned" : "follow.alone", words)}</p>
    ${
      follows && !along
        ? html`<button type="button" class="button button--clerk" @click=${view.acts.goAlong}>
            ${say("look.go")}
          </button>`
        : nothing
    }
    <button type="button" class="button button--quiet" @click=${() => view.acts.follow(!follows)}>
      ${say(follows ? "follow.stop" : "follow.start")}
    </button>
  </div>`;
}
