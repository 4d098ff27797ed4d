import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { repeat } from "lit/directives/repeat.js";
import { icon } from "web-kit/elements/icon.ts";
import type { Board, WaitingRow } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { nothingHere } from "../../shared/notes.ts";
import { intoView } from "../../shared/take-focus.ts";
import { waited } from "../../shared/waited.ts";
import { s } from "../../text/text.ts";
import { couldAnswer } from "../hall-board.ts";
import type { HallActs, HallPage } from "../hall-page.ts";
import { fromTo } from "./from-to.ts";

/** Who waits, in the order in which they are answered, and why in this order. */
export function linePanel(page: HallPage, board: Board, now: number, act: HallActs): TemplateResult {
  return html`<section class="panel hall__line" aria-labelledby="line-title">
    <header class="panel__head">
      <h2 id="line-title">${s("hall.line")}</h2>
      <span class="caption panel__end">${s("hall.lineMore")}</span>
    </header>
    <div class="panel__body">
      ${
        board.waiting.length === 0
          ? nothingHere("circle-check", s("hall.nobodyWaits"), s("hall.nobodyWaitsMore"))
          : html`<table class="rows">
              <thead>
                <tr>
                  <th scope="col">${s("hall.place")}</th>
                  <th scope="col">${s("hall.itemWhy")}</th>
                  <th scope="col">${s("hall.waited")}</th>
                  <th scope="col"><span class="unseen">${s("hall.assign")}</span></th>
                </tr>
              </thead>
              <tbody>
                ${repeat(
                  board.waiting,
                  (row) => row.call,
                  (row) => waitingRow(page, board, row, now, act),
                )}
              </tbody>
            </table>`
      }
    </div>
    <p class="panel__foot caption">${icon("lock")}<span>${s("hall.private")}</span></p>
  </section>`;
}

function waitingRow(page: HallPage, board: Board, row: WaitingRow, now: number, act: HallActs): TemplateResult {
  const choosing = page.assigning === row.call;
  return html`<tr>
      <td class="num"><b>${row.position}</b></td>
      <td>
        <b>${local(row.itemTitle)}</b>${fromTo(row)}
        <span class="why">
          <span class="tag"
            >${icon(row.why === "CUT_OFF" ? "undo-2" : "list-checks")}<span>${s(`hall.why.${row.why}`)}</span></span
          >
          ${
            row.ringingAt == null
              ? nothing
              : html`<span class="tag tag--brand"
                  >${icon("phone-call")}<span>${s("hall.ringsAt", { clerk: row.ringingAt })}</span></span
                >`
          }
        </span>
      </td>
      <td>${waited(now - row.since, board.longWaitMinutes)}</td>
      <td class="rows__act">
        ${
          row.mayAssign
            ? html`<button
                type="button"
                class="button button--second button--small"
                aria-expanded=${choosing}
                @click=${() => act.chooseFor(choosing ? null : row.call)}
              >
                ${s("hall.assign")}
              </button>`
            : html`<span class="caption">${s("hall.assignNot")}</span>`
        }
      </td>
    </tr>
    ${choosing ? chooser(board, row, act) : nothing}`;
}

function chooser(board: Board, row: WaitingRow, act: HallActs): TemplateResult {
  const clerks = couldAnswer(board, row);
  return html`<tr class="rows__choose">
    <td colspan="4">
      <div class="choose" role="group" aria-label=${s("hall.assignTo")} ${ref(intoView)}>
        <span class="caption">${s(clerks.length === 0 ? "hall.assignNobody" : "hall.assignChoose")}</span>
        ${clerks.map(
          (clerk) =>
            html`<button type="button" class="button" @click=${() => act.assign(row.call, clerk.clerk)}>
              ${icon("user-round")}<span>${clerk.name}</span>
            </button>`,
        )}
        <button type="button" class="button button--bare" @click=${() => act.chooseFor(null)}>
          ${s("hall.cancel")}
        </button>
      </div>
    </td>
  </tr>`;
}
