import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { derived, fieldAt, isShown, tableAt, valueAt } from "web-kit/form/paths.ts";
import type { Field, Talking } from "web-kit/protocol.ts";
import { passedOver } from "web-kit/state/passed-over.ts";
import { local } from "web-kit/text/language.ts";
import { canReadAloud, readAloud } from "web-kit/text/read-aloud.ts";
import { t } from "web-kit/text/text.ts";
import { readButton } from "./card.ts";
import { say } from "../text/text.ts";
import { offer } from "../screens/next.ts";
import { centreMap, wayAloud } from "./centre-map.ts";
import { leaflet } from "./leaflet.ts";
import { pageSample, sampleAloud } from "./page-sample.ts";
import { formView, type RoomScreen } from "../view.ts";

/** What the clerk put before the applicant: a sentence, an example, or a question that one touch answers. */
export function presented(view: RoomScreen, call: Talking): TemplateResult | typeof nothing {
  const { room, item } = view.state;
  const what = room.presented;
  if (what === null) return nothing;
  const { name } = call.clerk;
  switch (what.type) {
    case "Leaflet":
      return leaflet(view, what, name);
    case "NextItem":
      return offer(view, name);
    case "Phrase":
      return card(
        view,
        say("presented.phrase", { name }),
        local(what),
        html`<p class="presented__words">${local(what)}</p>`,
      );
    case "CardAsked":
      return room.filed === null && view.state.reader !== null
        ? card(
            view,
            say("card.asked", { name }),
            say("card.asked", { name }),
            html`<p class="presented__words">${say("card.what")}</p>
              ${readButton(view, "button--primary")}`,
          )
        : nothing;
    case "Sample": {
      const sample = item.cards.find((each) => each.path === what.path)?.sample;
      const about = fieldAt(item, what.path)?.label ?? tableAt(item, what.path)?.label;
      if (sample == null || about === undefined || room.filed !== null) return nothing;
      const title = say("presented.sample", { field: local(about) });
      return card(view, title, `${title}：${local(sample)}`, html`<p class="presented__words">${local(sample)}</p>`, {
        printed: say("presented.print"),
        larger: true,
      });
    }
    case "PageSample": {
      const page = item.pages.find((each) => each.id === what.page);
      if (page === undefined || room.filed !== null) return nothing;
      const title = say("presented.sample", { field: local(page.title) });
      const more = { printed: say("presented.print"), larger: true, page: true };
      return card(view, title, sampleAloud(view, page), pageSample(view, page), more);
    }
    case "CentreMap": {
      const title = say("map.from", { name });
      const { map } = view.state;
      return map === null
        ? card(view, title, title, html`<h1 class="presented__words" tabindex="-1">${say("map.loading")}</h1>`, {
            page: true,
          })
        : card(view, title, wayAloud(map), centreMap(map), {
            printed: say("leaflet.print"),
            larger: true,
            page: true,
          });
    }
    case "Question": {
      const field = fieldAt(item, what.path);
      return field === null || !asks(view) ? nothing : question(view, field, what.path, name);
    }
    default:
      return passedOver(what, nothing);
  }
}

/** An example, a page of examples or a map, over everything and as large as the screen; null where none is there now. */
export function enlarged(view: RoomScreen): TemplateResult | null {
  const body = enlargedBody(view);
  return body === null
    ? null
    : html`<div class="enlarged">
        ${body}
        <div class="dialog__acts">
          <button type="button" class="button button--primary" @click=${() => view.acts.touch({ sheet: null })}>
            ${say("leaflet.smaller")}
          </button>
        </div>
      </div>`;
}

