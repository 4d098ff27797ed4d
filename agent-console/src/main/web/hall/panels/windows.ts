import { html, type TemplateResult } from "lit";
import type { Board } from "web-kit/protocol.ts";
import { language, local } from "web-kit/text/language.ts";
import { nothingHere } from "../../shared/notes.ts";
import { s } from "../../text/text.ts";
import { staffOf } from "../hall-board.ts";

/** What each window serves, and a block for everybody on it. */
export function windowsPanel(board: Board): TemplateResult {
  return html`<section class="panel hall__windows" aria-labelledby="windows-title">
    <header class="panel__head"><h2 id="windows-title">${s("hall.windows")}</h2></header>
    <div class="panel__body">
      ${
        board.windows.length === 0
          ? nothingHere("store", s("hall.noWindows"), s("hall.noClerksMore"))
          : html`<ul>
              ${board.windows.map((window) => {
                const staff = staffOf(board, window.window);
                const items = window.items.map(local).join(language() === "zh" ? "、" : ", ");
                return html`<li class="list__item window">
                  <span class="window__what"
                    ><b>${local(window.name)}</b><span class="caption">${s("hall.windowItems", { items })}</span></span
                  >
                  <span class="window__staff">
                    <span class="blocks" aria-hidden="true">${staff.map(() => html`<i class="blocks__one"></i>`)}</span>
                    <span class=${staff.length === 0 ? "tag tag--warn" : "caption num"}
                      >${staff.length === 0 ? s("hall.unstaffed") : s("hall.staffed", { count: staff.length })}</span
                    >
                  </span>
                </li>`;
              })}
            </ul>`
      }
    </div>
  </section>`;
}
