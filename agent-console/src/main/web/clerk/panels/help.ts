import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "web-kit/elements/icon.ts";
import { differenceList, regional } from "web-kit/form/difference-list.ts";
import { issueText } from "web-kit/text/issues.ts";
import type { LocalText, ServiceItem } from "web-kit/protocol.ts";
import { isQuestion } from "web-kit/room/question.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { language, local } from "web-kit/text/language.ts";
import { s } from "../../text/text.ts";
import type { ClerkActs, ClerkPage } from "../clerk-page.ts";
import type { ClerkWork } from "../clerk-work.ts";
import { devicesPanel, usesStrip } from "./devices.ts";
import { finderPanel } from "./finder-panel.ts";
import { fieldName } from "./form-panel.ts";
import { isCovered } from "./ladder.ts";
import { materialsPanel } from "./materials.ts";
import { presentedStrip, ruleCard, script } from "./script-panel.ts";

/** The card of the field in focus, and as tabs: what to say and do, what is still missing, what this matter asks for here. */
export function help(page: ClerkPage, act: ClerkActs): TemplateResult {
  const { room } = page.desk;
  const { item } = page;
  if (room === null || item === null) return html`<aside class="help"></aside>`;
  const tab = (aside: ClerkWork["aside"], name: IconName, word: string) =>
    html`<button
      type="button"
      class="tabs__tab"
      role="tab"
      aria-selected=${shown(page, item) === aside}
      @click=${() => act.showAside(aside)}
    >
      ${icon(name)}<span>${word}</span>
    </button>`;
  if (isQuestion(page.desk.room)) {
    return html`<aside class="help help--${shown(page, item)}">
      ${presentedStrip(room, item, act)} ${usesStrip(room, act)}
      <div class="tabs help__tabs" role="tablist">
        ${tab("finder", "search", s("finder.tab"))} ${tab("devices", "plug", s("devices.tab"))}
      </div>
      ${finderPanel(page, act)} ${devicesPanel(page, room, item, act)}
    </aside>`;
  }
  return html`<aside class="help help--${shown(page, item)}">
    ${presentedStrip(room, item, act)} ${usesStrip(room, act)} ${ruleCard(page, room, item, act)}
    <div class="tabs help__tabs" role="tablist">
      ${item.script.length === 0 ? nothing : tab("script", "message-square-text", s("help.script"))}
      ${tab("missing", "list-checks", s("help.left"))} ${tab("rules", "file-text", s("help.item"))}
      ${tab("materials", "receipt-text", s("materials.tab"))} ${tab("finder", "search", s("finder.tab"))}
      ${tab("devices", "plug", s("devices.tab"))}
    </div>
    ${script(page, room, item, act)} ${missing(room, item, act)} ${rules(item, page.here)} ${finderPanel(page, act)}
    ${devicesPanel(page, room, item, act)} ${materialsPanel(page, room, item, act)}
  </aside>`;
}

/** An item without a script has no place for one. */
function shown(page: ClerkPage, item: ServiceItem): ClerkWork["aside"] {
  if (isQuestion(page.desk.room)) return page.work.aside === "devices" ? "devices" : "finder";
  return page.work.aside === "script" && item.script.length === 0 ? "missing" : page.work.aside;
}

function missing(room: RoomState, item: ServiceItem, act: ClerkActs): TemplateResult {
  return html`<section class="panel help__missing" aria-labelledby="left-title">
    <h2 class="panel__head" id="left-title">${icon("list-checks")}<span>${s("help.left")}</span></h2>
    ${isCovered(room) ? html`<p class="panel__body">${s("ladder.withdrawn.SEE_FORM")}</p>` : left(room, item, act)}
    <p class="panel__foot caption">${icon("shield-check")}<span>${s("help.onlyThey")}</span></p>
  </section>`;
}

