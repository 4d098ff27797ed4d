import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { wanted } from "web-kit/form/guide.ts";
import { local } from "web-kit/text/language.ts";
import { canBeKept } from "../parts/aside.ts";
import { findItem } from "../parts/find-item.ts";
import { agreements, byCall, figures } from "../parts/item-facts.ts";
import { refusal } from "../parts/frame.ts";
import { isQuestion } from "web-kit/room/question.ts";
import { say } from "../text/text.ts";
import { destination, type RoomScreen } from "../view.ts";

/** Which matter the visit goes on to: chosen by the applicant out of what the same centre handles, then agreed to. */
export function next(view: RoomScreen): TemplateResult {
  return view.touch.next === ""
    ? choosing(view)
    : html`<section class="next">${refusal(view)} ${offer(view)}</section>`;
}

function choosing(view: RoomScreen): TemplateResult {
  const place = destination(view, view.state.room.owner);
  return html`<section class="next">
    <div class="next__list">
      <h1 tabindex="-1" id="choose-item">${say("next.title")}</h1>
      ${findItem(view, place, {
        centre: view.state.room.owner,
        item: null,
        only: true,
        pick: (item) => view.acts.wantNext(item),
      })}
    </div>
    <div class="act">
      <button type="button" class="button button--quiet act__main" @click=${() => view.acts.wantNext(null)}>
        ${say("next.back")}
      </button>
    </div>
  </section>`;
}

/**
 * One item to agree to: it opens in the same call.
 *
 * @param clerk who proposes it; without one, the applicant chose it
 */
export function offer(view: RoomScreen, clerk: string | null = null): TemplateResult {
  const { other, room, item } = view.state;
  const title = clerk === null ? say("offer.yours") : say("offer.clerk", { name: clerk });
  const no = clerk === null ? () => view.acts.wantNext("") : view.acts.putAway;
  const form = room.filed === null && !isQuestion(room);
  const left = form && Object.values(room.fields).some((field) => field.value !== "");
  const kept = left && canBeKept(view);
  const takesOver = room.filed !== null || form;
  return html`<section class="presented card offer" role="status" aria-label=${title}>
    <p class="presented__title">${icon("file-text")}<span>${title}</span></p>
    ${
      other === null
        ? html`<h1 class="lead" tabindex="-1">${say("before.loading")}</h1>`
        : html`<h1 tabindex="-1">${local(other.title)}</h1>
            ${figures(other)}
            <p class="lead">${say("offer.materials", { list: materialNames(view) })}</p>
            ${
              left
                ? html`<div class="notice ${kept ? "" : "notice--warn"}">
                    ${icon(kept ? "receipt-text" : "triangle-alert")}
                    <p>${say(kept ? "offer.kept" : "offer.left", { item: local(item.title) })}</p>
                  </div>`
                : nothing
            }
            <ul class="facts">
              ${agreements(other)} ${isQuestion(room) ? byCall() : nothing}
              ${takesOver ? html`<li class="fact">${icon("check")}<span>${say("offer.takesOver")}</span></li>` : nothing}
            </ul>`
    }
    <div class="presented__acts">
      <button type="button" class="button button--quiet" @click=${no}>
        ${icon("x")}<span>${say("offer.no")}</span>
      </button>
      <button
        type="button"
        class="button button--primary"
        ?disabled=${other === null || view.touch.busy !== null}
        @click=${kept ? view.acts.keepAndMoveOn : view.acts.moveOn}
      >
        <span>${say(kept ? "offer.keep" : "offer.yes")}</span>${icon("arrow-right")}
      </button>
    </div>
  </section>`;
}

function materialNames(view: RoomScreen): string {
  const { other } = view.state;
  if (other === null) return "";
  const sure = wanted(other, {}, view.now).filter((each) => each.sure);
  return sure.length === 0
    ? say("offer.noMaterials")
    : sure.map((each) => local(each.material.name)).join(say("offer.and"));
}
