import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import type { Presentation, ServiceItem } from "web-kit/protocol.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { local } from "web-kit/text/language.ts";
import { key } from "../../shared/top-bar.ts";
import { s } from "../../text/text.ts";
import type { ClerkActs, ClerkPage } from "../clerk-page.ts";
import { cardNow, stepsNow, type StepNow } from "../script.ts";
import { fieldName } from "./form-panel.ts";
import { withdrawn } from "./ladder.ts";

/** What an experienced clerk says and does, in order. It holds nobody up: a step may be left out or taken before its turn. */
export function script(page: ClerkPage, room: RoomState, item: ServiceItem, act: ClerkActs): TemplateResult {
  const steps = stepsNow(item, room, page.work.ticked);
  return html`<section class="panel help__script" aria-label=${s("help.script")}>
    <ol class="script" tabindex="0" aria-label=${s("help.script")}>
      ${steps.map((each) => stepLine(each, room, item, act))}
    </ol>
  </section>`;
}

function stepLine({ step, done, byHand, current }: StepNow, room: RoomState, item: ServiceItem, act: ClerkActs) {
  const at = step.at ?? null;
  const tick = icon(done ? "circle-check" : "circle");
  return html`<li class="script__step ${current ? "script__step--now" : ""} ${done ? "script__step--done" : ""}">
    ${
      byHand
        ? html`<button
            type="button"
            class="script__tick"
            aria-pressed=${done}
            aria-label=${s("script.tick", { words: local(step.say) })}
            @click=${() => act.tickStep(step.id)}
          >
            ${tick}
          </button>`
        : html`<span class="script__tick"
            >${tick}<span class="unseen">${s(done ? "script.done" : "script.open")}</span></span
          >`
    }
    <div class="script__words">
      <p>${local(step.say)}</p>
      ${
        done && !current
          ? nothing
          : html`<p class="script__acts">
              <button
                type="button"
                class="tool"
                @click=${() => act.present({ type: "Phrase", zh: step.say.zh, en: step.say.en })}
              >
                ${icon("monitor-up")}<span>${s("script.say")}</span>${current ? key("N") : nothing}
              </button>
              ${
                at === null
                  ? nothing
                  : html`<button
                      type="button"
                      class="tool"
                      ?disabled=${withdrawn(room, "POINT") !== null}
                      title=${withdrawn(room, "POINT") ?? nothing}
                      @click=${() => {
                        act.goTo(at);
                        act.point(at);
                      }}
                    >
                      ${icon("pointer")}<span>${fieldName(item, room, at)}</span>${current ? key("G") : nothing}
                    </button>`
              }
              ${current && byHand ? html`<span class="caption">${s("script.tickKey")} ${key("K")}</span>` : nothing}
            </p>`
      }
    </div>
  </li>`;
}

/** What this jurisdiction wants at the field in focus, why, an example of it; and what the matter costs and takes. */
export function ruleCard(
  page: ClerkPage,
  room: RoomState,
  item: ServiceItem,
  act: ClerkActs,
): TemplateResult | typeof nothing {
  const card = cardNow(item, room, page.work.at);
  if (card === null) return nothing;
  return html`<section class="panel card-panel" aria-labelledby="card-title">
    <h2 class="panel__head" id="card-title">
      ${icon("file-text")}<span>${fieldName(item, room, card.path)}</span>
      <span class="caption panel__end">${local(item.variant)}</span>
    </h2>
    <div class="card-panel__body" tabindex="0" role="group" aria-labelledby="card-title">
      <p>${local(card.wants)}</p>
      ${card.basis == null ? nothing : html`<p class="caption">${s("card.basis")}${local(card.basis)}</p>`}
      ${
        card.sample == null
          ? nothing
          : html`<p class="card-panel__sample">
              <span class="caption">${s("card.sample")}</span><b>${local(card.sample)}</b>
              <button type="button" class="tool" @click=${() => act.present({ type: "Sample", path: card.path })}>
                ${icon("monitor-up")}<span>${s("card.show")}</span>${key("R")}
              </button>
            </p>`
      }
      <p class="caption">${s("help.fee")} ${local(item.fee)} · ${s("help.timeLimit")} ${local(item.timeLimit)}</p>
    </div>
  </section>`;
}

/** What stands before the applicant just now; Escape puts it away. */
export function presentedStrip(room: RoomState, item: ServiceItem, act: ClerkActs): TemplateResult | typeof nothing {
  const what = room.presented;
  if (what === null) return nothing;
  const words = presentedWords(what, room, item);
  return html`<section class="panel presented" role="status">
    ${icon("monitor-up")}
    <p><span class="caption">${s("presented.title")}</span> ${words}</p>
    <button type="button" class="tool" @click=${() => act.putAway()}>
      ${icon("x")}<span>${s("presented.away")}</span>${key("Esc")}
    </button>
  </section>`;
}

function presentedWords(what: Presentation, room: RoomState, item: ServiceItem): string {
  switch (what.type) {
    case "Phrase":
      return local(what);
    case "Sample":
      return s("presented.sample", { field: fieldName(item, room, what.path) });
    case "PageSample": {
      const page = item.pages.find((each) => each.id === what.page);
      return s("presented.pageSample", { page: page === undefined ? "" : local(page.title) });
    }
    case "CentreMap":
      return s(what.centre === room.owner ? "presented.map" : "presented.mapTheirs");
    case "Question":
      return s("presented.question", { field: fieldName(item, room, what.path) });
    case "CardAsked":
      return s("presented.card");
    case "Leaflet":
      return s("presented.leaflet");
    case "NextItem":
      return s("presented.next");
  }
}
