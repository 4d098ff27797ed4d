import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { differences } from "web-kit/form/differences.ts";
import { local } from "web-kit/text/language.ts";
import { dateAndClock } from "web-kit/text/time.ts";
import { nothingHere } from "../../shared/notes.ts";
import { s } from "../../text/text.ts";
import type { HallActs } from "../hall-page.ts";
import type { Compared, Listed, PackagesPage, Trial, Version } from "./packages.ts";
import { preview, sentenceOf } from "./preview.ts";

/** The item packages of this centre: which are in force, since when and by whom; how to change one. */
export function packagesView(page: PackagesPage, act: HallActs): TemplateResult {
  return html`<main class="packages">
    <header class="packages__head">
      <button type="button" class="button" @click=${() => act.showPackages(false)}>
        ${icon("arrow-left")}<span>${s("packages.back")}</span>
      </button>
      <h1>${s("packages.title")}</h1>
      <span class="caption">${s("packages.more")}</span>
    </header>
    ${
      page.trial.at === "shown"
        ? preview(page.trial.shown, act)
        : html`<div class="packages__columns">
            ${listPanel(page, act)}
            ${page.compared === null ? changePanel(page, act) : comparedPanel(page.compared, act)}
          </div>`
    }
  </main>`;
}

function listPanel(page: PackagesPage, act: HallActs): TemplateResult {
  return html`<section class="panel packages__list" aria-labelledby="packages-list">
    <header class="panel__head"><h2 id="packages-list">${s("packages.inForce")}</h2></header>
    <div class="panel__body">${list(page, act)}</div>
  </section>`;
}

function list({ list, open }: PackagesPage, act: HallActs): TemplateResult {
  if (list === "loading") return nothingHere("clock", s("packages.loading"), s("packages.loadingMore"));
  if (list === "failed") {
    return nothingHere(
      "wifi-off",
      s("packages.failed"),
      s("packages.failedMore"),
      html`<button type="button" class="button" @click=${() => act.showPackages(true)}>${s("packages.again")}</button>`,
    );
  }
  if (list.length === 0) return nothingHere("file-text", s("packages.none"), s("packages.noneMore"));
  return html`<table class="rows">
    <thead>
      <tr>
        <th scope="col">${s("packages.item")}</th>
        <th scope="col">${s("packages.version")}</th>
        <th scope="col">${s("packages.hash")}</th>
        <th scope="col">${s("packages.since")}</th>
        <th scope="col">${s("packages.by")}</th>
        <th scope="col"><span class="unseen">${s("packages.former")}</span></th>
      </tr>
    </thead>
    <tbody>
      ${list.map((each) => row(each, open === each.item, act))}
    </tbody>
  </table>`;
}

function row(listed: Listed, open: boolean, act: HallActs): TemplateResult {
  const [current, ...former] = listed.versions;
  return html`<tr>
      <td>
        <b>${local(listed.title)}</b><span class="caption packages__code">${listed.item}</span>
        <button type="button" class="button button--small" @click=${() => act.compare(listed.item)}>
          ${icon("map-pin")}<span>${s("packages.compare")}</span>
        </button>
      </td>
      ${current === undefined ? nothing : versionCells(current)}
      <td class="rows__act">
        ${
          former.length === 0
            ? html`<span class="caption">${s("packages.noFormer")}</span>`
            : html`<button
                type="button"
                class="button button--small"
                aria-expanded=${open ? "true" : "false"}
                @click=${() => act.openFormer(open ? null : listed.item)}
              >
                ${icon("undo-2")}<span>${s("packages.formerCount", { count: former.length })}</span>
              </button>`
        }
      </td>
    </tr>
    ${open ? former.map((each) => formerRow(listed, each, act)) : nothing}`;
}

