import { html, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import type { Refusal } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { soon } from "web-kit/text/time.ts";
import { refusal } from "../parts/frame.ts";
import { isQuestion } from "web-kit/room/question.ts";
import { say } from "../text/text.ts";
import { destination, type RoomScreen } from "../view.ts";

/** Nobody can answer now. Never a dead end: when it opens, and three ways on. */
export function nobody(view: RoomScreen, why: Refusal, until: number | null): TemplateResult {
  const place = destination(view, view.state.room.owner);
  // Whatever else stands in the way: out of hours, what helps is to know when it opens.
  const closed = place !== null && !place.open;
  const opens = until ?? (closed ? (place.opensAt ?? null) : null);
  const said = words(closed ? "CLOSED" : why, place === null ? "" : local(place.region), opens, view.now);
  const { title } = said;
  // Where there is no form there is nothing to fill in meanwhile.
  const text = isQuestion(view.state.room) ? say("nobody.askText") : said.text;
  return html`<section class="waiting">
    ${refusal(view)}
    <span class="stopped__icon">${icon(why === "LINE_FULL" ? "users" : "coffee")}</span>
    <h1 tabindex="-1">${title}</h1>
    <p class="lead">${text}</p>
    <div class="act act--grow">
      ${
        isQuestion(view.state.room)
          ? html`<button
              type="button"
              class="button button--primary button--hero"
              @click=${() => {
                view.acts.go({ at: "form" });
                view.acts.wantNext("");
              }}
            >
              ${icon("file-text")}<span>${say("nobody.look")}</span>
            </button>`
          : html`<button
              type="button"
              class="button button--primary button--hero"
              @click=${() => view.acts.go({ at: "form" })}
            >
              ${icon("pencil")}<span>${say("nobody.fill")}</span>
            </button>`
      }
      <div class="pair">
        <button
          type="button"
          class="button button--second"
          ?disabled=${view.touch.busy === "call"}
          @click=${view.acts.call}
        >
          ${icon("phone-call")}<span>${say("nobody.again")}</span>
        </button>
        <button type="button" class="button button--quiet tall" @click=${() => view.acts.touch({ sheet: "leave" })}>
          <span class="tall__words"><b>${say("nobody.other")}</b><small>${say("nobody.otherHint")}</small></span>
        </button>
      </div>
    </div>
  </section>`;
}

function words(why: Refusal, place: string, until: number | null, now: number): { title: string; text: string } {
  switch (why) {
    case "LINE_FULL":
      return { title: say("nobody.full"), text: say("nobody.fullText") };
    case "CLOSED":
      return {
        title: say("nobody.closed", { place }),
        text: until === null ? say("nobody.closedNoTime") : say("nobody.closedText", { time: soon(until, now) }),
      };
    default:
      return { title: say("nobody.notServed"), text: say("nobody.notServedText") };
  }
}
