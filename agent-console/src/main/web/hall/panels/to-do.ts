import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { icon, type IconName } from "web-kit/elements/icon.ts";
import type { Board } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { nothingHere } from "../../shared/notes.ts";
import { takeFocus } from "../../shared/take-focus.ts";
import { s } from "../../text/text.ts";
import type { HallActs, HallPage } from "../hall-page.ts";
import { toDos, type ToDo } from "../to-do.ts";

/** Short: only what somebody must do now, each with the one thing to do. */
export function toDoPanel(page: HallPage, board: Board, now: number, act: HallActs): TemplateResult {
  const list = toDos(board, now);
  return html`<section class="panel hall__to-do" aria-labelledby="to-do-title">
    <header class="panel__head">
      <h2 id="to-do-title">${s("todo.title")}</h2>
      ${
        list.length === 0
          ? nothing
          : html`<span class="chip chip--warn panel__end num">${s("todo.count", { count: list.length })}</span>`
      }
    </header>
    <div class="panel__body">
      ${
        list.length === 0
          ? nothingHere("circle-check", s("todo.none"), s("todo.noneMore"))
          : html`<ul>
              ${list.map((each, place) => item(page, board, each, `to-do-${place}`, act))}
            </ul>`
      }
    </div>
  </section>`;
}

function item(page: HallPage, board: Board, todo: ToDo, id: string, act: HallActs): TemplateResult {
  switch (todo.what) {
    case "LONG_WAIT":
      return line(
        id,
        "clock",
        s("todo.longWait", { place: todo.row.position, minutes: board.longWaitMinutes }),
        local(todo.row.itemTitle),
        s("todo.choose"),
        () => act.chooseFor(todo.row.call),
      );
    case "NO_CLERK": {
      const choosing = page.staffing === todo.window.window;
      return line(
        id,
        "store",
        s("todo.noClerk", { window: local(todo.window.name) }),
        s("todo.noClerkMore"),
        s("todo.staff"),
        () => act.chooseStaff(choosing ? null : todo.window.window),
        choosing ? staff(board, todo.window.window, act) : undefined,
      );
    }
    case "KEY_CLONED":
      return line(
        id,
        "triangle-alert",
        s("todo.cloned", { kiosk: local(todo.kiosk.name) }),
        s("todo.clonedMore"),
        s("hall.code.ENROL"),
        () => act.makeCode(todo.kiosk.kiosk, "ENROL"),
      );
    case "DAEMON_TOO_OLD":
      return line(id, "plug", s("todo.tooOld", { kiosk: local(todo.kiosk.name) }), s("todo.tooOldMore"));
    case "KIOSK_FAULT":
      return line(
        id,
        "triangle-alert",
        s("todo.fault", { kiosk: local(todo.kiosk.name) }),
        todo.faults.join(s("hall.dot")),
        s("care.open"),
        () => act.careFor(todo.kiosk.kiosk),
      );
    case "KIOSK_CLOSED":
      return line(
        id,
        "monitor-x",
        s("todo.kiosk", { kiosk: local(todo.kiosk.name) }),
        s("todo.kioskMore"),
        s("hall.code.LAUNCH"),
        () => act.makeCode(todo.kiosk.kiosk, "LAUNCH"),
      );
  }
}

function line(
  id: string,
  name: IconName,
  title: string,
  more: string,
  word?: string,
  run?: () => void,
  open?: TemplateResult,
): TemplateResult {
  return html`<li class="to-do">
    ${icon(name)}
    <span class="to-do__words" id=${id}><b>${title}</b><span class="caption">${more}</span></span>
    ${
      run === undefined
        ? nothing
        : html`<button
            type="button"
            class="button button--second button--small"
            aria-describedby=${id}
            aria-expanded=${open === undefined ? nothing : "true"}
            @click=${run}
          >
            ${word}
          </button>`
    }
    ${open ?? nothing}
  </li>`;
}

function staff(board: Board, window: string, act: HallActs): TemplateResult {
  const here = board.clerks.filter((clerk) => clerk.state !== "OFFLINE");
  return html`<div class="choose to-do__choose" role="group" aria-label=${s("todo.staff")}>
    <span class="caption">${s(here.length === 0 ? "todo.nobodyHere" : "todo.staffWho")}</span>
    ${here.map(
      (clerk, place) =>
        html`<button
          type="button"
          class="button button--small"
          @click=${() => {
            act.move(clerk.clerk, window, true);
            act.chooseStaff(null);
          }}
          ${place === 0 ? ref(takeFocus) : nothing}
        >
          ${icon("user-round")}<span>${clerk.name}</span>
        </button>`,
    )}
    <button type="button" class="button button--bare button--small" @click=${() => act.chooseStaff(null)}>
      ${s("hall.cancel")}
    </button>
  </div>`;
}
