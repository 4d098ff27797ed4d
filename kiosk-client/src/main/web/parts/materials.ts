import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { pageMarks, takeShape } from "web-kit/elements/page-marks.ts";
import { checklist, isOpen, standingIcons, type ChecklistLine, type Standing } from "web-kit/form/checklist.ts";
import type { Material, PageView, Talking } from "web-kit/protocol.ts";
import { blobAddress } from "web-kit/room/blob-address.ts";
import { found, lastOf, licenceFor } from "web-kit/room/lookups.ts";
import { isRejected } from "web-kit/room/materials.ts";
import { local } from "web-kit/text/language.ts";
import { say } from "../text/text.ts";
import type { RoomScreen } from "../view.ts";
import { isRejected as isLicenceRejected, validity, whyRejected } from "./lookups.ts";
import { isOthers } from "./uses.ts";

function lines({ state, now }: RoomScreen): readonly ChecklistLine[] {
  return checklist(state.item, state.room, now).filter((each) => each.standing !== "exempt");
}

type Rejected = { readonly line: ChecklistLine; readonly page: PageView; readonly number: number };

/** A page can be rejected anew, with another drawing or another reason: that is to be read, too. */
export const rejection = ({ page, rejected }: PageView): string =>
  JSON.stringify([page.blob, rejected?.flaw, rejected?.text ?? null, rejected?.regions]);

/** What has to be taken again and was not read yet: the first of it. */
export function toTakeAgain(view: RoomScreen): Rejected | null {
  if (view.state.room.filed !== null) return null;
  for (const line of lines(view)) {
    const at = line.view.pages.findIndex(
      (each) => isRejected(each) && !view.touch.rejectionsRead.includes(rejection(each)),
    );
    const page = line.view.pages[at];
    if (page !== undefined) return { line, page, number: at + 1 };
  }
  return null;
}

/** The page that the clerk did not take, large, with what they drew on it, why, and what is to be done. */
export function rejectedPage(view: RoomScreen, call: Talking): TemplateResult | null {
  const found = toTakeAgain(view);
  if (found === null) return null;
  const { line, page, number } = found;
  const { regions = [], flaw = "OTHER", text } = page.rejected ?? {};
  const { name } = call.clerk;
  return html`<div class="rejected card" role="group" aria-label=${say("rejected.title")}>
    <div class="rejected__bed">
      <div class="marked-page">
        <img src=${blobAddress(page.page)} alt=${say("rejected.page")} @load=${takeShape} />
        <svg aria-hidden="true">${pageMarks(regions)}</svg>
      </div>
    </div>
    <div class="rejected__words" role="status">
      <div class="rejected__text" tabindex="0" role="group" aria-label=${say("rejected.title")}>
        <h1>${say("rejected.title")}</h1>
        <p class="rejected__why">${icon("circle-alert")}<b>${say(`flaw.${flaw}`)}</b></p>
        ${text == null ? nothing : html`<p class="rejected__said">${name}：${text}</p>`}
        <p class="caption">${say("rejected.which", { name: local(line.material.name), number })}</p>
        <p>${say(regions.length === 0 ? "rejected.whole" : "rejected.what", { name })}</p>
      </div>
      <button
        type="button"
        class="button button--primary"
        @click=${() => view.acts.touch({ rejectionsRead: [...view.touch.rejectionsRead, rejection(page)] })}
      >
        ${say("rejected.read")}
      </button>
    </div>
  </div>`;
}

/** During a call, once there is something to say of a material: how many are open, and the way to all of them. */
export function materialsRung(view: RoomScreen): TemplateResult | typeof nothing {
  const { materials, lookups, filed } = view.state.room;
  const nothingSaid = Object.keys(materials).length === 0 && lookups.length === 0;
  // Beside a page that is to be taken again there is nothing to choose.
  if (nothingSaid || filed !== null || toTakeAgain(view) !== null) return nothing;
  const open = openMaterials(view);
  return html`<button
    type="button"
    class="rung ${open === 0 ? "rung--on" : ""}"
    @click=${() => view.acts.touch({ sheet: "materials" })}
  >
    ${icon(open === 0 ? "circle-check" : "list-checks")}<span
      >${open === 0 ? say("materials.done") : say("materials.open", { count: open })}</span
    >
  </button>`;
}

export function materialsSheet(view: RoomScreen): TemplateResult {
  return html`<h2 class="dialog__title" tabindex="-1">${say("materials.title")}</h2>
    <div class="materials__scroll" tabindex="0" role="group" aria-label=${say("materials.title")}>${list(view)}</div>
    <div class="dialog__acts">
      <button type="button" class="button button--primary" @click=${() => view.acts.touch({ sheet: null })}>
        ${say("materials.close")}
      </button>
    </div>`;
}

