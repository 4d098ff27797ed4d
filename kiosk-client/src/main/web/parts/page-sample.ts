import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { isShort } from "web-kit/form/form-field.ts";
import { columnsOf, fieldAt, isShown, tableAt } from "web-kit/form/paths.ts";
import type { Field, Page } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { rowName } from "web-kit/text/text.ts";
import { say } from "../text/text.ts";
import { formView, type RoomScreen } from "../view.ts";

/** A page of the form as it looks when it is filled, by the examples of the item: nothing of it is anybody's answer. */
export function pageSample(view: RoomScreen, page: Page): TemplateResult {
  return html`<h1 class="leaflet__title" tabindex="-1">
      ${local(page.title)} <span class="chip">${icon("info")}${say("sample.mark")}</span>
    </h1>
    <div class="form specimens">${pathsOf(view, page).map((path) => shown(view, path))}</div>`;
}

/** What the page asks for now, and what there is an example of, whatever was answered before it. */
function pathsOf(view: RoomScreen, page: Page): readonly string[] {
  const form = formView(view);
  return page.shows.filter((path) => isShown(form, path) || exampleAt(view, path) !== null);
}

/** The fields of which there is an example, each with it. */
export function sampleAloud(view: RoomScreen, page: Page): string {
  const { item } = view.state;
  const lines = pathsOf(view, page)
    .flatMap((path) => {
      const table = tableAt(item, path);
      return table === null ? [path] : [path, ...columnsOf(item, table).map((column) => column.path)];
    })
    .flatMap((path) => {
      const example = exampleAt(view, path);
      const about = fieldAt(item, path)?.label ?? tableAt(item, path)?.label;
      return example === null || about === undefined ? [] : [`${local(about)}：${example}`];
    });
  return [say("presented.sample", { field: local(page.title) }), ...lines].join("。");
}

function shown(view: RoomScreen, path: string): TemplateResult | typeof nothing {
  const { item } = view.state;
  const table = tableAt(item, path);
  if (table === null) {
    const field = fieldAt(item, path);
    return field === null ? nothing : specimen(field, exampleAt(view, path));
  }
  const whole = exampleAt(view, path);
  return html`<section class="table" aria-label=${local(table.label)}>
    <h2 class="table__title">${local(table.label)}</h2>
    ${whole === null ? nothing : html`<p class="specimen">${whole}</p>`}
    <div class="row">
      <p class="row__name">${rowName(table, 1)}</p>
      <div class="form">${columnsOf(item, table).map((column) => specimen(column, exampleAt(view, column.path)))}</div>
    </div>
  </section>`;
}

function specimen(field: Field, example: string | null): TemplateResult {
  return html`<div class="field ${isShort(field) ? "field--half" : ""}">
    <div class="field__head">
      <span class="field__label"><span class="field__name">${local(field.label)}</span></span>
    </div>
    <p class="specimen ${example === null ? "specimen--yours" : ""}">${example ?? say("sample.yours")}</p>
  </div>`;
}

function exampleAt(view: RoomScreen, path: string): string | null {
  const sample = view.state.item.cards.find((card) => card.path === path)?.sample;
  return sample == null ? null : local(sample);
}
