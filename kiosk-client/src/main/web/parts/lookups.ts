import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { fieldAt } from "web-kit/form/paths.ts";
import type { Licence, Lookup, LookupView, ServiceItem } from "web-kit/protocol.ts";
import { lookupAt, runs, waits } from "web-kit/room/lookups.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { isMasked } from "web-kit/form/values.ts";
import { local } from "web-kit/text/language.ts";
import { say } from "../text/text.ts";
import { isUndisturbed, type Touch } from "../touch.ts";
import type { RoomScreen } from "../view.ts";
import { isOthers } from "./uses.ts";

/** The lookup that wants to be seen now: a question before all, then what runs, then what came of the last one. */
export function shownLookup(room: RoomState, touch: Touch): LookupView | null {
  if (room.filed !== null || isUndisturbed(touch)) return null;
  const unread = (view: LookupView) => !touch.lookupsRead.includes(asRead(view));
  const open =
    room.lookups.find(waits) ??
    room.lookups.find(runs) ??
    room.lookups.find((each) => isRejected(each) && unread(each));
  const last = room.lookups.at(-1) ?? null;
  if (open !== undefined || last === null) return open ?? null;
  const how = last.answer?.how;
  const told = last.allowed && how !== undefined && how !== "CANCELLED" && how !== "REFUSED";
  return told && unread(last) ? last : null;
}

/** The clerk did not take what was found. */
export const isRejected = ({ answer }: LookupView): boolean => answer?.how === "REJECTED";

/** What was found and read is to be read once more when the clerk does not take it. */
export const asRead = (view: LookupView): string => (isRejected(view) ? `${view.lookup} rejected` : view.lookup);

export function lookupSheet(view: RoomScreen, shown: LookupView): TemplateResult {
  const lookup = lookupAt(view.state.item, shown.code);
  if (lookup === null) return html`${nothing}`;
  if (waits(shown)) return asked(view, shown, lookup);
  return runs(shown) ? running(view, shown, lookup) : over(view, shown, lookup);
}

export function lookupTitle(shown: LookupView): string {
  return say(waits(shown) ? "lookup.ask" : runs(shown) ? "lookup.runs" : "lookup.over");
}

/** What is asked of whom, about whom and for what, and who sees the answer. Both answers are equally large, and nothing counts down. */
function asked(view: RoomScreen, shown: LookupView, lookup: Lookup): TemplateResult {
  const { item, room, call } = view.state;
  const licence = lookup.material != null;
  const clerk = shown.by === "CLERK" && call?.type === "Talking" ? call.clerk.name : null;
  const name = local(lookup.name);
  return html`<h2 class="dialog__title" tabindex="-1">${say("lookup.ask")}</h2>
    <p>${clerk === null ? say("lookup.byYou") : say("lookup.byClerk", { name: clerk })}</p>
    <dl class="lookup" tabindex="0">
      ${row(say("lookup.what"), say(licence ? "lookup.licence" : "lookup.check", { name }))}
      ${row(say("lookup.of"), local(lookup.keeper))} ${row(say("lookup.whose"), whose(item, room, lookup))}
      ${row(say("lookup.why"), local(lookup.purpose))}
      ${row(
        say("lookup.seen"),
        say(licence ? "lookup.seenLicence" : "lookup.seenCheck", { department: local(item.department) }),
      )}
    </dl>
    <p>${say(licence ? "lookup.onceOrPaper" : "lookup.once")}</p>
    <div class="dialog__acts">
      ${
        isOthers(room)
          ? html`<button type="button" class="button button--second" @click=${() => view.acts.handOver("APPLICANT")}>
              ${icon("user-round")}<span>${say("helper.toApplicant")}</span>
            </button>`
          : html`<button
              type="button"
              class="button button--second"
              @click=${() => view.acts.allowLookup(shown.lookup)}
            >
              ${icon("check")}<span>${say("lookup.yes")}</span>
            </button>`
      }
      <button type="button" class="button button--second" @click=${() => view.acts.refuseLookup(shown.lookup)}>
        ${icon("x")}<span>${say("consent.no")}</span>
      </button>
    </div>`;
}

function running(view: RoomScreen, shown: LookupView, lookup: Lookup): TemplateResult {
  return html`<h2 class="dialog__title" tabindex="-1">${say("lookup.runs")}</h2>
    <p role="status">${say("lookup.runsAt", { name: local(lookup.name), keeper: local(lookup.keeper) })}</p>
    <div class="dialog__acts">
      <button type="button" class="button button--stop" @click=${() => view.acts.stopLookup(shown.lookup)}>
        ${say("lookup.stop")}
      </button>
    </div>`;
}

