import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { questions, wanted } from "web-kit/form/guide.ts";
import { fieldAt, tableAt } from "web-kit/form/paths.ts";
import { answersOf, leafletAddress } from "web-kit/form/leaflet.ts";
import type { Leaflet, ServiceItem } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { canReadAloud, readAloud } from "web-kit/text/read-aloud.ts";
import { t } from "web-kit/text/text.ts";
import { say } from "../text/text.ts";
import { destination, type RoomScreen } from "../view.ts";
import { figures, materials } from "./item-facts.ts";
import { qr } from "./qr.ts";

/** 告知单: what an item takes, from the clerk; to be read, heard, printed or carried away on a phone. */
export function leaflet(view: RoomScreen, what: Leaflet, name: string): TemplateResult {
  const { other } = view.state;
  const title = say("leaflet.from", { name });
  return html`<section class="presented presented--page card leaflet" role="status" aria-label=${title}>
    <p class="presented__title">${icon("file-text")}<span>${title}</span></p>
    ${other === null ? html`<p class="lead">${say("before.loading")}</p>` : sheet(view, other, what)}
    <div class="presented__acts">
      ${aloud(view, other, what)} ${act("printer", say("leaflet.print"), view.acts.print)}
      ${act("maximize", say("leaflet.larger"), () => view.acts.touch({ sheet: "leaflet" }))}
      <button type="button" class="button button--primary" @click=${view.acts.putAway}>
        ${icon("x")}<span>${say("presented.away")}</span>
      </button>
    </div>
  </section>`;
}

/** The same, over everything and as large as the screen. */
export function leafletSheet(view: RoomScreen): TemplateResult | typeof nothing {
  const { other, room } = view.state;
  const what = room.presented;
  if (what?.type !== "Leaflet" || other === null) return nothing;
  return html`<div class="enlarged leaflet leaflet--large">
    ${sheet(view, other, what)}
    <div class="dialog__acts">
      <button type="button" class="button button--primary" @click=${() => view.acts.touch({ sheet: null })}>
        ${say("leaflet.smaller")}
      </button>
    </div>
  </div>`;
}

function sheet(view: RoomScreen, item: ServiceItem, what: Leaflet): TemplateResult {
  const place = destination(view, view.state.room.owner);
  const situation = told(view, item, what);
  return html`<div class="leaflet__head">
      <div class="leaflet__words">
        <h1 class="leaflet__title" tabindex="-1">${local(item.title)}</h1>
        ${
          situation.length === 0
            ? nothing
            : html`<p class="leaflet__told">
                ${situation.map((each) => html`<span class="chip">${icon("circle-check")}${each}</span>`)}
              </p>`
        }
        ${
          place === null
            ? nothing
            : html`<p>
                ${say("leaflet.where", { place: local(place.name) })}
                ${place.hours == null ? nothing : html`<br /><small class="caption">${local(place.hours)}</small>`}
              </p>`
        }
        <small class="caption"
          >${say("leaflet.version", { variant: local(item.variant), version: item.version })}</small
        >
      </div>
      <div class="leaflet__code">
        ${qr(`${location.origin}${leafletAddress(item, view.state.room.owner, what.told)}`, say("leaflet.qr"))}
        <small>${say("leaflet.scan")}</small>
      </div>
    </div>
    ${figures(item)}
    <h2>${say("before.bring")}</h2>
    ${materials(wanted(item, answersOf(what.told), view.now))} ${samples(item)}`;
}

/** What is often written wrong, as it is written right. */
function samples(item: ServiceItem): TemplateResult | typeof nothing {
  const cards = item.cards.filter((card) => card.sample != null).slice(0, 3);
  if (cards.length === 0) return nothing;
  return html`<h2>${say("leaflet.samples")}</h2>
    <ul class="leaflet__samples">
      ${cards.map((card) => {
        const field = fieldAt(item, card.path) ?? tableAt(item, card.path);
        return html`<li>
          ${field === null ? nothing : html`<b>${local(field.label)}</b>`} ${local(card.sample ?? card.wants)}
        </li>`;
      })}
    </ul>`;
}

function told(view: RoomScreen, item: ServiceItem, what: Leaflet): readonly string[] {
  return questions(item, answersOf(what.told), view.now).flatMap(({ field, choices, answer }) => {
    const choice = choices.find((each) => each.code === answer);
    if (choice === undefined) return [];
    const words = choice.label === null ? t(answer === "true" ? "field.yes" : "field.no") : local(choice.label);
    return [say("leaflet.told", { name: local(field.label), words })];
  });
}

function aloud(view: RoomScreen, item: ServiceItem | null, what: Leaflet): TemplateResult | typeof nothing {
  if (item === null || !canReadAloud()) return nothing;
  const names = wanted(item, answersOf(what.told), view.now).map((each) => local(each.material.name));
  const words = [
    local(item.title),
    `${say("before.time")}：${local(item.timeLimit)}`,
    `${say("before.fee")}：${local(item.fee)}`,
    `${say("before.bring")}：${names.join("，")}`,
  ].join("。");
  return act("volume-2", t("read.aloud"), () => readAloud(words));
}

function act(name: "volume-2" | "printer" | "maximize", words: string, press: () => void): TemplateResult {
  return html`<button type="button" class="button button--quiet" @click=${press}>
    ${icon(name)}<span>${words}</span>
  </button>`;
}
