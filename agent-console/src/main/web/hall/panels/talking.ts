import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { icon, type IconName } from "web-kit/elements/icon.ts";
import type { Board, TalkingRow } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { lasting } from "web-kit/text/time.ts";
import { nothingHere } from "../../shared/notes.ts";
import { s } from "../../text/text.ts";
import { fromTo } from "./from-to.ts";

/** Who talks with whom, and whether both are still connected. */
export function talkingPanel(board: Board, now: number): TemplateResult {
  return html`<section class="panel hall__talking" aria-labelledby="talking-title">
    <header class="panel__head"><h2 id="talking-title">${s("hall.talking")}</h2></header>
    <div class="panel__body">
      ${
        board.talking.length === 0
          ? nothingHere("phone", s("hall.nobodyTalks"), s("hall.nobodyTalksMore"))
          : html`<table class="rows">
              <thead>
                <tr>
                  <th scope="col">${s("hall.clerk")}</th>
                  <th scope="col">${s("hall.item")}</th>
                  <th scope="col">${s("hall.since")}</th>
                  <th scope="col">${s("hall.now")}</th>
                </tr>
              </thead>
              <tbody>
                ${repeat(
                  board.talking,
                  (row) => row.call,
                  (row) =>
                    html`<tr>
                      <td><b>${row.clerk}</b></td>
                      <td>${local(row.itemTitle)}${fromTo(row)}</td>
                      <td class="num">${lasting(now - row.since)}</td>
                      <td>${presence(row)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
      }
    </div>
  </section>`;
}

function presence(row: TalkingRow): TemplateResult {
  const tag = (kind: string, name: IconName, words: string) =>
    html`<span class="tag ${kind}">${icon(name)}<span>${words}</span></span>`;
  if (row.kioskHere && row.clerkHere) return tag("tag--ok", "circle-check", s("hall.bothHere"));
  if (row.clerkHere) return tag("tag--warn", "wifi-off", s("hall.kioskGone"));
  return tag("tag--warn", "wifi-off", s(row.kioskHere ? "hall.clerkGone" : "hall.bothGone"));
}
