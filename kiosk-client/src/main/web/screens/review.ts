import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { formHash } from "web-kit/form/form-hash.ts";
import { definition, fieldAt, pathsOf, tableAt, valueAt } from "web-kit/form/paths.ts";
import { groups, isMasked, valueText } from "web-kit/form/values.ts";
import { fieldId, type FormView } from "web-kit/form/form-view.ts";
import { signature } from "web-kit/form/signature.ts";
import { checked } from "web-kit/form/checked.ts";
import { origin } from "web-kit/form/tags.ts";
import type { Page } from "web-kit/protocol.ts";
import { undecided, unsettled, type Edit } from "web-kit/room/edits.ts";
import { language, local } from "web-kit/text/language.ts";
import { issueText } from "web-kit/text/issues.ts";
import { refusalText, rowName } from "web-kit/text/text.ts";
import { refusal } from "../parts/frame.ts";
import { materialsReview, openMaterials } from "../parts/materials.ts";
import { say } from "../text/text.ts";
import { formView, type RoomScreen } from "../view.ts";

/** All answers as they will be filed. Only the applicant confirms, declares and submits. */
export function review(view: RoomScreen): TemplateResult {
  const { item, room, call } = view.state;
  const byClerk =
    room.unconfirmed.length > 0 ||
    Object.values(room.fields).some((field) => field.by.role === "CLERK" && field.confirmed);
  const talking = call?.type === "Talking";
  return html`<section class="review">
    ${talking ? nothing : refusal(view)}
    <div class="review__scroll">
      <h1 tabindex="-1">${say("review.title")}</h1>
      <p class="lead">${say(byClerk ? "review.clerkWrote" : "review.yours")}</p>
      ${item.pages.map((page, index) => group(view, page, index))}
      ${item.declarations.length === 0 ? nothing : declarations(view)} ${signatures(view)} ${materialsReview(view)}
    </div>
    ${submitAct(view)}
  </section>`;
}

function group(view: RoomScreen, page: Page, index: number): TemplateResult {
  const form = formView(view);
  const title = local(page.title);
  const paths = pathsOf(form, page).filter((path) => !isSignature(view, path)); // they come last
  // Said once where it is the same for the whole page, else of every answer.
  const origins = new Set(paths.map((path) => originOf(form, path)).filter((each) => each !== null));
  const [same = null] = origins.size === 1 ? origins : [];
  return html`<section class="answers card" aria-label=${title}>
    <header class="answers__head">
      <h2>${title}</h2>
      ${same === null ? nothing : html`<small class="answers__by">${same}</small>`}
      <button
        type="button"
        class="button button--link"
        aria-label=${say("review.changePage", { page: title })}
        @click=${() => view.acts.page(index)}
      >
        ${icon("pencil")}<span>${say("review.change")}</span>
      </button>
    </header>
    <dl>${paths.map((path) => answer(view, path, same === null))}</dl>
  </section>`;
}

function originOf(form: FormView, path: string): string | null {
  const field = fieldAt(form.item, path);
  return field === null ? null : origin(form, field, path);
}

function answer(view: RoomScreen, path: string, saysOrigin: boolean): TemplateResult {
  const form = formView(view);
  const by = saysOrigin ? originOf(form, path) : null;
  const field = fieldAt(form.item, path);
  const state = form.room.fields[path];
  const issues = form.room.issues.filter((issue) => issue.path === path);
  const value = valueAt(form, path);
  const asked = form.room.unconfirmed.includes(path);
  // Where the clerk took back what they had written, there is nothing of theirs to call right.
  const clerk = state !== undefined && state.by.role === "CLERK" && (asked || state.confirmed);
  const card = !clerk && value !== "" && state?.source === "CARD";
  const trouble = troubleText(view.pen.edits[path]);
  const name = field === null ? path : local(field.label);
  return html`<div class="answer ${clerk ? "answer--clerk" : card ? "answer--source" : ""}" id="a${fieldId(path)}">
    <dt>${rowOf(view, path)}${name}</dt>
    <dd ?data-unspoken=${value !== "" && field !== null && isMasked(field)}>
      ${
        value === ""
          ? html`<span class="answer__empty">${say("review.empty")}</span>`
          : field?.unit != null || field?.choices.length
            ? valueText(field, value)
            : groups(field, valueText(field, value)).map((part) => html`<span class="part">${part}</span>`)
      }
      ${by === null ? nothing : html`<small class="answer__by">${by}</small>`} ${checked(form, path)}
      ${issues.map((issue) => html`<p class="issue">${icon("circle-alert")}<span>${issueText(issue, language(), view.state.item.rules)}</span></p>`)}
      ${trouble === null ? nothing : html`<p class="issue">${icon("circle-alert")}<span>${trouble}</span></p>`}
    </dd>
    ${
      trouble !== null
        ? html`<dd class="answer__right">${decide(view, path, name)}</dd>`
        : clerk
          ? html`<dd class="answer__right">${right(view, path, !asked, state.rev, name)}</dd>`
          : nothing
    }
  </div>`;
}

function troubleText(edit: Edit | undefined): string | null {
  switch (edit?.trouble?.at) {
    case "conflict":
      return say("review.conflict");
    case "refused":
      return refusalText(edit.trouble.why);
    default:
      return null;
  }
}

/** Where what I wrote does not stand yet and waits for me. */
function decide(view: RoomScreen, path: string, name: string): TemplateResult {
  return html`<button
    type="button"
    class="button button--second"
    aria-description=${name}
    @click=${() => view.acts.lookAt(path)}
  >
    ${say("review.decide")}
  </button>`;
}

