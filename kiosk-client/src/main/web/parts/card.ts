import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import type { ServiceItem, What } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { date } from "web-kit/text/time.ts";
import { say } from "../text/text.ts";
import type { RoomScreen, View } from "../view.ts";

const onCard: readonly What[] = ["NAME", "ID_TYPE", "ID_NO", "SEX", "BIRTH", "ETHNIC", "HUKOU_ADDRESS"];

/** Above a page of the form that an identity card, or the case before this one, could fill in. */
export function cardStrip(view: RoomScreen): TemplateResult | typeof nothing {
  const { room, item, page, reader } = view.state;
  const shows = item.pages[page]?.shows ?? [];
  if (room.filed !== null || !namesAny(item, shows)) return nothing;
  if (room.card === null) return reader !== null && namesAny(item, shows, onCard) ? readStrip(view) : nothing;
  const { earlier, earlierTaken } = room.card;
  if (earlier == null || earlierTaken || view.touch.earlierPassed || room.atKiosk === "HELPER") return nothing;
  return html`<div class="notice notice--brand" role="status">
    ${icon("file-text")}
    <p>${say("earlier.offer", { item: local(earlier.title), day: date(earlier.filedAt) })}</p>
    <button type="button" class="button button--second" @click=${view.acts.takeEarlier}>${say("earlier.take")}</button>
    <button type="button" class="button button--quiet" @click=${() => view.acts.touch({ earlierPassed: true })}>
      ${say("earlier.pass")}
    </button>
  </div>`;
}

function readStrip(view: RoomScreen): TemplateResult {
  return html`<div class="notice" role="status">
    ${icon("id-card")}
    <p>${say("card.offer")}</p>
    ${readButton(view)}
  </div>`;
}

/** 读身份证 */
export function readButton(view: View, kind = "button--second"): TemplateResult {
  return html`<button type="button" class="button ${kind}" @click=${() => view.acts.touch({ sheet: "card" })}>
    ${icon("id-card")}<span>${say("card.read")}</span>
  </button>`;
}

/** So far there is no real reader: it is said so, and one of the demo's cards is laid on it by a touch. */
export function cardSheet(view: View): TemplateResult {
  const cards = view.state.reader?.cards ?? [];
  return html`<h2 class="dialog__title" tabindex="-1">${say("card.title")}</h2>
    <p>${say("card.what")}</p>
    <div class="notice notice--warn">
      ${icon("info")}
      <p>${say("card.simulated")}</p>
    </div>
    <div class="choices" role="group" aria-label=${say("card.title")}>
      ${cards.map(
        (each) =>
          html`<button type="button" class="choice" @click=${() => view.acts.readCard(each.card)}>
            ${icon("id-card")}<span>${local(each.label)}</span>
          </button>`,
      )}
    </div>
    <div class="dialog__acts">
      <button type="button" class="button button--quiet" @click=${() => view.acts.touch({ sheet: null })}>
        ${say("card.not")}
      </button>
    </div>`;
}

function namesAny(item: ServiceItem, shows: readonly string[], what?: readonly What[]): boolean {
  return item.prefill.some((each) => shows.includes(each.path) && (what === undefined || what.includes(each.what)));
}
