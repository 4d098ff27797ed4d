import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "web-kit/elements/icon.ts";
import type { Author, Capability, DeviceView, ServiceItem, Trouble, UseView } from "web-kit/protocol.ts";
import { blobAddress } from "web-kit/room/blob-address.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { askedEveryTime, openUses, takes, watches } from "web-kit/room/uses.ts";
import { deviceName, deviceState, pictureWords, troubleSentence, troubleWord } from "web-kit/text/devices.ts";
import { authorName, t } from "web-kit/text/text.ts";
import { key } from "../../shared/top-bar.ts";
import { s } from "../../text/text.ts";
import type { ClerkActs, ClerkPage } from "../clerk-page.ts";
import { demoCards } from "../demo-cards.ts";
import {
  capabilities,
  deviceFor,
  endedUse,
  pagesOf,
  watching,
  whyNot,
  whyNotWatch,
  type WhyNot,
} from "../device-state.ts";
import { isCovered } from "./ladder.ts";
import { choice, scanForm } from "./scan-form.ts";

const ICONS: Readonly<Record<Capability, IconName>> = {
  READ_CARD: "id-card",
  SCAN: "scan-text",
  PRINT: "printer",
  CAPTURE: "camera",
  SIGN: "pencil",
};
const KEYS: Readonly<Record<Capability, string>> = { READ_CARD: "C", CAPTURE: "V", SCAN: "X", SIGN: "Y", PRINT: "B" };

/** Every device of the kiosk with how it is, what can be asked of it, and what came of it. */
export function devicesPanel(page: ClerkPage, room: RoomState, item: ServiceItem, act: ClerkActs): TemplateResult {
  return html`<section class="panel help__devices" aria-labelledby="devices-title">
    <h2 class="panel__head" id="devices-title">${icon("plug")}<span>${s("devices.title")}</span></h2>
    <div class="panel__body devices" tabindex="0" role="group" aria-labelledby="devices-title">
      ${room.uses.reached === false ? away() : nothing}
      <ul class="devices__list">
        ${capabilities.map((what) => entry(what, page, room, item, act))}
      </ul>
      ${pages(room, act)}
    </div>
  </section>`;
}

function away(): TemplateResult {
  return html`<p class="devices__away" role="status">
    ${icon("wifi-off")}<span><b>${s("devices.away")}</b> ${s("devices.awayMore")}</span>
  </p>`;
}

function entry(
  what: Capability,
  page: ClerkPage,
  room: RoomState,
  item: ServiceItem,
  act: ClerkActs,
): TemplateResult | typeof nothing {
  const device = deviceFor(what, room);
  const not = whyNot(what, room, item);
  // What neither the kiosk has nor the matter wants is not worth a line.
  if (device === null && (not === "noCardHere" || not === "noSignature")) return nothing;
  const reason = not === null ? rule(what, room) : reasonText(not, what);
  return html`<li class="device">
    <button
      type="button"
      class="button device__do"
      ?disabled=${not !== null}
      aria-describedby=${`device-${what}`}
      @click=${() => act.operateDevice(what)}
    >
      ${icon(ICONS[what])}<span>${s(`devices.do.${what}`)}</span>${key(KEYS[what])}
    </button>
    <p class="device__words" id=${`device-${what}`}>
      ${device === null ? nothing : stateOf(device)} <span class="caption">${reason}</span>
    </p>
    ${what === "CAPTURE" && device !== null ? watchButton(room, item, act, "device__do") : nothing}
    ${what === "SCAN" && device !== null ? scanForm(page.work.scan, act) : nothing}
    ${what === "READ_CARD" && device?.simulated === true ? cardChoice(page.work.demoCard, act) : nothing}
  </li>`;
}

/** The live picture of the bed, and its end. */
export function watchButton(room: RoomState, item: ServiceItem, act: ClerkActs, kind = ""): TemplateResult {
  const open = watching(room);
  const not = open === null ? whyNotWatch(room, item) : null;
  return html`<button type="button" class="button ${kind}" ?disabled=${not !== null} @click=${() => act.watchBed()}>
      ${icon(open === null ? "eye" : "eye-off")}<span>${s(open === null ? "bed.watch" : "bed.stop")}</span>${key("9")}
    </button>
    ${not === "covered" || not === "applicantAway" ? html`<span class="caption">${s(`devices.not.${not}`)}</span>` : nothing}`;
}

/** So that everything can be tried without a card. */
function cardChoice(chosen: string, act: ClerkActs): TemplateResult {
  const named = (card: string) => demoCards.find((each) => each.card === card)?.name ?? card;
  return html`<div class="scan">
    ${choice(
      s("devices.demoCard"),
      demoCards.map((each) => each.card),
      chosen,
      named,
      (card) => act.chooseDemoCard(card),
    )}
  </div>`;
}

function stateOf(device: DeviceView): TemplateResult {
  const [name, kind]: [IconName, string] =
    device.condition === "FAULT" || device.condition === "DISABLED"
      ? ["circle-x", "off"]
      : device.condition === "WARNING"
        ? ["triangle-alert", "warn"]
        : device.condition === "OK"
          ? ["circle-check", "ok"]
          : ["circle", "plain"];
  return html`<span class="device__state device__state--${kind}" title=${device.name}
      >${icon(name)}<b>${deviceState(device)}</b></span
    >
    ${device.simulated ? html`<span class="chip device__simulated">${s("devices.simulated")}</span>` : nothing}`;
}

/** Whom it takes to agree. */
function rule(what: Capability, { uses }: RoomState): string {
  if (askedEveryTime(what)) return s("devices.everyTime");
  return s(uses.allowed.includes(what) ? "devices.allowed" : "devices.askedOnce");
}

