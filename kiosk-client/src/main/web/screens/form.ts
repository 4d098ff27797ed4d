import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { formPage, legend } from "web-kit/form/form-page.ts";
import { fieldAt } from "web-kit/form/paths.ts";
import { local } from "web-kit/text/language.ts";
import { t } from "web-kit/text/text.ts";
import { offlineStrip, refusal } from "../parts/frame.ts";
import { keepButton } from "../parts/aside.ts";
import { largerStrip } from "../parts/larger.ts";
import { cardStrip } from "../parts/card.ts";
import { useOver } from "../parts/use-over.ts";
import { differencesLine } from "../parts/differences.ts";
import { migrationStrip } from "../parts/migration.ts";
import { clerksChangesStrip } from "../parts/clerks-changes.ts";
import { helperStrip } from "../parts/helper.ts";
import { mainAct } from "../parts/main-act.ts";
import { range } from "../parts/wait.ts";
import { say } from "../text/text.ts";
import { destination, formView, type RoomScreen } from "../view.ts";

/** The form before, between and while waiting for calls: one primary thing to do, calling a clerk. */
export function form(view: RoomScreen): TemplateResult {
  const { call } = view.state;
  const waiting = call !== null && (call.type === "Waiting" || call.type === "Suspended");
  const callFirst = !waiting && view.state.line.at === "open";
  return html`<section class="fill">
    ${offlineStrip(view)} ${refusal(view)} ${waiting ? lineStrip(view) : nothing}
    ${
      call?.type === "Ended"
        ? html`<div class="notice" role="status">
            ${icon("phone-off")}
            <p>${say(`ended.${call.how}`)}</p>
            ${keepButton(view)}
          </div>`
        : nothing
    }
    ${useOver(view)} ${migrationStrip(view)} ${helperStrip(view)}
    ${call?.type === "Ended" || view.state.refused !== null ? nothing : clerksChangesStrip(view)}
    <div class="fill__desk">${formCard(view, !callFirst)} ${waiting ? nothing : callAct(view, callFirst)}</div>
  </section>`;
}

/** One page of the form with its steps; the same card before a call and in it, where going on is what there is to do. */
export function formCard(view: RoomScreen, goOnFirst: boolean): TemplateResult {
  const { item, page: number } = view.state;
  const page = item.pages[number];
  if (page === undefined) return html``;
  const last = number === item.pages.length - 1;
  const kind = goOnFirst && mainAct(view) === "go-on" ? "button--primary" : "button--second";
  return html`<div class="sheet card">
    <header class="sheet__head">
      <h1 class="sheet__title" tabindex="-1">${local(page.title)}</h1>
      <p class="caption">${t("form.page", { number: number + 1, count: item.pages.length })}</p>
      ${number === 0 ? differencesLine(view) : nothing}
      <ol class="steps" aria-hidden="true">
        ${item.pages.map((_, index) => html`<li class=${index < number ? "done" : index === number ? "now" : ""}></li>`)}
      </ol>
    </header>
    <div class="sheet__body">${largerStrip(view)} ${cardStrip(view)} ${formPage(formView(view), page)}</div>
    <footer class="sheet__foot">
      ${
        number === 0
          ? html`<span></span>`
          : html`<button type="button" class="button button--quiet" @click=${() => view.acts.page(number - 1)}>
              ${say("form.previous")}
            </button>`
      }
      ${undoAct(view)}
      ${
        last
          ? html`<button type="button" class="button ${kind}" @click=${view.acts.review}>
              <span>${say("form.review")}</span>${icon("arrow-right")}
            </button>`
          : html`<button type="button" class="button ${kind}" @click=${() => view.acts.page(number + 1)}>
              <span>${say("form.next")}</span>${icon("arrow-right")}
            </button>`
      }
    </footer>
  </div>`;
}

/** The applicant takes back what they wrote last; until then the place says who wrote what. */
function undoAct(view: RoomScreen): TemplateResult {
  const path = view.pen.last;
  const state = path === null ? undefined : view.state.room.fields[path];
  const field = path === null ? null : fieldAt(view.state.item, path);
  const mine = path !== null && state !== undefined && state.by.role !== "CLERK" && view.pen.edits[path] === undefined;
  if (!mine || field === null) return legend(formView(view));
  return html`<button
    type="button"
    class="button button--quiet"
    aria-label=${say("form.undoLast", { field: local(field.label) })}
    @click=${() => view.acts.undo([path])}
  >
    ${icon("undo-2")}<span>${say("form.undo")}</span>
  </button>`;
}

function callAct(view: RoomScreen, first: boolean): TemplateResult {
  const { room, call } = view.state;
  const place = destination(view, room.owner);
  const when =
    place === null
      ? ""
      : !place.open
        ? say("form.closedNow")
        : !place.staffed
          ? say("form.unstaffedNow")
          : place.clerksFree > 0
            ? say("form.freeNow")
            : place.expected.clerks === 0
              ? say("form.nobodyNow")
              : say("form.aboutWait", { range: range(place.expected) });
  const kind = first && mainAct(view) === "go-on" ? "button--primary" : "button--second";
  return html`<div class="act">
    <p class="act__why">
      ${icon("headset")}
      ${place === null ? say("form.saved") : say("form.callHint", { place: local(place.region), wait: when })}
      ${
        room.helper === null
          ? html`<button
              type="button"
              class="button button--quiet act__aside"
              @click=${() => view.acts.touch({ sheet: "helper", code: "", codeWrong: null })}
            >
              ${icon("user-round")}<span>${say("form.helperIn")}</span>
            </button>`
          : nothing
      }
    </p>
    <button
      type="button"
      class="button ${kind} button--hero act__main"
      ?disabled=${view.touch.busy === "call"}
      @click=${view.acts.call}
    >
      ${icon("phone-call")}<span
        >${say(view.touch.busy === "call" ? "form.calling" : call?.type === "Ended" ? "form.callAgain" : "form.call")}</span
      >
    </button>
  </div>`;
}

function lineStrip(view: RoomScreen): TemplateResult {
  const { call } = view.state;
  const words =
    call?.type === "Waiting" && !call.ringing
      ? say("form.inLine", { ahead: call.expected.ahead, range: range(call.expected) })
      : call?.type === "Suspended"
        ? say("waiting.back")
        : say("form.inLineNext");
  return html`<div class="notice notice--brand" role="status">
    ${icon("clock")}
    <p>${words}</p>
    <button type="button" class="button button--quiet" @click=${() => view.acts.go({ at: "waiting" })}>
      ${say("form.showLine")}
    </button>
    <button type="button" class="button button--quiet" @click=${view.acts.cancelCall}>${say("waiting.cancel")}</button>
  </div>`;
}
