import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import type { Board, ClerkRow, WindowRow } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { lasting } from "web-kit/text/time.ts";
import { nothingHere } from "../../shared/notes.ts";
import { stateChip } from "../../shared/state-chip.ts";
import { s } from "../../text/text.ts";
import { isOn } from "../hall-board.ts";
import type { HallActs, HallPage } from "../hall-page.ts";

/** The clerks of this centre, what they do, and which windows they answer for. */
export function clerksPanel(page: HallPage, board: Board, now: number, act: HallActs): TemplateResult {
  return html`<section class="panel hall__clerks" aria-labelledby="clerks-title">
    <header class="panel__head"><h2 id="clerks-title">${s("hall.clerks")}</h2></header>
    <div class="panel__body">
      ${
        board.clerks.length === 0
          ? nothingHere("users", s("hall.noClerks"), s("hall.noClerksMore"))
          : html`<table class="rows">
              <thead>
                <tr>
                  <th scope="col">${s("hall.name")}</th>
                  <th scope="col">${s("hall.now")}</th>
                  <th scope="col">${s("hall.since")}</th>
                  <th scope="col">${s("hall.onWindows")}</th>
                </tr>
              </thead>
              <tbody>
                ${repeat(
                  board.clerks,
                  (clerk) => clerk.clerk,
                  (clerk) =>
                    html`<tr>
                      <td><b class="clerk__name">${clerk.name}</b><span class="caption num">${clerk.staffNo}</span></td>
                      <td>${stateChip(clerk.state)}</td>
                      <td class="num">${clerk.state === "OFFLINE" ? "" : lasting(now - clerk.since)}</td>
                      <td>
                        <span class="ticks">${board.windows.map((window) => tick(page, clerk, window, act))}</span>
                      </td>
                    </tr>`,
                )}
              </tbody>
            </table>`
      }
    </div>
  </section>`;
}

function tick(page: HallPage, clerk: ClerkRow, window: WindowRow, act: HallActs): TemplateResult {
  return html`<label class="tick">
    <input
      type="checkbox"
      aria-label=${s("hall.windowOf", { name: clerk.name, window: local(window.name) })}
      .checked=${live(isOn(clerk, window.window, page.moves))}
      @change=${(event: Event) => act.move(clerk.clerk, window.window, (event.target as HTMLInputElement).checked)}
    />
    <span>${local(window.name)}</span>
  </label>`;
}
