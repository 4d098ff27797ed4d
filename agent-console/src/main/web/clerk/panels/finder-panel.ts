import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { icon } from "web-kit/elements/icon.ts";
import { longestQuestion, type Found } from "web-kit/find/find-desk.ts";
import { questions, wanted } from "web-kit/form/guide.ts";
import type { ServiceItem } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { t } from "web-kit/text/text.ts";
import { key } from "../../shared/top-bar.ts";
import { s } from "../../text/text.ts";
import { serverNow, type ClerkActs, type ClerkPage } from "../clerk-page.ts";
import { aboutItem } from "../finder-acts.ts";
import { mapToSend } from "../maps.ts";

/** A small finder of what the centre handles: its leaflet goes to the applicant with one key, and so does the call to it. */
export function finderPanel(page: ClerkPage, act: ClerkActs): TemplateResult {
  const { finder } = page;
  const about = aboutItem(page);
  const map = mapToSend(page);
  return html`<section class="panel help__finder" aria-label=${s("finder.title")}>
    <search class="finder__search">
      ${icon("search")}
      <input
        id="finder-words"
        class="input"
        type="text"
        autocomplete="off"
        spellcheck="false"
        maxlength=${longestQuestion}
        aria-label=${s("finder.hint")}
        placeholder=${s("finder.hint")}
        .value=${live(finder.words)}
        @input=${(event: InputEvent) => act.find((event.currentTarget as HTMLInputElement).value)}
      />
      ${key("I")}
    </search>
    <div class="finder__list" aria-live="polite">${results(page, act)}</div>
    ${about === null ? nothing : chosen(page, about, act)}
    <div class="finder__map">
      <button type="button" class="button" ?disabled=${map === null} @click=${() => act.sendMap()}>
        ${icon("map-pin")}<span>${s(map === null || map === page.desk.room?.owner ? "finder.map" : "finder.mapTheirs")}</span>${key("A")}
      </button>
      ${map === null ? html`<p class="caption">${s("finder.noMap")}</p>` : nothing}
    </div>
  </section>`;
}

function results(page: ClerkPage, act: ClerkActs): TemplateResult | typeof nothing {
  const { words, found, chosen: on } = page.finder;
  if (words.trim() === "") {
    return on === null ? html`<p class="caption finder__hint">${s("finder.how")}</p>` : nothing;
  }
  if (found === null) return html`<p class="caption finder__hint">${s("finder.looking")}</p>`;
  if (found.length === 0) return html`<p class="caption finder__hint">${s("finder.nothing")}</p>`;
  return html`<ul>
    ${found.map((each) => line(each, each.item === on, act))}
  </ul>`;
}

function line(each: Found, on: boolean, act: ClerkActs): TemplateResult {
  return html`<li>
    <button
      type="button"
      class="finder__item ${on ? "finder__item--on" : ""}"
      aria-pressed=${on}
      @click=${() => act.chooseItem(each.item)}
    >
      <b>${local(each.title)}</b><span class="caption">${local(each.summary)}</span>
    </button>
  </li>`;
}

function chosen(page: ClerkPage, item: ServiceItem, act: ClerkActs): TemplateResult {
  const { finder } = page;
  const turns = finder.chosen !== null;
  const sure = wanted(item, finder.answers, serverNow(page));
  return html`<div class="finder__chosen" role="group" aria-label=${local(item.title)}>
    <h3>${local(item.title)}</h3>
    <p class="caption">${s("help.fee")} ${local(item.fee)} · ${s("help.timeLimit")} ${local(item.timeLimit)}</p>
    ${questions(item, finder.answers, serverNow(page)).map(
      (each) =>
        html`<label class="finder__told">
          <span class="caption">${local(each.field.label)}</span>
          <select
            class="input"
            @change=${(event: Event) => act.tellSituation(each.field.path, (event.target as HTMLSelectElement).value)}
          >
            <option value="" ?selected=${each.answer === ""}>${s("finder.notSaid")}</option>
            ${each.choices.map(
              (choice) =>
                html`<option value=${choice.code} ?selected=${each.answer === choice.code}>
                  ${choice.label === null ? t(choice.code === "true" ? "field.yes" : "field.no") : local(choice.label)}
                </option>`,
            )}
          </select>
        </label>`,
    )}
    <p class="caption">${s("finder.materials", { count: sure.length })}</p>
    <div class="finder__acts">
      <button type="button" class="button" @click=${() => act.sendLeaflet()}>
        ${icon("file-text")}<span>${s("finder.leaflet")}</span>${key("L")}
      </button>
      ${
        turns
          ? html`<button type="button" class="button button--primary" @click=${() => act.proposeItem()}>
              ${icon("arrow-right")}<span>${s("finder.propose")}</span>${key("J")}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}

/** 只咨询: there is no form, and the screen says so plainly. */
export function questionPanel(page: ClerkPage, act: ClerkActs): TemplateResult {
  const what = page.desk.room?.presented ?? null;
  return html`<section class="panel panel--tall question" aria-labelledby="question-title">
    <header class="panel__head panel__head--large"><h2 id="question-title">${s("question.title")}</h2></header>
    <div class="question__body">
      <span class="question__round">${icon("message-square-text")}</span>
      <p class="question__lead">${s("question.lead")}</p>
      <ul class="bring">
        <li>${icon("check")}<span>${s("question.noIdentity")}</span></li>
        <li>${icon("check")}<span>${s("question.leaflet")} ${key("L")}</span></li>
        <li>${icon("check")}<span>${s("question.turns")} ${key("J")}</span></li>
      </ul>
      ${
        what?.type === "NextItem"
          ? html`<p class="tag tag--warn" role="status">${icon("clock")}<span>${s("question.asked")}</span></p>`
          : html`<button
              type="button"
              class="button ${page.finder.chosen === null ? "button--primary" : ""}"
              @click=${() => act.openFinder()}
            >
              ${icon("search")}<span>${s("question.find")}</span>${key("I")}
            </button>`
      }
    </div>
  </section>`;
}
