import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import type { LifeEvent, LocalText, OfferedItem } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { longestQuestion, type Found } from "web-kit/find/find-desk.ts";
import type { Place } from "../kiosk-screen.ts";
import { say } from "../text/text.ts";
import { destination, type View } from "../view.ts";

/** More of them are listed by what happens in a life, so that nobody has to read them all. */
const listedPlainly = 8;

/** With the places and the box to search in, as much as one looks at at once. */
const tilesAtFirst = 5;

/** What was chosen so far, and what choosing does. */
export type Choice = {
  readonly centre: string | null;
  readonly item: string | null;
  readonly pick: (item: string, place: Place | null) => void;
  /** Only what this place handles. */
  readonly only?: boolean;
};

/** By what one calls it, by what happened, or out of the list of a place. */
export function findItem(view: View, place: Place | null, choice: Choice): TemplateResult {
  const { question, found } = view.touch;
  return html`${searchBox(view, choice)}
    <div aria-live="polite">
      ${
        question.trim() === ""
          ? nothing
          : found === null
            ? html`<p class="lead">${say("find.looking")}</p>`
            : answers(view, found, choice)
      }
    </div>
    ${question.trim() !== "" && found?.length !== 0 ? nothing : offered(view, place, choice)}`;
}

function searchBox(view: View, choice: Choice): TemplateResult {
  const { acts, touch } = view;
  return html`<search class="find">
    <span class="find__icon">${icon("search")}</span>
    <input
      class="input find__box"
      type="text"
      enterkeyhint="search"
      autocomplete="off"
      spellcheck="false"
      maxlength=${longestQuestion}
      aria-labelledby="choose-item"
      placeholder=${say("find.hint")}
      .value=${touch.question}
      @input=${(event: InputEvent) => acts.find((event.currentTarget as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => {
        // Enter belongs to the input method while it composes.
        if (event.key !== "Enter" || event.isComposing) return;
        const first = reachable(view, touch.found ?? [], choice)[0];
        if (first !== undefined) choice.pick(first.found.item, first.place);
      }}
    />
    ${
      touch.question === ""
        ? nothing
        : html`<button type="button" class="button button--quiet find__clear" @click=${() => acts.find("")}>
            ${icon("x")}<span>${say("find.clear")}</span>
          </button>`
    }
  </search>`;
}

function answers(view: View, found: readonly Found[], choice: Choice): TemplateResult {
  const here = reachable(view, found, choice);
  if (here.length === 0) return html`<p class="lead">${say("find.nothing")}</p>`;
  const { centre, item } = choice;
  return html`<div class="options" role="group" aria-label=${say("find.found")}>
    ${here.map(({ found: each, place }) =>
      option(
        each,
        each.item === item,
        () => choice.pick(each.item, place),
        centre !== null && place?.centre !== centre ? place : null,
      ),
    )}
  </div>`;
}

/** What was found, with the place to have it done at: the one chosen, or the only one; otherwise it is still to be chosen. */
function reachable(
  view: View,
  found: readonly Found[],
  { centre, only }: Choice,
): { found: Found; place: Place | null }[] {
  return found.flatMap((each) => {
    const places = each.owners
      .filter((owner) => only !== true || owner === centre)
      .map((owner) => destination(view, owner))
      .filter((place) => place !== null);
    if (places.length === 0) return [];
    const best =
      places.find((place) => place.centre === centre) ?? (centre === null && places.length > 1 ? null : places[0]);
    return [{ found: each, place: best ?? null }];
  });
}

