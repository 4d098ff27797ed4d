import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import type { EarlierCase, ServiceItem, What } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { date } from "web-kit/text/time.ts";
import { isBroken } from "../asked-of-state.ts";
import { instead } from "./standing.ts";
import { say } from "../text/text.ts";
import type { RoomScreen, View } from "../view.ts";

const onCard: readonly What[] = ["NAME", "ID_TYPE", "ID_NO", "SEX", "BIRTH", "ETHNIC", "HUKOU_ADDRESS"];

/** Above a page of the form that an identity card, or the case before this one, could fill in. */
export function cardStrip(view: RoomScreen): TemplateResult | typeof nothing {
  const { room, item, page, reader } = view.state;
  const shows = item.pages[page]?.shows ?? [];
  if (room.filed !== null || !namesAny(item, shows)) return nothing;
  if (room.card === null) return reader !== null && namesAny(item, shows, onCard) ? readStrip(view) : nothing;
  const { earlier, earlierTaken, expired } = room.card;
  return html`${expired == null ? nothing : expiredStrip(expired)} ${earlierStrip(view, earlier, earlierTaken)}`;
}

/** It fills in the form all the same. */
function expiredStrip(day: string): TemplateResult {
  return html`<div class="notice notice--warn" role="status">
    ${icon("triangle-alert")}
    <p>${say("card.expired", { day })}</p>
  </div>`;
}

function earlierStrip(
  view: RoomScreen,
  earlier: EarlierCase | null | undefined,
  earlierTaken: boolean,
): TemplateResult | typeof nothing {
  const { room } = view.state;
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

function readStrip(view: RoomScreen): TemplateResult | typeof nothing {
  if (isBroken(view.state, "READ_CARD")) return instead(view, "READ_CARD");
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

/** To press is to agree, once. A simulated reader says that it is one, and a touch lays one of the demo's cards on it. */
export function cardSheet(view: View): TemplateResult {
  const cards = view.state.reader?.cards ?? [];
  return html`<h2 class="dialog__title" tabindex="-1">${say("card.title")}</h2>
    <p>${say("card.what")}</p>
    ${cards.length === 0 ? nothing : html`${simulatedNote()} ${cardChoices(view, view.acts.readCard)}`}
    <div class="dialog__acts">
      ${
        cards.length === 0
          ? html`<button type="button" class="button button--primary" @click=${() => view.acts.readCard(null)}>
              ${icon("id-card")}<span>${say("card.laid")}</span>
            </button>`
          : nothing
      }
      <button type="button" class="button button--quiet" @click=${() => view.acts.touch({ sheet: null })}>
        ${say("card.not")}
      </button>
    </div>`;
}

export function simulatedNote(): TemplateResult {
  return html`<div class="notice notice--warn">
    ${icon("info")}
    <p>${say("card.simulated")}</p>
  </div>`;
}

/** The demo's cards. */
export function cardChoices(view: View, lay: (card: string) => void, disabled = false): TemplateResult {
  return html`<div class="choices" role="group" aria-label=${say("card.title")}>
    ${(view.state.reader?.cards ?? []).map(
      (each) =>
        html`<button type="button" class="choice" ?disabled=${disabled} @click=${() => lay(each.card)}>
          ${icon("id-card")}<span>${local(each.label)}</span>
        </button>`,
    )}
  </div>`;
}

function namesAny(item: ServiceItem, shows: readonly string[], what?: readonly What[]): boolean {
  return item.prefill.some((each) => shows.includes(each.path) && (what === undefined || what.includes(each.what)));
}
