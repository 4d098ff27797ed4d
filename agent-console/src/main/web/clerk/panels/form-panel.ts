import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { formPage, legend } from "web-kit/form/form-page.ts";
import { formHash } from "web-kit/form/form-hash.ts";
import type { FormView } from "web-kit/form/form-view.ts";
import { issueText } from "web-kit/text/issues.ts";
import { fieldAt } from "web-kit/form/paths.ts";
import type { FiledCase, Page, ServiceItem } from "web-kit/protocol.ts";
import { has } from "web-kit/room/ladder.ts";
import { isQuestion } from "web-kit/room/question.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { local } from "web-kit/text/language.ts";
import { rowName } from "web-kit/text/text.ts";
import { nothingHere } from "../../shared/notes.ts";
import { s } from "../../text/text.ts";
import { serverNow, type ClerkActs, type ClerkPage } from "../clerk-page.ts";
import { hasSample } from "../script.ts";
import { fieldTools } from "./field-tools.ts";
import { questionPanel } from "./finder-panel.ts";
import { isCovered, ladder, withdrawn } from "./ladder.ts";
import { caseNo } from "./wrap-up.ts";

/** The same form the applicant has, all its steps one below the other. */
export function formPanel(page: ClerkPage, act: ClerkActs): TemplateResult {
  const room = page.desk.room;
  if (room === null || page.item === null) {
    return html`<section class="panel panel--tall">
      ${nothingHere("file-text", s(page.itemFailed ? "call.itemFailed" : "call.loading"), s("call.loadingMore"))}
    </section>`;
  }
  if (isQuestion(page.desk.room)) return questionPanel(page, act);
  const item = page.item;
  const view = formView(page, room, item, act);
  return html`<section class="panel panel--tall form-panel" aria-labelledby="form-title">
    <header class="panel__head panel__head--large">
      <h2 id="form-title">${local(item.title)}</h2>
      <span class="chip chip--brand">${icon("map-pin")}<span>${local(item.variant)}</span></span>
      <span class="panel__end">${legend(view)}</span>
    </header>
    <div class="form-panel__consent">${ladder(room, item, act)}</div>
    ${room.filed === null ? nothing : filed(room.filed)}
    ${isCovered(room) ? covered() : pages(page, view, room, item, act)}
  </section>`;
}

/** What stands in place of a form that the applicant does not let the clerk see. */
function covered(): TemplateResult {
  return nothingHere("eye-off", s("form.covered"), s("form.coveredMore"));
}

function pages(page: ClerkPage, view: FormView, room: RoomState, item: ServiceItem, act: ClerkActs): TemplateResult {
  return html`<div class="form-panel__steps">
      <nav class="steps" aria-label=${s("form.pages")}>
        ${item.pages.map((step, index) => stepButton(room, step, index + 1, act))}
      </nav>
      <span class="form-panel__state">${proof(room)} ${kept(page)}</span>
    </div>
    ${leading(room, item, act)}
    <div class="form-panel__scroll" tabindex="-1">
      ${item.pages.map(
        (step, index) =>
          html`<section class="step" id="step-${step.id}" aria-labelledby="step-title-${step.id}">
            <div class="step__head">
              <h3 class="step__title" id="step-title-${step.id}">
                <span class="step__number">${index + 1}</span>${local(step.title)}
              </h3>
              <span class="step__acts">${sampleButton(room, item, step, act)} ${leadButton(room, step, act)}</span>
            </div>
            ${formPage(view, step)}
          </section>`,
      )}
    </div>`;
}

/** Whether all that was done here is on the server. */
function kept(page: ClerkPage): TemplateResult {
  const all = page.pending === 0;
  return html`<span class="tag ${all ? "tag--ok" : ""}"
    >${icon(all ? "circle-check" : "clock")}<span
      >${all ? s("form.saved") : s("form.saving", { count: page.pending })}</span
    ></span
  >`;
}

function formView(page: ClerkPage, room: RoomState, item: ServiceItem, act: ClerkActs): FormView {
  return {
    item,
    room,
    edits: page.pen.edits,
    pen: page.pen,
    role: "CLERK",
    surface: "console",
    mayWrite: has(room.ladder, "EDIT_FORM") && room.filed === null,
    online: page.desk.line.at === "open",
    now: serverNow(page),
    strict: false,
    issueText: (issue, language) => issueText(issue, language, item.rules),
    tools: fieldTools(page, room, item, act),
  };
}

