import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { local } from "web-kit/text/language.ts";
import { offlineStrip, refusal } from "../parts/frame.ts";
import { helperStrip } from "../parts/helper.ts";
import { range, waitBar } from "../parts/wait.ts";
import { isQuestion } from "web-kit/room/question.ts";
import { say } from "../text/text.ts";
import { destination, type RoomScreen } from "../view.ts";

/** The truth about the line: how many are before me, and how long as a range. */
export function waiting(view: RoomScreen): TemplateResult {
  const { room, item, call } = view.state;
  const place = destination(view, room.owner);
  const back = call?.type === "Suspended";
  const ringing = call?.type === "Waiting" && call.ringing;
  const wait = call?.type === "Waiting" ? call.expected : null;
  return html`<section class="waiting">
    ${offlineStrip(view)} ${refusal(view)}
    <h1 tabindex="-1">${say(back ? "waiting.back" : ringing ? "waiting.ringing" : "waiting.title")}</h1>
    <p class="lead">
      ${
        place === null
          ? local(item.title)
          : say("waiting.what", { place: local(place.region), item: local(item.title) })
      }
    </p>
    <div class="card line" role="status">
      ${
        wait === null || ringing
          ? html`<span class="line__ring">${icon("phone-call")}</span>
              <p class="line__words">${say("waiting.soon")}</p>`
          : wait.ahead === 0
            ? html`<p class="line__words line__words--large">${say("waiting.first")}</p>`
            : html`<p class="line__label">${say("waiting.ahead")}</p>
                <p class="line__number num">${wait.ahead}<small>${say("waiting.people")}</small></p>`
      }
      ${
        wait === null || ringing
          ? nothing
          : wait.clerks === 0
            ? html`<p class="line__words">${say("waiting.noClerk")}</p>`
            : html`<p class="line__about num">${say("waiting.about", { range: range(wait) })}</p>
                ${waitBar(wait)}`
      }
    </div>
    ${helperStrip(view, "own act")}
    <p class="act__why">${icon("info")}${say("waiting.order")}</p>
    <div class="act act--grow">
      ${
        isQuestion(room)
          ? nothing
          : html`<button
              type="button"
              class="button ${ringing || back ? "button--second" : "button--primary"} button--hero tall"
              @click=${() => view.acts.go({ at: "form" })}
            >
              ${icon("pencil")}
              <span class="tall__words"><b>${say("waiting.fill")}</b><small>${say("waiting.fillHint")}</small></span>
              ${icon("arrow-right")}
            </button>`
      }
      <button type="button" class="button button--quiet" @click=${view.acts.cancelCall}>
        ${say("waiting.cancel")}
      </button>
    </div>
  </section>`;
}
