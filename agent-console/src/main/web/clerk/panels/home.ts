import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { icon } from "web-kit/elements/icon.ts";
import type { LineEntry } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { lasting, soon } from "web-kit/text/time.ts";
import { isLong, waited } from "../../shared/waited.ts";
import { nothingHere } from "../../shared/notes.ts";
import { key } from "../../shared/top-bar.ts";
import { s } from "../../text/text.ts";
import { serverNow, type ClerkActs, type ClerkPage } from "../clerk-page.ts";
import { ringCard } from "./ring-card.ts";

/** Who waits, what rings, what the clerk answers for. */
export function home(page: ClerkPage, act: ClerkActs): TemplateResult {
  const call = page.desk.call;
  return html`<main class="work work--home">
    ${lineTable(page)}
    <aside class="side">
      ${call?.type === "Ringing" ? ringCard(page, call, act) : stateCard(page, act)} ${windows(page)} ${aside(page)}
      ${devices(page, act)}
    </aside>
  </main>`;
}

function lineTable(page: ClerkPage): TemplateResult {
  const { desk } = page.desk;
  const line = desk?.line ?? [];
  const longWaitMinutes = desk?.longWaitMinutes ?? Infinity;
  const now = serverNow(page);
  const longest = Math.max(0, ...line.map((entry) => now - entry.since));
  return html`<section class="panel panel--tall" aria-labelledby="line-title">
    <header class="panel__head panel__head--large">
      <h1 id="line-title">${s("desk.line", { count: line.length })}</h1>
      <span class="caption">${s("desk.lineOfMine")}</span>
      ${
        line.length === 0
          ? nothing
          : html`<span class="panel__end caption"
              >${s("desk.longest")}
              <b class="num ${isLong(longest, longWaitMinutes) ? "long" : ""}">${lasting(longest)}</b></span
            >`
      }
    </header>
    <div class="panel__body" role="group" tabindex="0" aria-labelledby="line-title">
      ${
        line.length === 0
          ? nothingHere("bell", s("desk.nobody"), s(desk?.state === "AWAY" ? "desk.nobodyMoreAway" : "desk.nobodyMore"))
          : html`<table class="rows">
              <thead>
                <tr>
                  <th class="rows__narrow" scope="col">${s("desk.place")}</th>
                  <th scope="col">${s("desk.item")}</th>
                  <th scope="col">${s("desk.waited")}</th>
                  <th scope="col">${s("desk.now")}</th>
                </tr>
              </thead>
              <tbody>
                ${repeat(
                  line,
                  (entry) => entry.call,
                  (entry, index) => lineRow(page, entry, index + 1, now, longWaitMinutes),
                )}
              </tbody>
            </table>`
      }
    </div>
    <p class="panel__foot caption">${icon("info")}<span>${s("desk.rule")}</span></p>
  </section>`;
}

function lineRow(
  page: ClerkPage,
  entry: LineEntry,
  place: number,
  now: number,
  longWaitMinutes: number,
): TemplateResult {
  const mine = page.desk.call?.call === entry.call;
  return html`<tr class=${mine ? "rows__mine" : ""}>
    <td class="rows__narrow num"><b>${place}</b></td>
    <td>
      <b>${local(entry.itemTitle)}</b><br />
      <span class="caption">${wherefrom(entry)}</span>
    </td>
    <td>${waited(now - entry.since, longWaitMinutes)}</td>
    <td>
      ${
        entry.ringing
          ? html`<span class="chip chip--brand">${icon("phone-call")}<span>${s("desk.rings")}</span></span>`
          : html`<span class="chip">${icon("clock")}<span>${s("desk.waits")}</span></span>`
      }
    </td>
  </tr>`;
}

function wherefrom(entry: LineEntry): string {
  return s("call.from", { centre: local(entry.fromCentre), kiosk: local(entry.kiosk) });
}

