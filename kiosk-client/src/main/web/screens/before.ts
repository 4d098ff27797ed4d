import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { wanted, type Wanted } from "web-kit/form/guide.ts";
import type { MaterialForm } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { soon } from "web-kit/text/time.ts";
import { differencesLine } from "../parts/differences.ts";
import { refusal } from "../parts/frame.ts";
import { say } from "../text/text.ts";
import { chosen, destination, type View } from "../view.ts";

/** What it takes, who decides, who sees what: before anything begins. */
export function before(view: View): TemplateResult {
  const { item } = view.state;
  if (item === null) {
    return html`<section class="stopped">
      <span class="stopped__icon">${icon("file-text")}</span>
      <h1 tabindex="-1">${say("before.loading")}</h1>
      ${view.touch.itemFailed ? html`<p class="lead" role="alert">${say("before.failed")}</p>` : nothing}
    </section>`;
  }
  const place = destination(view, chosen(view.state.way).centre);
  const closed = place !== null && !place.open && place.opensAt != null ? place.opensAt : null;
  return html`<section class="before">
    <div class="before__scroll">
      <div class="before__half">
        ${
          place === null
            ? nothing
            : html`<p>
                <span class="chip chip--brand"
                  >${icon("map-pin")}${say("before.rules", { place: local(place.region) })}</span
                >
              </p>`
        }
        <h1 tabindex="-1">${local(item.title)}</h1>
        ${differencesLine(view)}
        <dl class="figures card">
          ${figure(say("before.time"), local(item.timeLimit))} ${figure(say("before.fee"), local(item.fee))}
          ${figure(say("before.result"), local(item.result))}
        </dl>
        <h2>${say("before.bring")}</h2>
        ${Object.keys(view.state.answers).length > 0 ? html`<p class="lead">${say("before.yours")}</p>` : nothing}
        ${materials(wanted(item, view.state.answers, view.now))}
      </div>
      <div class="before__half">
        <h2>${say(item.agreements.length === 0 ? "before.who" : "before.agreements")}</h2>
        <ul class="facts card">
          ${fact("building-2", say("before.decides", { centre: local(item.department) }))}
          ${
            item.agreements.length === 0
              ? html`${fact("eye", say("before.clerkSees"))} ${fact("video-off", say("before.notRecorded"))}`
              : item.agreements.map((statement) => fact(agreementIcon(statement.code), local(statement.text)))
          }
          ${fact("shield-check", say("before.kept"))}
        </ul>
      </div>
    </div>
    <div class="act">
      ${refusal(view)}
      ${
        view.state.refused === null
          ? html`<p class="act__why">
              ${icon("info")}${closed === null ? say("before.ask") : say("before.closed", { time: soon(closed, view.now) })}
            </p>`
          : nothing
      }
      <button
        type="button"
        class="button button--primary act__main"
        ?disabled=${view.touch.busy === "open"}
        @click=${view.acts.openRoom}
      >
        <span>${say("before.agree")}</span>${icon("arrow-right")}
      </button>
    </div>
  </section>`;
}

function figure(name: string, value: string): TemplateResult {
  return html`<div class="figure">
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

type FactIcon = "building-2" | "eye" | "video-off" | "shield-check" | "check";

function fact(name: FactIcon, words: string): TemplateResult {
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

function materials(list: readonly Wanted[]): TemplateResult {
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
  }
}
