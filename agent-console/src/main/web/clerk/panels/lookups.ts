import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { fieldAt } from "web-kit/form/paths.ts";
import type { Licence, Lookup, LookupView, PageFlaw, ServiceItem } from "web-kit/protocol.ts";
import { dataChecks, found, isOpen, lastOf, licenceFor, waits } from "web-kit/room/lookups.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { clock } from "web-kit/text/time.ts";
import { local } from "web-kit/text/language.ts";
import { key } from "../../shared/top-bar.ts";
import { s } from "../../text/text.ts";
import type { ClerkActs } from "../clerk-page.ts";

/** An e-licence in the place of a paper: the way to it, how far that is, and what came of it. */
export function licenceOf(
  room: RoomState,
  item: ServiceItem,
  material: string,
  chosen: boolean,
  act: ClerkActs,
): TemplateResult | typeof nothing {
  const lookup = licenceFor(item, material);
  if (lookup === null) return nothing;
  const last = lastOf(room.lookups, lookup.code);
  const rejects = chosen && room.filed === null && found(last) ? rejectButton(lookup, last, act) : nothing;
  return html`${last === null ? nothing : standing(item, lookup, last, act)} ${rejects}
  ${chosen ? ask(room, lookup, last, s("lookup.use"), ",", act) : nothing}`;
}

function rejectButton(lookup: Lookup, last: LookupView | null, act: ClerkActs): TemplateResult | typeof nothing {
  if (last === null) return nothing;
  return html`<div class="material__acts">
    <button
      type="button"
      class="button"
      aria-label=${`${s("lookup.reject")}：${local(lookup.name)}`}
      @click=${() => act.lookAtLicence(last.lookup)}
    >
      ${icon("circle-x")}<span>${s("lookup.reject")}</span>${key("/")}
    </button>
  </div>`;
}

/** What is only compared with a register. */
export function checks(room: RoomState, item: ServiceItem, act: ClerkActs): TemplateResult | typeof nothing {
  const all = dataChecks(item);
  if (all.length === 0) return nothing;
  const next = all.find((each) => mayAsk(lastOf(room.lookups, each.code)));
  return html`<h3 class="help__title">${s("lookup.checks")}</h3>
    <ul class="materials__list">
      ${all.map((lookup) => {
        const last = lastOf(room.lookups, lookup.code);
        return html`<li class="material">
          <p class="material__check">
            <b>${local(lookup.name)}</b><span class="caption">${local(lookup.keeper)}</span>
          </p>
          ${last === null ? nothing : standing(item, lookup, last, act)}
          ${ask(room, lookup, last, s("lookup.check"), lookup === next ? "'" : null, act)}
        </li>`;
      })}
    </ul>`;
}

const mayAsk = (last: LookupView | null): boolean => last === null || !(isOpen(last) || found(last));

function ask(
  room: RoomState,
  lookup: Lookup,
  last: LookupView | null,
  words: string,
  letter: string | null,
  act: ClerkActs,
): TemplateResult | typeof nothing {
  if (room.filed !== null || !mayAsk(last)) return nothing;
  const noCard = room.card === null;
  return html`<div class="material__acts">
    <button
      type="button"
      class="button"
      ?disabled=${noCard}
      aria-label=${`${words}：${local(lookup.name)}`}
      @click=${() => act.askLookup(lookup.code)}
    >
      ${icon("search")}<span>${words}</span>${letter === null ? nothing : key(letter)}
    </button>
    ${noCard ? html`<p class="caption">${s("lookup.needsCard")}</p>` : nothing}
  </div>`;
}

function standing(item: ServiceItem, lookup: Lookup, last: LookupView, act: ClerkActs): TemplateResult {
  if (isOpen(last)) {
    return html`<p class="lookup lookup--open" role="status">
      ${icon("clock")}<span>${s(waits(last) ? "lookup.waits" : "lookup.runs", { keeper: local(lookup.keeper) })}</span>
      <button type="button" class="button" @click=${() => act.stopLookup(last.lookup)}>${s("lookup.stop")}</button>
    </p>`;
  }
  const licence = last.answer?.licence ?? null;
  const good = found(last);
  return html`<div class="lookup lookup--${good ? "good" : "bad"}" role="status">
    <p>${icon(good ? "circle-check" : "circle-alert")}<b>${resultWords(item, lookup, last)}</b></p>
    ${licence === null ? nothing : facts(licence)}
    <p class="caption">
      ${s("lookup.source", {
        keeper: local(lookup.keeper),
        purpose: local(lookup.purpose),
        time: last.endedAt == null ? "" : clock(last.endedAt),
      })}
    </p>
  </div>`;
}

export function facts(licence: Licence): TemplateResult {
  const until = licence.validUntil ?? s("lookup.forEver");
  return html`<dl class="lookup__facts">
    <dt>${s("lookup.issuer")}</dt>
    <dd>${licence.issuer}</dd>
    ${
      licence.number == null
        ? nothing
        : html`<dt>${s("lookup.number")}</dt>
            <dd class="num">${licence.number}</dd>`
    }
    <dt>${s("lookup.valid")}</dt>
    <dd class="num">
      ${licence.validFrom == null ? s("lookup.until", { until }) : s("lookup.fromTo", { from: licence.validFrom, until })}
    </dd>
  </dl>`;
}

/** A newer server may know more of them. */
const licenceFlaw = (flaw: PageFlaw | null | undefined) =>
  flaw === "WRONG_PAPER" || flaw === "DIFFERS" || flaw === "EXPIRED" ? flaw : "OTHER";

function resultWords(item: ServiceItem, lookup: Lookup, { answer }: LookupView): string {
  const kind = lookup.material == null ? "check" : "licence";
  const how = answer?.how ?? "UNAVAILABLE";
  switch (how) {
    case "FOUND":
    case "NOT_FOUND":
      return s(`lookup.${kind}.${how}`);
    case "DIFFERS": {
      const fields = (answer?.differs ?? [])
        .map((path) => fieldAt(item, path))
        .flatMap((field) => (field === null ? [] : [local(field.label)]))
        .join(s("materials.and"));
      return fields === "" ? s(`lookup.${kind}.DIFFERS`) : s(`lookup.${kind}.DIFFERS.fields`, { fields });
    }
    case "UNAVAILABLE":
      return s(`lookup.unavailable.${answer?.why ?? "NOT_REACHED"}`);
    case "REJECTED":
      return s("lookup.REJECTED", { why: answer?.text ?? s(`lookup.flaw.${licenceFlaw(answer?.flaw)}`) });
    case "EXPIRED":
    case "REFUSED":
    case "CANCELLED":
    case "STALE":
      return s(`lookup.${how}`);
  }
}