function stateCard(page: ClerkPage, act: ClerkActs): TemplateResult {
  const desk = page.desk.desk;
  if (desk !== null && desk.windows.length === 0) {
    return html`<section class="panel">${nothingHere("store", s("desk.noWindow"), s("desk.noWindowMore"))}</section>`;
  }
  const ready = desk?.state === "READY";
  const missed = desk?.state === "AWAY" && page.desk.missed !== null ? page.desk.missed : null;
  if (missed !== null && missed.call !== page.work.declined) {
    return html`<section class="panel state-card state-card--missed" role="status">
      ${nothingHere(
        "phone-missed",
        s("desk.missed"),
        s("desk.missedMore", { item: local(missed.itemTitle) }),
        html`<button type="button" class="button button--primary" @click=${() => act.setReady(true)}>
          ${icon("circle-check")}<span>${s("desk.missedReady")}</span>${key("F8")}
        </button>`,
      )}
    </section>`;
  }
  return html`<section class="panel state-card ${ready ? "state-card--ready" : ""}" role="status">
    ${
      ready
        ? nothingHere("headset", s("desk.ready"), s("desk.readyMore"))
        : nothingHere("coffee", s("desk.away"), s("desk.awayMore"))
    }
    ${
      page.work.audible
        ? nothing
        : html`<p class="state-card__quiet">
            <button type="button" class="button" @click=${() => act.testTone()}>
              ${icon("volume-2")}<span>${s("desk.quiet")}</span>
            </button>
          </p>`
    }
  </section>`;
}

function windows(page: ClerkPage): TemplateResult | typeof nothing {
  const list = page.desk.desk?.windows ?? [];
  if (list.length === 0) return nothing;
  return html`<section class="panel" aria-labelledby="windows-title">
    <h2 class="panel__head" id="windows-title">${icon("store")}<span>${s("desk.windows")}</span></h2>
    <ul class="list">
      ${list.map((each) => html`<li class="list__item"><span>${local(each.name)}</span></li>`)}
    </ul>
  </section>`;
}

/** "Continue yesterday's form with Ms Zhang": they come back with their code, and ring here first. */
function aside(page: ClerkPage): TemplateResult | typeof nothing {
  const matters = page.desk.aside;
  if (matters.length === 0) return nothing;
  return html`<section class="panel" aria-labelledby="aside-title">
    <h2 class="panel__head" id="aside-title">
      ${icon("clock")}<span>${s("aside.title", { count: matters.length })}</span>
    </h2>
    <ul class="list">
      ${matters.map(
        (each) =>
          html`<li class="list__item">
            <span
              ><b>${each.applicant === "" ? s("aside.somebody") : each.applicant}</b>
              ${local(each.itemTitle)}<br /><span class="caption"
                >${s("aside.from", {
                  centre: local(each.fromCentre),
                  since: soon(each.since, serverNow(page)),
                  until: soon(each.until, serverNow(page)),
                })}</span
              ></span
            >
          </li>`,
      )}
    </ul>
    <p class="panel__foot caption">${icon("info")}<span>${s("aside.rule")}</span></p>
  </section>`;
}

function devices(page: ClerkPage, act: ClerkActs): TemplateResult {
  const { local: mine } = page.media;
  const open = mine.stream !== null;
  const word = (sending: string) =>
    sending === "NONE"
      ? html`<span class="tag tag--warn">${icon("triangle-alert")}<span>${s("desk.none")}</span></span>`
      : open || page.desk.desk?.state === "READY"
        ? html`<span class="tag tag--ok">${icon("circle-check")}<span>${s("desk.ok")}</span></span>`
        : html`<span class="tag"><span>${s("desk.off")}</span></span>`;
  return html`<section class="panel" aria-labelledby="devices-title">
    <div class="panel__head">
      <h2 id="devices-title">${s("desk.devices")}</h2>
      <button type="button" class="button button--bare panel__end" @click=${() => act.checkAgain()}>
        <span>${s("desk.recheck")}</span>
      </button>
    </div>
    <ul class="list">
      <li class="list__item">${icon("video")}<span>${s("check.camera")}</span>${word(mine.camera)}</li>
      <li class="list__item">${icon("mic")}<span>${s("check.microphone")}</span>${word(mine.microphone)}</li>
    </ul>
  </section>`;
}
