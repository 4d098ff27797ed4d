import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import type { Board } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { clockWithSeconds, lasting } from "web-kit/text/time.ts";
import { languageButton } from "../shared/language-switch.ts";
import { lookButtons } from "../shared/look-choice.ts";
import { alonePage, lineStrip, noticeStrip, outdatedStrip } from "../shared/notes.ts";
import { signInView } from "../shared/sign-in.ts";
import { isLong } from "../shared/waited.ts";
import { avatar, brand } from "../shared/top-bar.ts";
import { s } from "../text/text.ts";
import { serverNow, type HallActs, type HallPage } from "./hall-page.ts";
import { packagesView } from "./packages/packages-view.ts";
import { chartPanel } from "./panels/chart.ts";
import { clerksPanel } from "./panels/clerks.ts";
import { codeDialog } from "./panels/code-dialog.ts";
import { kiosksPanel } from "./panels/kiosks.ts";
import { linePanel } from "./panels/line.ts";
import { talkingPanel } from "./panels/talking.ts";
import { toDoPanel } from "./panels/to-do.ts";

/** The board as a function of its state. */
export function hallView(page: HallPage, act: HallActs): TemplateResult {
  switch (page.hall.seat) {
    case "entering":
      return html`${lineStrip(page.hall.line, page.pending, page.now)}
      ${alonePage(s("app.entering"), s("app.enteringMore"))}`;
    case "signedOut":
      return signInView(s("signIn.hallTitle"), page.signIn, (form) => act.signIn(form));
    case "elsewhere":
      return alonePage(
        s("elsewhere.hallTitle"),
        s("elsewhere.hallMore"),
        again(s("elsewhere.here"), () => act.takeOver()),
      );
    case "forbidden":
      return alonePage(
        s("forbidden.title"),
        s("forbidden.more"),
        again(s("forbidden.again"), () => act.signOut()),
      );
    case "seated":
      return page.hall.board === null
        ? alonePage(s("app.entering"), s("app.enteringMore"))
        : boardView(page, page.hall.board, act);
  }
}

function again(words: string, run: () => void): TemplateResult {
  return html`<button type="button" class="button button--primary button--tall" @click=${run}>${words}</button>`;
}

function boardView(page: HallPage, board: Board, act: HallActs): TemplateResult {
  const now = serverNow(page);
  return html`<div class="page">
    ${hallBar(page, board, now, act)} ${lineStrip(page.hall.line, page.pending, page.now)}
    ${outdatedStrip(page.outdated)} ${noticeStrip(page.notice, () => act.dismiss())}
    ${
      page.packages === null
        ? html`<main class="hall">
            <h1 class="unseen">${s("app.hall")}</h1>
            ${figures(board, now)} ${linePanel(page, board, now, act)} ${clerksPanel(page, board, now, act)}
            ${talkingPanel(board, now)} ${chartPanel(page.hall.seen, now)}
            <div class="hall__side">${toDoPanel(page, board, now, act)} ${kiosksPanel(page, board, act)}</div>
          </main>`
        : packagesView(page.packages, act)
    }
    ${codeDialog(page, board, now, act)}
  </div>`;
}

function hallBar(page: HallPage, board: Board, now: number, act: HallActs): TemplateResult {
  const live = page.hall.line.at === "open";
  return html`<header class="bar">
    ${brand(local(board.centre))}
    <span class="bar__line"></span>
    <span class="caption">${s("app.hall")}</span>
    <span class="bar__end">
      <span class="chip ${live ? "chip--ok" : "chip--warn"}"
        >${icon(live ? "circle-check" : "wifi-off")}<span>${s(live ? "hall.live" : "hall.stale")}</span
        ><b class="num">${clockWithSeconds(live ? now : board.now)}</b></span
      >
      ${
        page.packages === null
          ? html`<button type="button" class="button button--bare" @click=${() => act.showPackages(true)}>
              ${icon("file-text")}<span>${s("packages.title")}</span>
            </button>`
          : nothing
      }
      ${lookButtons()} ${languageButton()} ${avatar(board.manager)}<b>${board.manager}</b>
      <button type="button" class="button button--bare" @click=${() => act.signOut()}>
        ${icon("log-out")}<span>${s("app.signOut")}</span>
      </button>
    </span>
  </header>`;
}

function figures(board: Board, now: number): TemplateResult {
  const count = (state: string) => board.clerks.filter((clerk) => clerk.state === state).length;
  const here = board.clerks.filter((clerk) => clerk.state !== "OFFLINE").length;
  const longest = Math.max(0, ...board.waiting.map((row) => now - row.since));
  const long = board.waiting.length > 0 && isLong(longest, board.longWaitMinutes);
  return html`<section class="panel figures">
    ${figure(s("hall.waiting"), String(board.waiting.length), s("hall.people"))}
    ${figure(
      s("hall.longest"),
      board.waiting.length === 0 ? "–" : lasting(longest),
      long ? s("wait.long", { minutes: board.longWaitMinutes }) : "",
      long,
    )}
    ${figure(s("hall.talking"), String(board.talking.length), "")}
    ${figure(
      s("hall.clerks"),
      String(here),
      s("hall.states", {
        ready: count("READY"),
        ringing: count("RINGING"),
        talking: count("TALKING"),
        wrap: count("WRAP_UP"),
        away: count("AWAY"),
      }),
    )}
    ${figure(
      s("hall.kiosks"),
      String(board.kiosks.length),
      s("hall.kiosksOn", { count: board.kiosks.filter((kiosk) => kiosk.page).length }),
    )}
  </section>`;
}

function figure(name: string, number: string, more: string, long = false): TemplateResult {
  return html`<div class="figure">
    <p class="caption">${name}</p>
    <p class="figure__row ${long ? "long" : ""}">
      <b class="num">${number}</b><span class="caption figure__more">${more}</span>
    </p>
  </div>`;
}
