import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../elements/icon.ts";
import type { MigrationReport, Rule } from "../protocol.ts";
import { issueText } from "../text/issues.ts";
import { language, local } from "../text/language.ts";
import { t } from "../text/text.ts";

/** What becomes of a form under a newer package: first what people filled in, then what is asked otherwise. */
export function migrationReport(report: MigrationReport, rules: readonly Rule[]): TemplateResult {
  const { lost, doubtful, toConfirm, toDeclare, parts } = report;
  const untouched = lost.length === 0 && doubtful.length === 0;
  return html`<div class="migration">
    ${untouched ? html`<p class="migration__fine">${icon("circle-check")}<span>${t("migration.nothing")}</span></p>` : nothing}
    ${group(
      t("migration.lost"),
      lost.map((each) => [local(each.name), local(each.value), t(`migration.why.${each.why}`)]),
    )}
    ${group(
      t("migration.doubtful"),
      doubtful.map((each) => [local(each.name), "", issueText(each.issue, language(), rules)]),
    )}
    ${group(
      t("migration.again"),
      toConfirm.map((each) => [local(each.name), "", ""]),
    )}
    ${toDeclare.length === 0 ? nothing : html`<p>${t("migration.declare")}</p>`}
    ${group(
      t("migration.parts"),
      parts.map((each) => [
        t(`migration.${each.how}`, { what: t(`migration.part.${each.part}`), name: local(each.name) }),
        "",
        "",
      ]),
    )}
  </div>`;
}

function group(title: string, lines: readonly (readonly [string, string, string])[]): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<h3 class="migration__title">${title}</h3>
    <ul class="migration__list">
      ${lines.map(
        ([name, value, why]) =>
          html`<li>
            <span>${name}</span
            >${value === "" ? nothing : html`<b data-unspoken>${value}</b>`}${why === "" ? nothing : html`<small>${why}</small>`}
          </li>`,
      )}
    </ul>`;
}