function offered(view: View, place: Place | null, choice: Choice): TemplateResult {
  if (place === null) return html`<p class="lead">${say("choose.itemFirst")}</p>`;
  const { items } = place;
  if (items.length === 0) return html`<p class="lead">${say("choose.none")}</p>`;
  if (items.length <= listedPlainly) return list(place, items, "choose-item", choice);
  const events = (view.state.lobby?.events ?? []).filter((event) =>
    items.some((each) => each.events.includes(event.code)),
  );
  const only = events.find((event) => event.code === view.touch.event);
  const shown = only === undefined ? events : [only];
  const beside = only === undefined ? items.filter((each) => each.events.length === 0) : [];
  return html`<div class="events" role="group" aria-label=${say("find.events")}>
      ${eventsAtFirst(view, events, only).map((event) => tile(view, event, event === only))}
      ${
        folded(view, events)
          ? html`<button
              type="button"
              class="event event--more"
              aria-expanded="false"
              @click=${() => view.acts.touch({ allEvents: true })}
            >
              ${icon("list-checks")}<span>${say("find.moreEvents", { count: events.length - tilesAtFirst })}</span>
            </button>`
          : nothing
      }
    </div>
    ${shown.map((event) => {
      const under = items.filter((each) =>
        only === undefined ? each.events[0] === event.code : each.events.includes(event.code),
      );
      return under.length === 0 ? nothing : group(place, `event-${event.code}`, local(event.name), under, choice);
    })}
    ${beside.length === 0 ? nothing : group(place, "event-none", say("find.others"), beside, choice)}`;
}

function folded(view: View, events: readonly LifeEvent[]): boolean {
  return !view.touch.allEvents && events.length > tilesAtFirst + 1;
}

/** The first ones of the catalogue, and the one that is chosen. */
function eventsAtFirst(view: View, events: readonly LifeEvent[], only: LifeEvent | undefined): readonly LifeEvent[] {
  return folded(view, events) ? events.filter((event, index) => index < tilesAtFirst || event === only) : events;
}

function group(place: Place, id: string, name: string, items: readonly OfferedItem[], choice: Choice): TemplateResult {
  return html`<h3 id=${id}>${name}</h3>
    ${list(place, items, id, choice)}`;
}

function list(place: Place, items: readonly OfferedItem[], name: string, choice: Choice): TemplateResult {
  return html`<div class="options" role="group" aria-labelledby=${name}>
    ${items.map((each) => option(each, each.item === choice.item, () => choice.pick(each.item, place), null))}
  </div>`;
}

/** @param elsewhere the place, where it is not the one that was chosen */
function option(
  item: { title: LocalText; summary: LocalText },
  on: boolean,
  press: () => void,
  elsewhere: Place | null,
): TemplateResult {
  return html`<button
    type="button"
    class="option ${on ? "option--on" : ""}"
    aria-pressed=${on ? "true" : "false"}
    @click=${press}
  >
    <span class="option__icon">${icon("file-text")}</span>
    <span class="option__words"
      ><b>${local(item.title)}</b><span class="caption">${local(item.summary)}</span>${
        elsewhere === null
          ? nothing
          : html`<span class="state"
              >${icon("map-pin")}${say("find.elsewhere", { place: local(elsewhere.region) })}</span
            >`
      }</span
    >
    ${on ? icon("circle-check") : nothing}
  </button>`;
}

function tile(view: View, event: LifeEvent, on: boolean): TemplateResult {
  return html`<button
    type="button"
    class="event ${on ? "event--on" : ""}"
    aria-pressed=${on ? "true" : "false"}
    @click=${() => view.acts.touch({ event: on ? null : event.code })}
  >
    ${icon(eventIcon(event.code))}<span>${local(event.name)}</span>
  </button>`;
}

/** A picture for the events every catalogue has. */
function eventIcon(code: string) {
  switch (code) {
    case "BUSINESS":
      return "store";
    case "HOME":
      return "house";
    case "MOVE":
      return "truck";
    case "BIRTH":
      return "baby";
    case "SCHOOL_WORK":
      return "graduation-cap";
    case "MEDICAL":
      return "heart-pulse";
    case "RETIRE":
      return "armchair";
    case "CAR":
      return "car";
    case "PAPERS":
      return "id-card";
    case "LAW":
      return "scale";
    case "FAREWELL":
      return "flower-2";
    default:
      return "file-text";
  }
}
