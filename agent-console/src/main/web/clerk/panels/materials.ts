import { html, nothing, type TemplateResult } from "lit";
import { isOpen, standingIcons, type ChecklistLine } from "web-kit/form/checklist.ts";
import { icon, type IconName } from "web-kit/elements/icon.ts";
import type { MaterialWord, PageView, ServiceItem } from "web-kit/protocol.ts";
import { blobAddress } from "web-kit/room/blob-address.ts";
import { isRejected } from "web-kit/room/materials.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { pictureWords } from "web-kit/text/devices.ts";
import { local } from "web-kit/text/language.ts";
import { key } from "../../shared/top-bar.ts";
import { s } from "../../text/text.ts";
import type { ClerkActs, ClerkPage } from "../clerk-page.ts";
import { deviceFor, whyNot } from "../device-state.ts";
import { chosenLine, linesOf, loosePages, words } from "../material-state.ts";
import { watchButton } from "./devices.ts";
import { isCovered } from "./ladder.ts";
import { checks, licenceOf } from "./lookups.ts";

const KEYS: Readonly<Record<MaterialWord, string>> = { PASSED: "=", PROMISED: ";", POSTED: ".", OPEN: "-" };
const takers: readonly (readonly ["CAPTURE" | "SCAN", IconName, string])[] = [
  ["CAPTURE", "camera", "V"],
  ["SCAN", "scan-text", "X"],
];

/** Every material of the item, how it stands with it, and what can be done about the one that is worked on. */
export function materialsPanel(page: ClerkPage, room: RoomState, item: ServiceItem, act: ClerkActs): TemplateResult {
  return html`<section class="panel help__materials" aria-labelledby="materials-title">
    <h2 class="panel__head" id="materials-title">${icon("receipt-text")}<span>${s("materials.tab")}</span></h2>
    <div class="panel__body materials" tabindex="0" role="group" aria-labelledby="materials-title">
      ${isCovered(room) ? html`<p class="caption">${s("materials.covered")}</p>` : list(page, room, item, act)}
    </div>
  </section>`;
}

function list(page: ClerkPage, room: RoomState, item: ServiceItem, act: ClerkActs): TemplateResult {
  const lines = linesOf(page);
  if (lines.length === 0) return html`<p class="caption">${s("materials.none")}</p>`;
  const chosen = chosenLine(page);
  const wanted = lines.filter((each) => each.standing !== "exempt");
  const exempt = lines.filter((each) => each.standing === "exempt");
  const open = lines.filter(isOpen).length;
  return html`<p class="materials__sum ${open === 0 ? "materials__sum--done" : ""}" role="status">
      ${icon(open === 0 ? "circle-check" : "list-checks")}<span
        >${open === 0 ? s("materials.done") : s("materials.open", { count: open })}</span
      >
    </p>
    <ul class="materials__list">
      ${wanted.map((each) => entry(each, each.material.code === chosen?.material.code, room, item, act))}
    </ul>
    ${
      exempt.length === 0
        ? nothing
        : html`<p class="caption">
            ${s("materials.exempt", { names: exempt.map((each) => local(each.material.name)).join(s("materials.and")) })}
          </p>`
    }
    ${checks(room, item, act)} ${exempt.map((each) => ofExempt(each, room, chosen, act))} ${loose(room, chosen, act)}`;
}

function entry(
  line: ChecklistLine,
  chosen: boolean,
  room: RoomState,
  item: ServiceItem,
  act: ClerkActs,
): TemplateResult {
  const { material, view, standing } = line;
  return html`<li class="material material--${standing} ${chosen ? "material--chosen" : ""}">
    <button
      type="button"
      class="material__name"
      aria-pressed=${chosen}
      @click=${() => act.chooseMaterial(material.code)}
    >
      ${icon(standingIcons[standing])}<span
        ><b>${local(material.name)}</b>
        <span class="material__state">${s(`materials.is.${standing}`)}</span>
        <span class="caption">${formOf(material)}</span></span
      >
    </button>
    ${view.pages.length === 0 ? nothing : thumbs(line, act)} ${waiting(room, material.code)}
    ${standing === "exempt" ? nothing : licenceOf(room, item, material.code, chosen, act)}
    ${chosen && room.filed === null ? doing(line, room, item, act) : nothing}
  </li>`;
}

function formOf({ form, count }: ChecklistLine["material"]): string {
  const words = s(`materials.form.${form}`);
  return count === 1 ? words : s("materials.count", { words, count });
}