function enlargedBody(view: RoomScreen): TemplateResult | null {
  const { room, item, map } = view.state;
  const what = room.presented;
  if (what?.type === "CentreMap") return map === null ? null : centreMap(map);
  if (what === null || room.filed !== null) return null;
  if (what.type === "PageSample") {
    const page = item.pages.find((each) => each.id === what.page);
    return page === undefined ? null : pageSample(view, page);
  }
  if (what.type !== "Sample") return null;
  const sample = item.cards.find((each) => each.path === what.path)?.sample;
  const about = fieldAt(item, what.path)?.label ?? tableAt(item, what.path)?.label;
  return sample == null || about === undefined
    ? null
    : html`<h1 class="leaflet__title" tabindex="-1">${say("presented.sample", { field: local(about) })}</h1>
        <p class="enlarged__words">${local(sample)}</p>`;
}

/** Whether something stands there that is to be read or answered first. */
export function isPresented(view: RoomScreen): boolean {
  const { presented: what, filed } = view.state.room;
  if (what === null || view.state.call?.type !== "Talking") return false;
  switch (what.type) {
    case "Phrase":
    case "Leaflet":
    case "NextItem":
    case "CentreMap":
      return true;
    case "Question":
      return asks(view);
    case "Sample":
    case "PageSample":
    case "CardAsked":
      return filed === null;
    default:
      return passedOver(what, false);
  }
}

/** Whether a question stands there that can be answered now. */
export function asks(view: RoomScreen): boolean {
  const { room } = view.state;
  return room.presented?.type === "Question" && room.filed === null && isShown(formView(view), room.presented.path);
}

function question(view: RoomScreen, field: Field, path: string, name: string): TemplateResult {
  const form = formView(view);
  const title = say("presented.question", { name });
  const answers =
    field.kind === "YES_NO"
      ? [
          { code: "true", words: t("field.yes") },
          { code: "false", words: t("field.no") },
        ]
      : derived(form)
          .offered(field, path)
          .map((each) => ({ code: each.code, words: local(each.label) }));
  const now = valueAt(form, path);
  return card(
    view,
    title,
    `${local(field.label)}？${answers.map((each) => each.words).join("，")}`,
    html`<p class="presented__words">${local(field.label)}</p>
      <div
        class="choices ${answers.length % 2 === 0 ? "choices--even" : ""}"
        role="group"
        aria-label=${local(field.label)}
      >
        ${answers.map(
          (each) =>
            html`<button
              type="button"
              class="choice ${each.code === now ? "choice--on" : ""}"
              @click=${() => view.acts.answerClerk(path, each.code)}
            >
              ${icon(each.code === now ? "circle-check" : "circle")}<span>${each.words}</span>
            </button>`,
        )}
      </div>`,
  );
}

/** @param more what its print button says, whether it can be enlarged, and whether it takes the place of the form */
function card(
  view: RoomScreen,
  title: string,
  aloud: string,
  body: TemplateResult,
  more: { printed?: string; larger?: boolean; page?: boolean } = {},
): TemplateResult {
  const head = html`${icon("message-square-text")}<span>${title}</span>`;
  return html`<section class="presented card ${more.page ? "presented--page" : ""}" role="status" aria-label=${title}>
    ${more.page ? html`<p class="presented__title">${head}</p>` : html`<h1 class="presented__title">${head}</h1>`}
    ${body}
    <div class="presented__acts">
      ${
        canReadAloud()
          ? html`<button type="button" class="button button--quiet" @click=${() => readAloud(aloud)}>
              ${icon("volume-2")}<span>${t("read.aloud")}</span>
            </button>`
          : nothing
      }
      ${
        more.printed === undefined
          ? nothing
          : html`<button type="button" class="button button--quiet" @click=${view.acts.print}>
              ${icon("printer")}<span>${more.printed}</span>
            </button>`
      }
      ${
        more.larger
          ? html`<button
              type="button"
              class="button button--quiet"
              @click=${() => view.acts.touch({ sheet: "presented" })}
            >
              ${icon("maximize")}<span>${say("leaflet.larger")}</span>
            </button>`
          : nothing
      }
      <button
        type="button"
        class="button ${asks(view) || view.state.room.presented?.type === "CardAsked" ? "button--clerk" : "button--primary"}"
        @click=${view.acts.putAway}
      >
        ${icon("x")}<span>${say("presented.away")}</span>
      </button>
    </div>
  </section>`;
}
