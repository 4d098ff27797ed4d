import { html, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import type { ClerkState } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { languageButton } from "../shared/language-switch.ts";
import { alonePage, lineStrip, noticeStrip, outdatedStrip } from "../shared/notes.ts";
import { signInView } from "../shared/sign-in.ts";
import { stateChip } from "../shared/state-chip.ts";
import { switchOf } from "../shared/switch.ts";
import { avatar, brand, key } from "../shared/top-bar.ts";
import { s } from "../text/text.ts";
import type { ClerkActs, ClerkPage } from "./clerk-page.ts";
import { deviceCheck } from "./panels/device-check.ts";
import { doctorDialog } from "./panels/doctor-dialog.ts";
import { home } from "./panels/home.ts";
import { migrationDialog } from "./panels/migration.ts";
import { judgeLicence } from "./panels/judge-licence.ts";
import { judgePage } from "./panels/judge-page.ts";
import { keysDialog } from "./panels/keys-dialog.ts";
import { pageViewer } from "./panels/page-viewer.ts";
import { session } from "./panels/session.ts";
import { settingsDialog } from "./panels/settings-dialog.ts";
import { wrapUp } from "./panels/wrap-up.ts";

/** The console as a function of its state. */
export function clerkView(page: ClerkPage, act: ClerkActs): TemplateResult {
  switch (page.desk.seat) {
    case "entering":
      return html`${lineStrip(page.desk.line, page.pending, page.now)}
      ${alonePage(s("app.entering"), s("app.enteringMore"))}`;
    case "signedOut":
      return signInView(s("signIn.title"), page.signIn, (form) => act.signIn(form));
    case "elsewhere":
      return alonePage(
        s("elsewhere.title"),
        s("elsewhere.more"),
        html`<button type="button" class="button button--primary button--tall" @click=${() => act.takeOver()}>
          ${s("elsewhere.here")}
        </button>`,
      );
    case "forbidden":
      return alonePage(
        s("forbidden.title"),
        s("forbidden.more"),
        html`<button type="button" class="button button--primary button--tall" @click=${() => act.signOut()}>
          ${s("forbidden.again")}
        </button>`,
      );
    case "seated":
      return html`<div class="page">
        ${seated(page, act)} ${keysDialog(page.work.keysShown, act)} ${settingsDialog(page, act)}
        ${migrationDialog(page, act)} ${pageViewer(page, act)} ${judgePage(page, act)} ${judgeLicence(page, act)}
        ${doctorDialog(page, act)}
      </div>`;
  }
}

function seated(page: ClerkPage, act: ClerkActs): TemplateResult {
  const call = page.desk.call;
  const above = html`${lineStrip(page.desk.line, page.pending, page.now)} ${outdatedStrip(page.outdated)}
  ${noticeStrip(page.work.notice, () => act.dismiss())}`;
  if (call?.type === "InCall") return html`${above}${session(page, call, act)}`;
  if (call?.type === "WrapUp") return html`${deskBar(page, act)}${above}${wrapUp(page, call, act)}`;
  const checks = !page.work.checked && call === null;
  return html`${deskBar(page, act)}${above}${checks ? deviceCheck(page, act) : home(page, act)}`;
}

function deskBar(page: ClerkPage, act: ClerkActs): TemplateResult {
  const desk = page.desk.desk;
  if (desk === null) return html`<header class="bar">${brand(s("app.title"))}</header>`;
  return html`<header class="bar">
    ${brand(local(desk.you.region))}
    <span class="bar__line"></span>
    <span class="caption">${local(desk.you.unit)}</span>
    <span class="bar__end">
      ${languageButton()}
      <button type="button" class="button button--bare bar__keys" @click=${() => act.showKeys(true)}>
        <span>${s("call.keys")}</span>${key("?")}
      </button>
      <button type="button" class="button button--bare" @click=${() => act.showSettings(true)}>
        ${icon("sliders-horizontal")}<span>${s("settings.title")}</span>
      </button>
      ${stateChoice(page, desk.state, act)} ${avatar(desk.you.name)}
      <span class="bar__me"
        ><b>${desk.you.name}</b><span class="caption">${s("state.staffNo", { number: desk.you.staffNo })}</span></span
      >
      <button type="button" class="button button--bare" @click=${() => act.signOut()}>
        ${icon("log-out")}<span>${s("app.signOut")}</span>
      </button>
    </span>
  </header>`;
}

/** 空闲 or 小休 where the clerk may choose; else what the clerk is in. */
function stateChoice(page: ClerkPage, state: ClerkState, act: ClerkActs): TemplateResult {
  if (!page.work.checked || (state !== "READY" && state !== "AWAY")) return stateChip(state);
  return switchOf(s("state.mine"), [
    { icon: "circle-check", word: s("state.READY"), on: state === "READY", run: () => act.setReady(true) },
    { icon: "coffee", word: s("state.AWAY"), on: state === "AWAY", run: () => act.setReady(false) },
  ]);
}
