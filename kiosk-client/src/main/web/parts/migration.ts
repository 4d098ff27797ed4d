import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { migrationReport } from "web-kit/form/migration-report.ts";
import { say } from "../text/text.ts";
import type { RoomScreen } from "../view.ts";

/** Says that there is a newer form, that the clerk proposes it, or what became of the answers in it. */
export function migrationStrip(view: RoomScreen): TemplateResult | typeof nothing {
  const { room } = view.state;
  if (room.filed !== null) return nothing;
  const last = room.migrations.at(-1);
  if (last !== undefined && room.migrations.length > view.touch.migrationsRead) {
    const count = last.lost.length + last.doubtful.length;
    return strip(
      say(count === 0 ? "migration.moved" : "migration.movedCount", { count }),
      say("migration.show"),
      () => view.acts.touch({ sheet: "migration" }),
      "ok",
    );
  }
  if (room.newer === null) return nothing;
  const offered = room.migrationOffered !== null && room.clerk !== null;
  const words = offered ? say("migration.offered", { name: room.clerk?.clerk.name ?? "" }) : say("migration.newer");
  return strip(words, say("migration.look"), view.acts.previewMigration, offered ? "clerk" : "brand");
}

function strip(words: string, act: string, press: () => void, kind: string): TemplateResult {
  return html`<div class="notice notice--${kind}" role="status">
    ${icon("file-text")}
    <p>${words}</p>
    <button type="button" class="button ${kind === "clerk" ? "button--clerk" : "button--quiet"}" @click=${press}>
      ${act}
    </button>
  </div>`;
}

/** What would become, or became, of what was filled in. Only the applicant moves the form. */
export function migrationSheet(view: RoomScreen): TemplateResult {
  const { room, item } = view.state;
  const { acts } = view;
  const done = room.migrations.length > view.touch.migrationsRead ? room.migrations.at(-1) : undefined;
  if (done !== undefined) {
    return html`<h2 class="dialog__title" tabindex="-1">${say("migration.movedTitle")}</h2>
      <div class="dialog__read" tabindex="0">${migrationReport(done, item.rules)}</div>
      <div class="dialog__acts">
        <button
          type="button"
          class="button button--primary"
          @click=${() => acts.touch({ sheet: null, migrationsRead: room.migrations.length })}
        >
          ${say("migration.read")}
        </button>
      </div>`;
  }
  const { newer, preview } = room;
  const fresh = newer !== null && preview !== null && preview.itemHash === newer.itemHash;
  const helper = room.atKiosk === "HELPER";
  return html`<h2 class="dialog__title" tabindex="-1">${say("migration.title")}</h2>
    <p>${say("migration.text")}</p>
    <div class="dialog__read" tabindex="0">
      ${fresh ? migrationReport(preview, item.rules) : html`<p>${say("migration.asking")}</p>`}
    </div>
    ${helper ? html`<p>${icon("users")} ${say("review.onlyApplicant")}</p>` : nothing}
    <div class="dialog__acts">
      <button type="button" class="button button--second" @click=${acts.declineMigration}>
        ${say("migration.no")}
      </button>
      <button
        type="button"
        class="button button--primary"
        ?disabled=${!fresh || helper}
        @click=${() => fresh && acts.migrate(newer.itemHash)}
      >
        ${say("migration.yes")}
      </button>
    </div>`;
}