function reasonText(not: WhyNot, what: Capability): string {
  switch (not) {
    case "noDevice":
      return s("devices.not.noDevice", { device: deviceName(what) });
    default:
      return s(`devices.not.${not}`);
  }
}

/** Above the tabs, so that nobody has to look for it: what is asked or runs, or how the last ended. */
export function usesStrip(room: RoomState, act: ClerkActs): TemplateResult | typeof nothing {
  const open = openUses(room.uses);
  if (open.length > 0) return html`${open.map((use) => openStrip(room, use, act))}`;
  const last = endedUse(room);
  return last === null ? nothing : endedStrip(last);
}

function openStrip(room: RoomState, use: UseView, act: ClerkActs): TemplateResult {
  const what = takes(use.task);
  const device = deviceName(what);
  const progress = room.uses.progress[use.command];
  const percent = progress?.percent ?? null;
  const watch = watches(use);
  return html`<section class="panel use ${use.allowed ? "use--runs" : ""}" role="status">
    ${icon(use.allowed ? (watch ? "eye" : ICONS[what]) : "clock")}
    <div class="use__words">
      <p>
        <b>${s(use.allowed ? "devices.runs" : "devices.asked", { device })}</b>
        ${use.allowed ? (watch ? s("bed.watched") : doing(what, progress?.waitsFor ?? null)) : nothing}
        ${use.byHand == null ? nothing : s("devices.laid", { name: hand(use.byHand) })}
        ${percent === null ? nothing : html`<span class="num">${s("devices.percent", { percent })}</span>`}
      </p>
      ${
        percent === null
          ? nothing
          : html`<progress max="100" .value=${percent} aria-label=${s("devices.progress", { device })}></progress>`
      }
    </div>
    <button type="button" class="tool" @click=${() => act.stopUse(use.command)}>
      ${icon("x")}<span>${s("devices.cancel")}</span>${key("Z")}
    </button>
  </section>`;
}

/** Who at the kiosk did it; a local helper by what they are and by name. */
function hand(by: Author): string {
  return by.role === "HELPER" ? `${t("role.HELPER")} ${by.name}` : authorName(by);
}

function doing(what: Capability, waitsFor: Trouble | null): string {
  switch (waitsFor) {
    case null:
      return s(`devices.doing.${what}`);
    case "NO_CARD":
    case "NO_DOCUMENT":
    case "MEDIA_EMPTY":
    case "MEDIA_JAM":
    case "COVER_OPEN":
    case "TONER_EMPTY":
    case "OUTPUT_FULL":
      return s(`devices.waits.${waitsFor}`);
    default:
      return s("devices.waits.other", { trouble: troubleWord(waitsFor) });
  }
}

function endedStrip(use: UseView): TemplateResult {
  const ok = use.ended === "DONE";
  const bad = use.ended === "FAILED" || (use.ended === "TIMED_OUT" && use.allowed);
  return html`<section class="panel use ${ok ? "use--done" : bad ? "use--failed" : ""}" role="status">
    ${icon(ok ? "circle-check" : bad ? "triangle-alert" : "info")}
    <p class="use__words">${endedText(use)}</p>
  </section>`;
}

function endedText(use: UseView): string {
  const what = takes(use.task);
  const device = deviceName(what);
  if (watches(use) && use.allowed) return watchEnded(use);
  const failed = (why: Trouble) => s("devices.failed", { device, sentence: troubleSentence(why, "clerk") });
  switch (use.ended) {
    case "DONE":
      if (use.byHand != null) return s("devices.taken", { name: hand(use.byHand) });
      return s(`devices.done.${what}`, { count: use.pages.length });
    case "REFUSED":
      return s("devices.refused", { device });
    case "TIMED_OUT":
      return use.allowed ? failed(what === "READ_CARD" ? "NO_CARD" : "TIMED_OUT") : s("devices.unanswered", { device });
    case "FAILED":
      return failed(use.why ?? "IO_ERROR");
    default:
      return s(`devices.stopped.${use.endedBy ?? "SYSTEM"}`, { device });
  }
}

function watchEnded({ ended, endedBy, why }: UseView): string {
  switch (ended) {
    case "TIMED_OUT":
      return s("bed.over.time");
    case "FAILED":
      if (why === "OFFLINE" || why === "BUSY" || why === "NOT_REACHED" || why === "OUTCOME_UNKNOWN")
        return s(`bed.over.${why}`);
      return s("devices.failed", {
        device: deviceName("CAPTURE"),
        sentence: troubleSentence(why ?? "IO_ERROR", "clerk"),
      });
    default:
      return s(
        `bed.over.${endedBy === "HELPER" || endedBy === "CLERK" || endedBy === "SYSTEM" ? endedBy : "APPLICANT"}`,
      );
  }
}

function pages(room: RoomState, act: ClerkActs): TemplateResult | typeof nothing {
  const all = pagesOf(room);
  if (isCovered(room) && room.uses.all.length > 0) return html`<p class="caption">${s("pages.covered")}</p>`;
  if (all.length === 0) return nothing;
  return html`<h3 class="help__title">${s("pages.title", { count: all.length })}</h3>
    <ol class="thumbs">
      ${all.map((page, at) => {
        const wrong = pictureWords(page);
        return html`<li>
          <button
            type="button"
            class="thumb"
            aria-label=${s("pages.look", { number: at + 1 })}
            @click=${() => act.showPage({ at, zoom: 0, turned: 0 })}
          >
            <img src=${blobAddress(page)} alt="" loading="lazy" />
            <span class="thumb__number num">${at + 1}</span>
          </button>
          ${wrong === "" ? nothing : html`<span class="thumb__wrong">${icon("triangle-alert")}<span>${wrong}</span></span>`}
        </li>`;
      })}
    </ol>`;
}