function left(room: RoomState, item: ServiceItem, act: ClerkActs): TemplateResult {
  const { unconfirmed } = room;
  const declared = item.declarations.filter((each) => room.declared.includes(each.code));
  const ready = room.issues.length === 0 && unconfirmed.length === 0 && declared.length === item.declarations.length;
  return html`<div class="panel__body">
    ${ready && room.filed === null ? todo("circle-check", "ok", s("help.ready")) : nothing}
    ${room.filed === null ? nothing : todo("circle-check", "ok", s("form.filed"))} ${wrong(room, item, act)}
    ${empty(room, item, act)}
    ${
      unconfirmed.length === 0
        ? nothing
        : html`<h3 class="help__title">${s("help.unconfirmed", { count: unconfirmed.length })}</h3>
            <ul>
              ${unconfirmed.map(
                (path) =>
                  html`<li>
                    <button type="button" class="todo todo--clerk" @click=${() => act.goTo(path)}>
                      ${icon("user-round")}<span><b>${fieldName(item, room, path)}</b></span>
                    </button>
                  </li>`,
              )}
            </ul>`
    }
    <h3 class="help__title">${s("help.declarations")}</h3>
    <ul>
      ${item.declarations.map((each) => {
        const done = room.declared.includes(each.code);
        return html`<li>
          ${todo(done ? "circle-check" : "circle", done ? "ok" : "open", local(each.text), s(done ? "help.declared" : "help.notDeclared"))}
        </li>`;
      })}
    </ul>
  </div>`;
}

/** What was written and must be changed. */
function wrong(room: RoomState, item: ServiceItem, act: ClerkActs): TemplateResult | typeof nothing {
  const issues = room.issues.filter((issue) => issue.code !== "required");
  if (issues.length === 0) return nothing;
  return html`<h3 class="help__title">${s("help.issues", { count: issues.length })}</h3>
    <ul>
      ${issues.map(
        (issue) =>
          html`<li>
            <button type="button" class="todo" @click=${() => act.goTo(issue.path)}>
              ${icon("circle-alert")}
              <span><b>${fieldName(item, room, issue.path)}</b>${issueText(issue, language(), item.rules)}</span>
            </button>
          </li>`,
      )}
    </ul>`;
}

/** What nobody has written yet; there may be many, so only by name. */
function empty(room: RoomState, item: ServiceItem, act: ClerkActs): TemplateResult | typeof nothing {
  const issues = room.issues.filter((issue) => issue.code === "required");
  if (issues.length === 0) return nothing;
  return html`<h3 class="help__title">${s("help.empty", { count: issues.length })}</h3>
    <ul class="help__empty">
      ${issues.map(
        (issue) =>
          html`<li>
            <button type="button" class="button button--small" @click=${() => act.goTo(issue.path)}>
              ${fieldName(item, room, issue.path)}
            </button>
          </li>`,
      )}
    </ul>`;
}

function todo(name: IconName, kind: "ok" | "open", words: string, more?: string): TemplateResult {
  return html`<p class="todo todo--${kind}">
    ${icon(name)}<span>${words}${more === undefined ? nothing : html`<span class="caption"> ${more}</span>`}</span>
  </p>`;
}

function rules(item: ServiceItem, here: ServiceItem | null): TemplateResult {
  const fact = (name: string, text: LocalText) =>
    html`<dt>${name}</dt>
      <dd>${local(text)}</dd>`;
  return html`<section class="panel help__rules" aria-labelledby="rules-title">
    <h2 class="panel__head" id="rules-title">${icon("file-text")}<span>${s("help.item")}</span></h2>
    <div class="panel__body" role="group" tabindex="0" aria-labelledby="rules-title">
      <dl class="facts">
        ${fact(s("help.department"), item.department)} ${fact(s("help.timeLimit"), item.timeLimit)}
        ${fact(s("help.fee"), item.fee)} ${fact(s("help.result"), item.result)}
      </dl>
      ${
        here === null
          ? nothing
          : html`<h3 class="help__title">${s("help.unlike")}</h3>
              ${differenceList(regional(here, item), { here: s("help.theirs"), there: s("help.ours") })}`
      }
      <h3 class="help__title">${s("help.bring")}</h3>
      <ul class="bring">
        ${item.materials.map(
          (each) =>
            html`<li>
              ${icon("check")}<span
                >${local(each.name)}${
                  each.hint == null ? nothing : html`<span class="caption"> ${local(each.hint)}</span>`
                }</span
              >
            </li>`,
        )}
      </ul>
    </div>
  </section>`;
}