function list(view: RoomScreen): TemplateResult {
  return html`<ul class="materials">
    ${lines(view).map(
      ({ material, standing }) =>
        html`<li class="materials__line materials__line--${standing}">
          ${icon(standingIcons[standing])}<span
            ><b>${local(material.name)}</b
            ><span class="materials__state">${say(`materials.is.${standing}`)}</span
            >${ofLicence(view, material, standing)}</span
          >
          ${mayCome(view, standing) ? byPhone(view, material.code, local(material.name)) : nothing}
        </li>`,
    )}
  </ul>`;
}

/** An e-licence in the place of the paper, or the way to one. */
function ofLicence(view: RoomScreen, material: Material, standing: Standing): TemplateResult | typeof nothing {
  const { item, room } = view.state;
  const lookup = licenceFor(item, material.code);
  if (lookup === null) return nothing;
  const last = lastOf(room.lookups, lookup.code);
  const licence = found(last) ? last?.answer?.licence : null;
  if (licence != null) {
    return html`<span class="caption"
      >${say("materials.licence", { issuer: licence.issuer, valid: validity(licence) })}</span
    >`;
  }
  if (last !== null && isLicenceRejected(last))
    return html`<span class="caption">${say("lookup.rejected", { why: whyRejected(last) })}</span>`;
  const open = standing === "needed" || standing === "perhaps" || standing === "rejected";
  if (!open || room.filed !== null) return nothing;
  if (room.card === null) return html`<span class="caption">${say("lookup.needsCard")}</span>`;
  return html`<button
    type="button"
    class="button button--second materials__use"
    aria-label=${`${say("lookup.use")}：${local(material.name)}`}
    @click=${() => view.acts.askLookup(lookup.code)}
  >
    ${icon("file-text")}<span>${say("lookup.use")}</span>
  </button>`;
}

/** How many are surely wanted and still to be seen to. */
export function openMaterials(view: RoomScreen): number {
  return lines(view).filter(isOpen).length;
}

function mayCome({ state }: RoomScreen, standing: Standing): boolean {
  const missing = standing === "needed" || standing === "perhaps" || standing === "rejected" || standing === "captured";
  return state.room.filed === null && missing && !isOthers(state.room);
}

function byPhone(view: RoomScreen, material: string, name: string): TemplateResult {
  return html`<button
    type="button"
    class="button button--quiet materials__phone"
    aria-description=${name}
    @click=${() => view.acts.offerPhone(material)}
  >
    ${icon("smartphone")}<span>${say("phone.button")}</span>
  </button>`;
}

/** On the page before filing: what stands open does not stop it, and is said. */
export function materialsReview(view: RoomScreen): TemplateResult | typeof nothing {
  const all = lines(view);
  if (all.length === 0) return nothing;
  const open = openMaterials(view);
  return html`<section class="answers card" aria-label=${say("materials.title")}>
    <header class="answers__head"><h2>${say("materials.title")}</h2></header>
    ${list(view)}
    ${open === 0 ? nothing : html`<p class="materials__more">${icon("info")}<span>${say("materials.review", { count: open })}</span></p>`}
    ${
      all.some((each) => each.standing === "promised")
        ? html`<p class="materials__more">${icon("clock")}<span>${say("materials.promise")}</span></p>`
        : nothing
    }
  </section>`;
}

/** What the receipt says of them: name and materials, none where there is nothing to say. */
export function materialFacts(view: RoomScreen): readonly (readonly [string, string])[] {
  const all = lines(view);
  const open = view.state.room.filed?.open ?? [];
  const names = (some: readonly ChecklistLine[]) =>
    some.map((each) => local(each.material.name)).join(say("materials.and"));
  const facts: readonly (readonly [string, string])[] = [
    [say("materials.receiptOpen"), names(all.filter((each) => open.includes(each.material.code)))],
    [say("materials.receiptPromised"), names(all.filter((each) => each.standing === "promised"))],
    [say("materials.receiptLicences"), byLicence(view, all)],
    [say("materials.receiptPosted"), names(all.filter((each) => each.standing === "posted"))],
  ];
  return facts.filter(([, words]) => words !== "");
}

/** Who keeps the licence stands there, and nothing of it: paper may be found by a stranger. */
function byLicence(view: RoomScreen, all: readonly ChecklistLine[]): string {
  return all
    .filter((each) => each.standing === "licensed")
    .map(({ material }) =>
      say("materials.receiptLicence", {
        name: local(material.name),
        keeper: local(licenceFor(view.state.item, material.code)?.keeper ?? material.name),
      }),
    )
    .join(say("materials.and"));
}