function thumbs({ material, view }: ChecklistLine, act: ClerkActs): TemplateResult {
  return html`<ol class="thumbs">
    ${view.pages.map((each, at) => {
      const wrong = isRejected(each) ? flawWords(each) : pictureWords(each.page);
      return html`<li>
        <button
          type="button"
          class="thumb ${isRejected(each) ? "thumb--rejected" : ""}"
          aria-label=${s("materials.look", { name: local(material.name), number: at + 1 })}
          @click=${() => act.lookAtPage(material.code, each.page.blob)}
        >
          <img src=${blobAddress(each.page)} alt="" loading="lazy" />
          <span class="thumb__number num">${at + 1}</span>
        </button>
        ${each.phone ? html`<span class="thumb__from">${icon("smartphone")}<span>${s("materials.byPhone")}</span></span>` : nothing}
        ${wrong === "" ? nothing : html`<span class="thumb__wrong">${icon("triangle-alert")}<span>${wrong}</span></span>`}
      </li>`;
    })}
  </ol>`;
}

export function flawWords({ rejected }: PageView): string {
  return rejected == null ? "" : (rejected.text ?? s(`materials.flaw.${rejected.flaw}`));
}

function doing(line: ChecklistLine, room: RoomState, item: ServiceItem, act: ClerkActs): TemplateResult {
  const retake = line.view.pages.some(isRejected);
  return html`<div class="material__acts">
    ${line.material.hint == null ? nothing : html`<p class="caption">${local(line.material.hint)}</p>`}
    ${deviceFor("CAPTURE", room) === null ? nothing : watchButton(room, item, act)}
    ${takers.map(
      ([what, name, letter]) =>
        html`<button
          type="button"
          class="button"
          ?disabled=${whyNot(what, room, item) !== null}
          @click=${() => act.operateDevice(what)}
        >
          ${icon(name)}<span>${s(retake ? `materials.again.${what}` : `materials.take.${what}`)}</span>${key(letter)}
        </button>`,
    )}
    <button type="button" class="button" @click=${() => act.askPhone()}>
      ${icon("smartphone")}<span>${s("materials.askPhone")}</span>${key("`")}
    </button>
    ${words(line).map(
      (word) =>
        html`<button
          type="button"
          class="button ${word === "PASSED" ? "button--primary" : ""}"
          @click=${() => act.sayOfMaterial(word, line.material.code)}
        >
          <span>${s(`materials.say.${word}`)}</span>${key(KEYS[word])}
        </button>`,
    )}
  </div>`;
}

/** What a phone sent is the applicant's to take first: its picture is not shown here. */
function waiting(room: RoomState, material: string): TemplateResult | typeof nothing {
  const count = room.sent.filter((each) => each.material === material).length;
  return count === 0
    ? nothing
    : html`<p class="material__waits" role="status">
        ${icon("smartphone")}<span>${s("materials.waits", { count })}</span>
      </p>`;
}

/** Pages of a material that is not wanted any more: they can be another's. */
function ofExempt(
  line: ChecklistLine,
  room: RoomState,
  chosen: ChecklistLine | null,
  act: ClerkActs,
): TemplateResult | typeof nothing {
  const pages = line.view.pages.map((each) => each.page.blob);
  if (pages.length === 0) return nothing;
  return html`<h3 class="help__title">${s("materials.ofExempt", { name: local(line.material.name) })}</h3>
    ${thumbs(line, act)} ${assign(pages, room, chosen, act)}`;
}

function assign(
  pages: readonly string[],
  room: RoomState,
  chosen: ChecklistLine | null,
  act: ClerkActs,
): TemplateResult | typeof nothing {
  if (chosen === null || room.filed !== null) return nothing;
  return html`<button type="button" class="button materials__assign" @click=${() => act.assignPages(pages)}>
    ${icon("receipt-text")}<span>${s("materials.assign", { name: local(chosen.material.name) })}</span>
  </button>`;
}

function loose(room: RoomState, chosen: ChecklistLine | null, act: ClerkActs): TemplateResult | typeof nothing {
  const pages = loosePages(room);
  if (pages.length === 0 || chosen === null || room.filed !== null) return nothing;
  return html`<h3 class="help__title">${s("materials.loose", { count: pages.length })}</h3>
    <ol class="thumbs">
      ${pages.map(
        (each) =>
          html`<li>
            <span class="thumb"><img src=${blobAddress(each)} alt="" loading="lazy" /></span>
          </li>`,
      )}
    </ol>
    ${assign(
      pages.map((each) => each.blob),
      room,
      chosen,
      act,
    )}`;
}