/** Leads to a step; it is marked where the applicant is just now. The clerk's own place never moves because of that. */
function stepButton(room: RoomState, step: Page, number: number, act: ClerkActs): TemplateResult {
  const focus = Object.values(room.focuses).find((each) => each.by.role !== "CLERK");
  const here = focus !== undefined && step.shows.some((path) => `${focus.path}/`.startsWith(`${path}/`));
  return html`<button
    type="button"
    class="steps__step ${here ? "steps__step--here" : ""}"
    @click=${() => (here ? act.goTo(focus.path) : goToStep(step.id))}
  >
    <b>${here ? icon("pencil") : number}</b><span>${local(step.title)}</span>
    ${here ? html`<span class="unseen">${s("form.here")}</span>` : nothing}
  </button>`;
}

/** Shows the applicant this step as it looks when it is filled. */
function sampleButton(room: RoomState, item: ServiceItem, step: Page, act: ClerkActs): TemplateResult | typeof nothing {
  if (room.filed !== null || !hasSample(item, step)) return nothing;
  return html`<button type="button" class="tool" @click=${() => act.present({ type: "PageSample", page: step.id })}>
    ${icon("monitor-up")}<span>${s("sample.page")}</span>
  </button>`;
}

/** Turns the applicant's form to this step. */
function leadButton(room: RoomState, step: Page, act: ClerkActs): TemplateResult | typeof nothing {
  if (room.filed !== null || room.led.to === step.id) return nothing;
  const not = withdrawn(room, "POINT");
  return html`<button
    type="button"
    class="tool"
    ?disabled=${not !== null}
    title=${not ?? nothing}
    @click=${() => act.lead(step.id)}
  >
    ${icon("arrow-right")}<span>${s("lead.here")}</span>
  </button>`;
}

/** While the clerk leads: where to, and whether the applicant goes along. */
function leading(room: RoomState, item: ServiceItem, act: ClerkActs): TemplateResult | typeof nothing {
  const title = (id: string | null | undefined) => item.pages.find((each) => each.id === id)?.title;
  const to = title(room.led.to);
  if (to === undefined || room.filed !== null) return nothing;
  const at = title(room.led.at);
  const words = !room.led.follows
    ? s("lead.alone", { page: at === undefined ? s("lead.elsewhere") : local(at) })
    : room.led.at === room.led.to
      ? s("lead.along", { page: local(to) })
      : s("lead.notYet", { page: local(to) });
  return html`<p class="leading ${room.led.follows ? "" : "leading--alone"}" role="status">
    ${icon(room.led.follows ? "eye" : "users")}<span>${words}</span>
    <button type="button" class="tool" @click=${() => act.lead(null)}>
      ${icon("x")}<span>${s("lead.stop")}</span>
    </button>
  </p>`;
}

/** What the applicant sees on the page on which they submit. */
function proof(room: RoomState): TemplateResult | typeof nothing {
  if (room.formHash === null || room.filed !== null) return nothing;
  return html`<span class="tag" title=${s("form.hashMore")}
    >${icon("shield-check")}<span>${s("form.hash")} ${formHash(room.formHash)}</span></span
  >`;
}

function filed({ caseNo: number, formHash: hash }: FiledCase): TemplateResult {
  return html`<div class="filed" role="status">
    ${icon("circle-check")}<b class="filed__words">${s("form.filed")}</b>
    <span class="filed__fact"><span class="caption">${s("form.caseNo")}</span>${caseNo(number)}</span>
    <span class="filed__fact"><span class="caption">${s("form.hash")}</span>${formHash(hash)}</span>
  </div>`;
}

function goToStep(id: string): void {
  const step = document.getElementById(`step-${id}`);
  step?.scrollIntoView({ block: "start" });
  step?.querySelector<HTMLElement>("input, select, textarea, button")?.focus({ preventScroll: true });
}

/** The label of a field, with its row where it stands in one. */
export function fieldName(item: ServiceItem, room: RoomState, path: string): string {
  const field = fieldAt(item, path);
  const parts = path.slice(1).split("/");
  const table = item.tables.find((each) => each.path === `/${parts[0]}`);
  if (field === null) return table === undefined ? path : local(table.label);
  if (parts.length < 3 || table === undefined) return local(field.label);
  const number = (room.rows[table.path] ?? []).indexOf(parts[1] ?? "") + 1;
  return `${rowName(table, number)} ${local(field.label)}`;
}
