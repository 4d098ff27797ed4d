import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { icon } from "../elements/icon.ts";
import type { Page, Table } from "../protocol.ts";
import { language, local } from "../text/language.ts";
import { rowName, t } from "../text/text.ts";
import { formField, issueLine } from "./form-field.ts";
import { fieldId, type FormView } from "./form-view.ts";
import { columnsOf, fieldAt, inRow, isShown, tableAt } from "./paths.ts";

/** One page of the form: fields and tables in the item's order. */
export function formPage(view: FormView, page: Page): TemplateResult {
  return html`<div class="form">
    ${repeat(
      page.shows,
      (path) => path,
      (path) => {
        const table = tableAt(view.item, path);
        if (table !== null) return isShown(view, path) ? formTable(view, table) : nothing;
        const field = fieldAt(view.item, path);
        return field !== null && isShown(view, path) ? formField(view, field, path) : nothing;
      },
    )}
  </div>`;
}

/** Swatches that say whose writing looks how; the card's only where something was read from one. */
export function legend(view: FormView): TemplateResult {
  const clerk = view.role === "CLERK";
  const card = Object.values(view.room.fields).some((field) => field.source === "CARD" && field.value !== "");
  return html`<ul class="legend">
    <li><span class="legend__swatch"></span>${t(clerk ? "legend.applicant" : "legend.you")}</li>
    <li><span class="legend__swatch legend__swatch--clerk"></span>${t(clerk ? "legend.yourself" : "legend.clerk")}</li>
    ${card ? html`<li><span class="legend__swatch legend__swatch--source"></span>${t("field.fromCard")}</li>` : nothing}
  </ul>`;
}

function formTable(view: FormView, table: Table): TemplateResult {
  const rows = view.room.rows[table.path] ?? [];
  const row = local(table.row);
  const issues = view.room.issues.filter((issue) => issue.path === table.path);
  return html`<section class="table" id=${fieldId(table.path)} aria-label=${local(table.label)}>
    <h2 class="table__title">${local(table.label)}</h2>
    ${rows.length === 0 ? html`<p class="table__none">${t("table.none", { row })}</p>` : nothing}
    ${repeat(
      rows,
      (id) => id,
      (id, index) => formRow(view, table, id, index + 1),
    )}
    ${view.strict || rows.length > 0 ? issues.map((issue) => issueLine(view.issueText(issue, language()))) : nothing}
    ${
      view.mayWrite && rows.length < table.most
        ? html`<button type="button" class="button button--second" @click=${() => view.pen.addRow(table.path)}>
            ${icon("plus")}<span>${t("table.add", { row })}</span>
          </button>`
        : nothing
    }
  </section>`;
}

/** A clerk takes out no row in which the applicant says something; where they wrote over it, the server refuses. */
export function mayTakeOut(view: Pick<FormView, "room" | "role" | "mayWrite">, row: string): boolean {
  const { fields, unconfirmed } = view.room;
  const said = Object.entries(fields).some(
    ([path, state]) =>
      path.startsWith(`${row}/`) &&
      (state.confirmed ? state.value !== "" : state.value === "" && unconfirmed.includes(path)),
  );
  return view.mayWrite && !(view.role === "CLERK" && said);
}

function formRow(view: FormView, table: Table, id: string, number: number): TemplateResult {
  const at = `${table.path}/${id}`;
  const row = local(table.row);
  const name = rowName(table, number);
  const issues = view.room.issues.filter((issue) => issue.path === at);
  return html`<fieldset class="row" id=${fieldId(at)}>
    <legend class="row__name">${name}</legend>
    ${
      mayTakeOut(view, at)
        ? html`<button type="button" class="button button--quiet row__remove" @click=${() => view.pen.removeRow(at)}>
            ${icon("trash-2")}<span>${t("table.remove", { row, number })}</span>
          </button>`
        : nothing
    }
    <div class="form">
      ${columnsOf(view.item, table).map((column) => {
        const path = inRow(table.path, id, column.path);
        return isShown(view, path) ? formField(view, column, path) : nothing;
      })}
    </div>
    ${issues.map((issue) => issueLine(view.issueText(issue, language())))}
  </fieldset>`;
}
