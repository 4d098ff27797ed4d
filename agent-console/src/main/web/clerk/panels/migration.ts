import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { icon } from "web-kit/elements/icon.ts";
import { migrationReport } from "web-kit/form/migration-report.ts";
import { showModal } from "../../shared/take-focus.ts";
import { s } from "../../text/text.ts";
import type { ClerkActs, ClerkPage } from "../clerk-page.ts";
import { isCovered, withdrawn } from "./ladder.ts";

/** Says that the applicant's form goes by a former package, or that it was moved to a newer one. */
export function migrationStrip(page: ClerkPage, act: ClerkActs): TemplateResult | typeof nothing {
  const { room } = page.desk;
  if (room === null || room.filed !== null) return nothing;
  const last = room.migrations.at(-1);
  if (room.newer === null && last === undefined) return nothing;
  const words =
    room.newer === null
      ? s("migration.moved", { version: last?.toVersion ?? "", count: last?.lost.length ?? 0 })
      : room.migrationOffered === null
        ? s("migration.newer", { version: room.newer.version })
        : s("migration.offered", { version: room.newer.version });
  return html`<div class="strip strip--notice" role="status">
    ${icon("file-text")}<span>${words}</span>
    <button
      type="button"
      class="button"
      ?disabled=${isCovered(room)}
      title=${withdrawn(room, "SEE_FORM") ?? nothing}
      @click=${() => act.showMigration(true)}
    >
      ${s("migration.look")}
    </button>
  </div>`;
}

/** What would become, or became, of the applicant's answers. The applicant decides; the clerk proposes. */
export function migrationDialog(page: ClerkPage, act: ClerkActs): TemplateResult | typeof nothing {
  const { room } = page.desk;
  if (!page.work.migrationShown || room === null) return nothing;
  const { newer } = room;
  const report = newer === null ? room.migrations.at(-1) : room.preview;
  const fresh = report != null && (newer === null || report.itemHash === newer.itemHash);
  return html`<dialog
    class="card keys migration-dialog"
    aria-labelledby="migration-title"
    @close=${() => act.showMigration(false)}
    ${ref(showModal)}
  >
    <header class="keys__head">
      <h2 id="migration-title">${s(newer === null ? "migration.done" : "migration.title")}</h2>
      <button type="button" class="button button--bare panel__end" @click=${() => act.showMigration(false)}>
        ${icon("x")}<span>${s("app.close")}</span>
      </button>
    </header>
    <div class="migration-dialog__read" tabindex="0" role="group" aria-labelledby="migration-title">
      ${fresh ? migrationReport(report, page.item?.rules ?? []) : html`<p>${s("migration.asking")}</p>`}
    </div>
    ${
      newer === null
        ? nothing
        : html`<p class="caption">${s("migration.theirs")}</p>
            <button
              type="button"
              class="button button--primary button--tall"
              ?disabled=${!fresh || room.migrationOffered !== null}
              @click=${() => act.offerMigration(newer.itemHash)}
            >
              ${s(room.migrationOffered === null ? "migration.offer" : "migration.waiting")}
            </button>`
    }
  </dialog>`;
}
