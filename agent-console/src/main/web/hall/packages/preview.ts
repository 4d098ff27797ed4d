import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { differences, type Difference } from "web-kit/form/differences.ts";
import { formPage } from "web-kit/form/form-page.ts";
import type { FormView } from "web-kit/form/form-view.ts";
import { fieldAt, isShown } from "web-kit/form/paths.ts";
import { Pen } from "web-kit/form/pen.ts";
import type { ServiceItem } from "web-kit/protocol.ts";
import { nextRoom, type RoomState } from "web-kit/room/room-state.ts";
import { capital, local } from "web-kit/text/language.ts";
import { s } from "../../text/text.ts";
import type { HallActs } from "../hall-page.ts";
import type { Shown } from "./packages.ts";

/** What would change, in sentences, and the form as an applicant would find it. */
export function preview(shown: Shown, act: HallActs): TemplateResult {
  const { item, before } = shown;
  const changes = before === null ? [] : differences(before, item);
  return html`<div class="packages__columns">
    <section class="panel packages__list" aria-labelledby="preview-changes">
      <header class="panel__head">
        <h2 id="preview-changes">${s("packages.changes", { item: local(item.title) })}</h2>
        <span class="caption panel__end num"
          >${before === null ? "" : `${before.version} → `}${item.version} · ${shown.hash.slice(0, 8)}</span
        >
      </header>
      <div class="panel__body packages__changes">
        ${before === null ? html`<p>${s("packages.isNew")}</p>` : nothing}
        ${before !== null && changes.length === 0 ? html`<p>${s("packages.noChange")}</p>` : nothing}
        <ul>
          ${changes.map((each) => html`<li class="packages__${each.how.toLowerCase()}">${sentenceOf(each)}</li>`)}
        </ul>
        <div class="packages__acts">
          <button type="button" class="button button--primary button--tall" @click=${() => act.putInForce()}>
            ${icon("check")}<span>${s("packages.put")}</span>
          </button>
          <button type="button" class="button" @click=${() => act.forgetTrial()}>${s("packages.leave")}</button>
        </div>
        <p class="caption">${s("packages.putMore")}</p>
      </div>
    </section>
    <section class="panel packages__change" aria-labelledby="preview-form">
      <header class="panel__head">
        <h2 id="preview-form">${s("packages.form")}</h2>
        <span class="chip chip--brand panel__end">${icon("map-pin")}<span>${local(item.variant)}</span></span>
      </header>
      <div class="panel__body" role="group" aria-labelledby="preview-form" tabindex="0">${pages(item)}</div>
    </section>
  </div>`;
}

function pages(item: ServiceItem): TemplateResult[] {
  const view = emptyForm(item);
  return item.pages.map((page, index) => {
    const hidden = page.shows.filter((path) => !isShown(view, path));
    return html`<section class="step">
      <h3 class="step__title"><span class="step__number">${index + 1}</span>${local(page.title)}</h3>
      <div class="packages__page" inert>${formPage(view, page)}</div>
      ${
        hidden.length === 0
          ? nothing
          : html`<p class="caption">
              ${s("packages.later", { fields: hidden.map((path) => nameOf(item, path)).join("，") })}
            </p>`
      }
    </section>`;
  });
}

function nameOf(item: ServiceItem, path: string): string {
  const field = fieldAt(item, path) ?? item.tables.find((table) => table.path === path);
  return field === undefined ? path : local(field.label);
}

/** Nobody writes in it. */
function emptyForm(item: ServiceItem): FormView {
  const room = nextRoom(null, {
    type: "RoomSnapshot",
    room: "",
    seq: 0,
    item: item.item,
    near: "",
    owner: "",
    form: { fields: {}, rows: firstRows(item), rev: 0, issues: [], unconfirmed: [] },
    suggestions: [],
    grants: [],
    chat: [],
    declared: [],
    atKiosk: "APPLICANT",
    migrations: [],
    led: { follows: true },
  }) as RoomState;
  const pen = new Pen({
    room: () => null,
    isMine: () => false,
    isMasked: () => false,
    maxLength: () => Infinity,
    operate: () => new Promise(() => undefined),
    send: () => undefined,
    changed: () => undefined,
  });
  return {
    item,
    room,
    edits: {},
    pen,
    role: "CLERK",
    surface: "console",
    mayWrite: false,
    online: true,
    now: 0,
    strict: false,
    issueText: () => "",
  };
}

function firstRows(item: ServiceItem): Record<string, string[]> {
  return Object.fromEntries(
    item.tables.map((table) => [table.path, Array.from({ length: table.fewest }, (_, row) => `r${row + 1}`)]),
  );
}

export function sentenceOf(
  { part, how, name, from, to }: Difference,
  said: "packages.said" | "packages.unlike" = "packages.said",
): string {
  const what =
    part === "CARD" && name !== null && from !== null && to !== null ? local(name) : s(`packages.part.${part}`);
  if (from !== null && to !== null) return capital(s(said, { what, from: local(from), to: local(to) }));
  return s(`packages.how.${how}`, { what, name: name === null ? "" : local(name) });
}