/** What this centre asks for differently from the item's base. */
function comparedPanel({ base, item }: Compared, act: HallActs): TemplateResult {
  const found = differences(base, item);
  return html`<section class="panel packages__change" aria-labelledby="packages-compared">
    <header class="panel__head">
      <h2 id="packages-compared">${s("packages.compared", { item: local(item.title) })}</h2>
    </header>
    <div class="panel__body packages__changes" role="group" aria-labelledby="packages-compared" tabindex="0">
      ${
        found.length === 0
          ? html`<p>${s("packages.alike")}</p>`
          : html`<ul>
              ${found.map((each) => html`<li class="packages__${each.how.toLowerCase()}">${sentenceOf(each, "packages.unlike")}</li>`)}
            </ul>`
      }
      <button type="button" class="button" @click=${() => act.compare(null)}>${s("packages.compareClose")}</button>
    </div>
  </section>`;
}

function formerRow(listed: Listed, version: Version, act: HallActs): TemplateResult {
  return html`<tr class="packages__former">
    <td class="caption">${s("packages.formerly")}</td>
    ${versionCells(version)}
    <td class="rows__act">
      <button
        type="button"
        class="button button--small"
        @click=${() => act.tryPackage({ item: listed.item, again: version.hash })}
      >
        ${s("packages.useAgain")}
      </button>
    </td>
  </tr>`;
}

function versionCells(version: Version): TemplateResult {
  return html`<td class="num">${version.version}</td>
    <td class="num packages__hash" title=${version.hash}>${version.hash.slice(0, 8)}</td>
    <td class="num">${dateAndClock(version.since)}</td>
    <td>${version.by ?? s("packages.fromFiles")}</td>`;
}

function changePanel({ list, trial }: PackagesPage, act: HallActs): TemplateResult {
  const items = typeof list === "string" ? [] : list;
  return html`<section class="panel packages__change" aria-labelledby="packages-change">
    <header class="panel__head"><h2 id="packages-change">${s("packages.change")}</h2></header>
    <form
      class="panel__body packages__form"
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        act.tryFiles(event.target as HTMLFormElement);
      }}
    >
      <label class="label"
        ><span>${s("packages.which")}</span>
        <input class="input" name="item" list="packages-items" autocomplete="off" spellcheck="false" />
        <datalist id="packages-items">
          ${items.map((each) => html`<option value=${each.item}>${local(each.title)}</option>`)}
        </datalist></label
      >
      <label class="label"
        ><span>${s("packages.variantFile")}</span>
        <input class="input" type="file" name="variant" accept=".yaml,.yml" /><span class="caption"
          >${s("packages.variantMore")}</span
        ></label
      >
      <label class="label"
        ><span>${s("packages.baseFile")}</span> <input class="input" type="file" name="base" accept=".yaml,.yml" /><span
          class="caption"
          >${s("packages.baseMore")}</span
        ></label
      >
      <button type="submit" class="button button--primary button--tall" ?disabled=${trial.at === "going"}>
        ${s(trial.at === "going" ? "packages.trying" : "packages.try")}
      </button>
      <p class="caption">${s("packages.tryMore")}</p>
      <div role="status">${outcome(trial)}</div>
    </form>
  </section>`;
}

function outcome(trial: Trial): TemplateResult | typeof nothing {
  switch (trial.at) {
    case "none":
    case "going":
    case "shown":
      return nothing;
    case "done":
      return html`<p class="packages__done">
        ${icon("circle-check")}<span>${s("packages.done", { item: local(trial.title), version: trial.version })}</span>
      </p>`;
    case "faults":
      return html`<p class="issue">
          ${icon("circle-alert")}<span>${s("packages.refused", { count: trial.faults.length })}</span>
        </p>
        <ul class="packages__faults">
          ${trial.faults.map(
            (fault) =>
              html`<li><b>${fault.file}</b> <code>${fault.place}</code><span>${local(fault.reason)}</span></li>`,
          )}
        </ul>`;
    default:
      return html`<p class="issue">${icon("circle-alert")}<span>${s(`packages.${trial.at}`)}</span></p>`;
  }
}