function over(view: RoomScreen, shown: LookupView, lookup: Lookup): TemplateResult {
  const good = shown.answer?.how === "FOUND";
  const { title, words } = result(view.state.item, shown, lookup);
  const licence = good ? (shown.answer?.licence ?? null) : null;
  return html`<h2 class="dialog__title lookup__title--${good ? "good" : "bad"}" tabindex="-1">
      ${icon(good ? "circle-check" : "circle-alert")}<span>${title}</span>
    </h2>
    ${isRejected(shown) ? html`<p><b>${whyRejected(shown)}</b></p>` : nothing}
    <p role="status">${words}</p>
    ${licence === null ? nothing : licenceFacts(lookup, licence)}
    <div class="dialog__acts">
      <button type="button" class="button button--primary" @click=${() => view.acts.lookupRead(asRead(shown))}>
        ${say("lookup.read")}
      </button>
    </div>`;
}

function licenceFacts(lookup: Lookup, licence: Licence): TemplateResult {
  return html`<dl class="lookup">
    ${row(say("lookup.name"), local(lookup.name))} ${row(say("lookup.issuer"), licence.issuer)}
    ${licence.number == null ? nothing : row(say("lookup.number"), html`<span data-unspoken>${masked(licence.number)}</span>`)}
    ${row(say("lookup.valid"), validity(licence))} ${row(say("lookup.why"), local(lookup.purpose))}
  </dl>`;
}

export function validity({ validFrom, validUntil }: Licence): string {
  const until = validUntil ?? say("lookup.forEver");
  return validFrom == null ? say("lookup.until", { until }) : say("lookup.fromTo", { from: validFrom, until });
}

/** What came of it, in a line and in a sentence or two. */
function result(item: ServiceItem, shown: LookupView, lookup: Lookup): { title: string; words: string } {
  const licence = lookup.material != null;
  const how = shown.answer?.how ?? "UNAVAILABLE";
  const parts = {
    name: local(lookup.name),
    keeper: local(lookup.keeper),
    until: shown.answer?.licence?.validUntil ?? "",
    fields: fieldNames(item, shown),
  };
  const kind = licence ? "licence" : "check";
  switch (how) {
    case "FOUND":
    case "NOT_FOUND":
      return { title: say(`lookup.${kind}.${how}`), words: say(`lookup.${kind}.${how}.text`, parts) };
    case "DIFFERS":
      return {
        title: say(`lookup.${kind}.DIFFERS`),
        words: say(parts.fields === "" ? `lookup.${kind}.DIFFERS.text` : `lookup.${kind}.DIFFERS.fields`, parts),
      };
    case "EXPIRED":
      return {
        title: say("lookup.licence.EXPIRED"),
        words: say(parts.until === "" ? "lookup.licence.EXPIRED.text" : "lookup.licence.EXPIRED.until", parts),
      };
    case "STALE":
      return { title: say("lookup.STALE"), words: say("lookup.STALE.text", parts) };
    case "REJECTED":
      return { title: say("lookup.licence.REJECTED"), words: say("lookup.licence.REJECTED.text", parts) };
    case "UNAVAILABLE":
    case "REFUSED":
    case "CANCELLED":
      return { title: say(`lookup.${kind}.UNAVAILABLE`), words: say(`lookup.${kind}.UNAVAILABLE.text`, parts) };
  }
}

/** In words for both languages, and what the clerk wrote. */
export function whyRejected({ answer }: LookupView): string {
  const flaw = answer?.flaw;
  const known = flaw === "WRONG_PAPER" || flaw === "DIFFERS" || flaw === "EXPIRED" ? say(`lookup.flaw.${flaw}`) : "";
  return [known, answer?.text ?? ""].filter((each) => each !== "").join(say("lookup.andSaid"));
}

function fieldNames(item: ServiceItem, { answer }: LookupView): string {
  return (answer?.differs ?? [])
    .map((path) => fieldAt(item, path))
    .flatMap((field) => (field === null ? [] : [local(field.label)]))
    .join(say("materials.and"));
}

/** Who it is about and what is compared, as it stands in the form; of numbers only the ends, and those are not spoken: others may be near. */
function whose(item: ServiceItem, room: RoomState, lookup: Lookup): TemplateResult {
  const paths = [...Object.values(lookup.holder ?? {}), ...Object.values(lookup.compares ?? {})];
  const yours = lookup.holder == null ? [html`<span>${say("lookup.byCard")}</span>`] : [];
  const parts = paths.map((path) => {
    const field = fieldAt(item, path);
    const value = room.fields[path]?.value ?? "";
    const long = field !== null && isMasked(field);
    return html`<span
      >${field === null ? "" : local(field.label)}
      <span ?data-unspoken=${long}>${long ? masked(value) : value}</span></span
    >`;
  });
  return html`${[...yours, ...parts]}`;
}

const SHOWN = 4;

const masked = (value: string): string =>
  value.length <= SHOWN ? value : `${"*".repeat(Math.min(4, value.length - SHOWN))}${value.slice(-SHOWN)}`;

const row = (term: string, words: string | TemplateResult): TemplateResult =>
  html`<div>
    <dt>${term}</dt>
    <dd>${words}</dd>
  </div>`;
