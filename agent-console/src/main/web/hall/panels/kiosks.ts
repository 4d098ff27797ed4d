import { html, type TemplateResult } from "lit";
import { icon, type IconName } from "web-kit/elements/icon.ts";
import type { Board, CodePurpose, KioskRow } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { nothingHere } from "../../shared/notes.ts";
import { s } from "../../text/text.ts";
import type { HallActs } from "../hall-page.ts";

/** The kiosks of this centre: open or not, in use or not, and how to open one. */
export function kiosksPanel(board: Board, act: HallActs): TemplateResult {
  return html`<section class="panel hall__kiosks" aria-labelledby="kiosks-title">
    <header class="panel__head"><h2 id="kiosks-title">${s("hall.kiosks")}</h2></header>
    <div class="panel__body">
      ${
        board.kiosks.length === 0
          ? nothingHere("smartphone", s("hall.noKiosks"), s("hall.noKiosksMore"))
          : html`<ul class="kiosks">
              ${board.kiosks.map((kiosk) => kioskCard(kiosk, act))}
            </ul>`
      }
    </div>
  </section>`;
}

function kioskCard(kiosk: KioskRow, act: HallActs): TemplateResult {
  const use = USES[kiosk.use];
  return html`<li class="kiosk ${kiosk.page ? "" : "kiosk--closed"}">
    <p class="kiosk__head">
      <b>${local(kiosk.name)}</b>
      ${
        kiosk.page
          ? html`<span class="chip ${use.kind}">${icon(use.name)}<b>${s(`use.${kiosk.use}`)}</b></span>`
          : html`<span class="chip chip--out">${icon("monitor-x")}<b>${s("use.closed")}</b></span>`
      }
    </p>
    <p class="caption">
      ${kiosk.version == null ? s("hall.noDaemon") : s("hall.daemonIs", { version: kiosk.version })}
    </p>
    <div class="kiosk__acts">
      ${codeButton(kiosk, "LAUNCH", "arrow-up-right", act)} ${codeButton(kiosk, "ENROL", "plug", act)}
    </div>
  </li>`;
}

function codeButton(kiosk: KioskRow, purpose: CodePurpose, name: IconName, act: HallActs): TemplateResult {
  return html`<button type="button" class="button button--small" @click=${() => act.makeCode(kiosk.kiosk, purpose)}>
    ${icon(name)}<span
      >${s(`hall.code.${purpose}`)}<span class="unseen">${s("tool.for", { field: local(kiosk.name) })}</span></span
    >
  </button>`;
}

const USES: Readonly<Record<KioskRow["use"], { kind: string; name: IconName }>> = {
  FREE: { kind: "chip--ok", name: "circle-check" },
  FILLING: { kind: "", name: "pencil" },
  WAITING: { kind: "chip--warn", name: "clock" },
  TALKING: { kind: "chip--brand", name: "phone" },
};
