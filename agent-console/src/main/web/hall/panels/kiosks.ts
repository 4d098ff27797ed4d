import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { icon, type IconName } from "web-kit/elements/icon.ts";
import type { Board, CodePurpose, KioskRow } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { nothingHere } from "../../shared/notes.ts";
import { takeFocus } from "../../shared/take-focus.ts";
import { s } from "../../text/text.ts";
import type { HallActs, HallPage } from "../hall-page.ts";
import { outOf } from "../to-do.ts";
import { kioskCare } from "./kiosk-care.ts";

/** The kiosks of this centre: open or not, in use or not, and how to open one. */
export function kiosksPanel(page: HallPage, board: Board, act: HallActs): TemplateResult {
  return html`<section class="panel hall__kiosks" aria-labelledby="kiosks-title">
    <header class="panel__head"><h2 id="kiosks-title">${s("hall.kiosks")}</h2></header>
    <div class="panel__body">
      ${
        board.kiosks.length === 0
          ? nothingHere("smartphone", s("hall.noKiosks"), s("hall.noKiosksMore"))
          : html`<ul class="kiosks">
              ${board.kiosks.map((kiosk) => kioskCard(page, kiosk, act))}
            </ul>`
      }
    </div>
  </section>`;
}

function kioskCard(page: HallPage, kiosk: KioskRow, act: HallActs): TemplateResult {
  const use = USES[kiosk.use];
  const open = page.caring?.kiosk === kiosk.kiosk;
  return html`<li class="kiosk ${kiosk.page ? "" : "kiosk--closed"}">
    <p class="kiosk__head">
      <b>${local(kiosk.name)}</b>
      ${
        kiosk.condition?.outOfOrder === true
          ? html`<span class="chip chip--out">${icon("monitor-x")}<b>${s("use.outOfOrder")}</b></span>`
          : kiosk.page
            ? html`<span class="chip ${use.kind}">${icon(use.name)}<b>${s(`use.${kiosk.use}`)}</b></span>`
            : html`<span class="chip chip--out">${icon("monitor-x")}<b>${s("use.closed")}</b></span>`
      }
    </p>
    ${
      kiosk.condition?.outOfOrderMessage == null
        ? nothing
        : html`<p class="caption">${s("care.outOfOrderSays", { words: kiosk.condition.outOfOrderMessage })}</p>`
    }
    <p class="caption">${daemonWords(kiosk).join(s("hall.dot"))}</p>
    <div class="kiosk__acts">
      ${codeButton(kiosk, "LAUNCH", "arrow-up-right", act)} ${codeButton(kiosk, "ENROL", "plug", act)}
      ${kiosk.trouble === "KEY_CLONED" ? nothing : revokeButton(kiosk, act)} ${careButton(kiosk, open, act)}
    </div>
    ${kioskCare(page, kiosk, act)} ${page.revoking === kiosk.kiosk ? sureToRevoke(kiosk, act) : nothing}
  </li>`;
}

/** In a few words; what is as it should be is not said. */
function daemonWords(kiosk: KioskRow): string[] {
  if (kiosk.trouble != null) return [s(`hall.trouble.${kiosk.trouble}`)];
  if (kiosk.version == null) return [s("hall.noDaemon")];
  const out = outOf(kiosk);
  const words = [s("hall.daemonIs", { version: kiosk.version })];
  const health = kiosk.health;
  if (out.length > 0) words.push(...out);
  if (health == null) return words;
  if (health.browser === false) words.push(s("hall.browserDown"));
  if (health.restarts > 0) words.push(s("hall.restarts", { count: health.restarts }));
  if (health.memoryMb < LITTLE_MEMORY) words.push(s("hall.littleMemory", { mb: health.memoryMb }));
  if (health.diskMb < LITTLE_DISK) words.push(s("hall.littleDisk", { mb: health.diskMb }));
  return words;
}

function careButton(kiosk: KioskRow, open: boolean, act: HallActs): TemplateResult | typeof nothing {
  return kiosk.condition == null
    ? nothing
    : html`<button
        type="button"
        class="button button--bare button--small"
        aria-expanded=${open ? "true" : "false"}
        @click=${() => act.careFor(open ? null : kiosk.kiosk)}
      >
        ${s(open ? "care.close" : "care.open")}<span class="unseen"
          >${s("tool.for", { field: local(kiosk.name) })}</span
        >
      </button>`;
}

function revokeButton(kiosk: KioskRow, act: HallActs): TemplateResult {
  return html`<button
    type="button"
    class="button button--bare button--small"
    @click=${() => act.askToRevoke(kiosk.kiosk)}
  >
    ${s("hall.revoke")}<span class="unseen">${s("tool.for", { field: local(kiosk.name) })}</span>
  </button>`;
}

function sureToRevoke(kiosk: KioskRow, act: HallActs): TemplateResult {
  return html`<div class="choose to-do__choose" role="group" aria-label=${s("hall.revoke")}>
    <span class="caption">${s("hall.revokeMore", { kiosk: local(kiosk.name) })}</span>
    <button type="button" class="button button--stop button--small" @click=${() => act.revoke(kiosk.kiosk)}>
      ${s("hall.revokeYes")}
    </button>
    <button
      type="button"
      class="button button--bare button--small"
      @click=${() => act.askToRevoke(null)}
      ${ref(takeFocus)}
    >
      ${s("hall.cancel")}
    </button>
  </div>`;
}

function codeButton(kiosk: KioskRow, purpose: CodePurpose, name: IconName, act: HallActs): TemplateResult {
  return html`<button type="button" class="button button--small" @click=${() => act.makeCode(kiosk.kiosk, purpose)}>
    ${icon(name)}<span
      >${s(`hall.code.${purpose}`)}<span class="unseen">${s("tool.for", { field: local(kiosk.name) })}</span></span
    >
  </button>`;
}

const LITTLE_MEMORY = 300;
const LITTLE_DISK = 1_000;

const USES: Readonly<Record<KioskRow["use"], { kind: string; name: IconName }>> = {
  FREE: { kind: "chip--ok", name: "circle-check" },
  FILLING: { kind: "", name: "pencil" },
  WAITING: { kind: "chip--warn", name: "clock" },
  TALKING: { kind: "chip--brand", name: "phone" },
};
