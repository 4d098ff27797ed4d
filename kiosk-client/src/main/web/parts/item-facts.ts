import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import type { Wanted } from "web-kit/form/guide.ts";
import type { MaterialForm, ServiceItem } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { passedOver } from "web-kit/state/passed-over.ts";
import { say } from "../text/text.ts";

/** How long it takes, what it costs, what comes of it. */
export function figures(item: ServiceItem): TemplateResult {
  return html`<dl class="figures card">
    ${figure(say("before.time"), local(item.timeLimit))} ${figure(say("before.fee"), local(item.fee))}
    ${figure(say("before.result"), local(item.result))}
  </dl>`;
}

/** What is agreed to, each with its picture. */
export function agreements(item: ServiceItem): readonly TemplateResult[] {
  return item.agreements.map((statement) => fact(agreementIcon(statement.code), local(statement.text)));
}

function figure(name: string, value: string): TemplateResult {
  return html`<div class="figure">
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

type FactIcon = "building-2" | "eye" | "headset" | "video-off" | "shield-check" | "check";

export function fact(name: FactIcon, words: string): TemplateResult {
  return html`<li class="fact">${icon(name)}<span>${words}</span></li>`;
}

/** A picture for the agreements every item has; any other is a sentence like the rest. */
function agreementIcon(code: string): FactIcon {
  switch (code) {
    case "WHO_SEES":
      return "eye";
    case "NOT_RECORDED":
      return "video-off";
    default:
      return "check";
  }
}

/** What a call lets the clerk do; what goes beyond that is asked for in it. */
export function byCall(): TemplateResult {
  return fact("headset", say("before.calling"));
}

export function materials(list: readonly Wanted[]): TemplateResult {
  if (list.length === 0) return html`<p class="lead">${say("before.nothing")}</p>`;
  return html`<ul class="materials">
    ${list.map(
      ({ material, sure }) =>
        html`<li class="card material">
          <span class="material__icon">${icon(material.capture === "ID_READER" ? "id-card" : "file-text")}</span>
          <b>${local(material.name)}</b>
          <span class="material__how">${how(material.form)}</span>
          ${
            material.count > 1
              ? html`<span class="material__how">${say("material.count", { count: material.count })}</span>`
              : nothing
          }
          ${material.hint == null ? nothing : html`<span class="caption">${local(material.hint)}</span>`}
          ${material.later ? html`<span class="chip">${icon("clock")}${say("material.later")}</span>` : nothing}
          ${sure ? nothing : html`<span class="chip">${icon("circle-help")}${say("material.perhaps")}</span>`}
        </li>`,
    )}
  </ul>`;
}

function how(form: MaterialForm): string {
  switch (form) {
    case "ORIGINAL_SEEN":
      return say("material.seen");
    case "ORIGINAL_POSTED":
      return say("material.posted");
    case "COPY":
      return say("material.copy");
    case "E_LICENCE":
      return say("material.licence");
    case "GENERATED":
      return say("material.made");
    default:
      return passedOver(form, "");
  }
}
