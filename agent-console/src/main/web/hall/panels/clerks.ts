import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import type { Board, ClerkRow, WindowRow } from "web-kit/protocol.ts";
import { language, local } from "web-kit/text/language.ts";
import { lasting } from "web-kit/text/time.ts";
import { nothingHere } from "../../shared/notes.ts";
import { stateChip } from "../../shared/state-chip.ts";
import { s } from "../../text/text.ts";
import { isOn, staffOf } from "../hall-board.ts";
import type { HallActs, HallPage } from "../hall-page.ts";

/** The clerks of this centre and what they do, against the windows they answer for. */
export function clerksPanel(page: HallPage, board: Board, now: number, act: HallActs): TemplateResult {
  return html`<section class="panel hall__clerks" aria-labelledby="clerks-title">
    <header class="panel__head">
      <h2 id="clerks-title">${s("hall.clerks")}</h2>
      <span class="caption panel__end">${s("hall.clerksMore")}</span>
    </header>
    <div class="panel__body" role="group" tabindex="0" aria-labelledby="clerks-title">
      ${
        board.clerks.length === 0
          ? nothingHere("users", s("hall.noClerks"), s("hall.noClerksMore"))
          : html`<table class="rows rows--dense">
              <thead>
                <tr>
                  <th scope="col">${s("hall.name")}</th>
                  <th scope="col">${s("hall.now")}</th>
                  <th scope="col">${s("hall.since")}</th>
                  ${board.windows.map((window) => html`<th scope="col" class="rows__tick">${local(window.name)}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${repeat(
                  board.clerks,
                  (clerk) => clerk.clerk,
                  (clerk) =>
                    html`<tr>
                      <td><b>${clerk.name}</b> <span class="caption num">${clerk.staffNo}</span></td>
                      <td>${stateChip(clerk.state)}</td>
                      <td class="num">${clerk.state === "OFFLINE" ? "" : lasting(now - clerk.since)}</td>
                      ${board.windows.map((window) => tick(page, clerk, window, act))}
                    </tr>`,
                )}
              </tbody>
            </table>`
      }
    </div>
    ${windows(board)}
  </section>`;
}

function tick(page: HallPage, clerk: ClerkRow, window: WindowRow, act: HallActs): TemplateResult {
  return html`<td class="rows__tick">
    <label class="tick">
      <input
        type="checkbox"
        aria-label=${s("hall.windowOf", { name: clerk.name, window: local(window.name) })}
        .checked=${live(isOn(clerk, window.window, page.moves))}
        @change=${(event: Event) => act.move(clerk.clerk, window.window, (event.target as HTMLInputElement).checked)}
      />
    </label>
  </td>`;
}

/** What each window serves, and a block for everybody on it. */
function windows(board: Board): TemplateResult | typeof nothing {
  if (board.windows.length === 0) return nothing;
  return html`<ul class="windows" aria-label=${s("hall.windows")}>
    ${board.windows.map((window) => {
      const staff = staffOf(board, window.window);
      const items = window.items.map(local).join(language() === "zh" ? "、" : ", ");
      return html`<li class="window">
        <span class="window__what"
          ><b>${local(window.name)}</b> <span class="caption">${s("hall.windowItems", { items })}</span></span
        >
        <span class="window__staff">
          <span class="blocks" aria-hidden="true">${staff.map(() => html`<i class="blocks__one"></i>`)}</span>
          <span class=${staff.length === 0 ? "tag tag--warn" : "caption num"}
            >${staff.length === 0 ? s("hall.unstaffed") : s("hall.staffed", { count: staff.length })}</span
          >
        </span>
      </li>`;
    })}
  </ul>`;
}