function right(view: RoomScreen, path: string, confirmed: boolean, rev: number, name: string): TemplateResult {
  if (confirmed) return html`<span class="answer__said">${icon("circle-check")}${say("review.saidRight")}</span>`;
  return html`<button
    type="button"
    class="button button--clerk"
    aria-description=${name}
    ?disabled=${view.state.room.atKiosk === "HELPER"}
    @click=${() => view.acts.confirm(path, rev)}
  >
    ${icon("square")}<span>${say("review.right")}</span>
  </button>`;
}

/** In a table the row is named before the column. */
function rowOf(view: RoomScreen, path: string): string {
  const parts = path.slice(1).split("/");
  if (parts.length !== 3 || definition(path) === path) return "";
  const table = tableAt(view.state.item, `/${parts[0]}`);
  if (table === null) return "";
  const number = (view.state.room.rows[table.path] ?? []).indexOf(parts[1] ?? "") + 1;
  return `${rowName(table, number)} `;
}

function declarations(view: RoomScreen): TemplateResult {
  const { item, room } = view.state;
  return html`<section class="answers card" aria-label=${say("review.declare")}>
    <header class="answers__head"><h2>${say("review.declare")}</h2></header>
    ${item.declarations.map((statement) => {
      const on = room.declared.includes(statement.code);
      return html`<label class="declare ${on ? "declare--on" : ""}">
        <input
          class="choice__radio"
          type="checkbox"
          .checked=${on}
          ?disabled=${room.atKiosk === "HELPER"}
          @change=${(event: Event) => view.acts.declare(statement.code, (event.target as HTMLInputElement).checked)}
        />
        ${icon(on ? "square-check" : "square")}<span>${local(statement.text)}</span>
      </label>`;
    })}
  </section>`;
}

function isSignature(view: RoomScreen, path: string): boolean {
  return fieldAt(view.state.item, path)?.kind === "SIGNATURE";
}

/** What is signed is all that stands above. */
function signatures(view: RoomScreen): TemplateResult | typeof nothing {
  const form = formView(view);
  const paths = form.item.pages.flatMap((page) => pathsOf(form, page)).filter((path) => isSignature(view, path));
  if (paths.length === 0) return nothing;
  return html`<section class="answers card" aria-label=${say("review.sign")}>
    <header class="answers__head"><h2>${say("review.sign")}</h2></header>
    ${paths.map((path) => {
      const id = `a${fieldId(path)}`;
      const field = fieldAt(form.item, path);
      return html`<div class="signs">
        <span class="signs__name" id="${id}-label">${field === null ? path : local(field.label)}</span>
        ${field?.hint == null ? nothing : html`<span class="signs__hint" id="${id}-hint">${local(field.hint)}</span>`}
        ${signature(form, path, { id, described: `${id}-hint` })}
      </div>`;
    })}
  </section>`;
}

function ready(view: RoomScreen): string {
  const open = openMaterials(view);
  return open === 0 ? say("review.ready") : say("review.readyOpen", { count: open });
}

function submitAct(view: RoomScreen): TemplateResult {
  const { room, item, line } = view.state;
  if (room.atKiosk === "HELPER") {
    return html`<div class="act">
      <p class="act__why act__why--warn">${icon("users")}${say("review.onlyApplicant")}</p>
      <button type="button" class="button button--primary act__main" @click=${() => view.acts.handOver("APPLICANT")}>
        ${say("helper.toApplicant")}
      </button>
    </div>`;
  }
  const form = formView(view);
  const shown = item.pages.flatMap((page) => pathsOf(form, page));
  const waiting = undecided(view.pen.edits, shown);
  const [first] = waiting;
  const confirm = room.unconfirmed.length;
  const unsigned = room.issues.filter((issue) => isSignature(view, issue.path));
  const left = room.issues.length - unsigned.length;
  const undeclared = item.declarations.filter((statement) => !room.declared.includes(statement.code)).length;
  const why =
    line.at !== "open"
      ? say("review.offline")
      : unsettled(view.pen.edits, shown)
        ? say("review.saving")
        : first !== undefined
          ? say("review.toDecide", { count: waiting.length })
          : left > 0
            ? say("review.left", { count: left })
            : confirm > 0
              ? say("review.toConfirm", { count: confirm })
              : undeclared > 0
                ? say("review.toDeclare", { count: undeclared })
                : null;
  const [toSign] = why === null ? unsigned : [];
  return html`<div class="act">
    <p class="act__why ${why === null ? "" : "act__why--warn"}" id="submit-why" role="status">
      ${icon(why === null ? "info" : "circle-alert")}${why ?? (toSign === undefined ? ready(view) : say("review.toSign"))}
    </p>
    ${
      why !== null || room.formHash === null
        ? nothing
        : html`<p class="proof">
            ${say("review.hash")} ${formHash(room.formHash)} <small>${say("review.hashHint")}</small>
          </p>`
    }
    <div class="pair pair--main">
      ${
        first === undefined
          ? html`<button type="button" class="button button--quiet" @click=${() => view.acts.go({ at: "form" })}>
              ${say("review.back")}
            </button>`
          : html`<button type="button" class="button button--second" @click=${() => view.acts.lookAt(first)}>
              ${say("review.decide")}
            </button>`
      }
      ${
        toSign === undefined
          ? html`<button
              type="button"
              class="button button--primary act__main"
              aria-describedby="submit-why"
              ?disabled=${why !== null || view.touch.busy === "submit"}
              @click=${view.acts.submit}
            >
              ${say(view.touch.busy === "submit" ? "review.submitting" : "review.submit")}
            </button>`
          : html`<button
              type="button"
              class="button button--primary act__main"
              aria-describedby="submit-why"
              @click=${() => view.acts.signHere(toSign.path)}
            >
              ${icon("pencil")}<span>${say("review.signNow")}</span>
            </button>`
      }
    </div>
  </div>`;
}
