import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "web-kit/elements/icon.ts";
import type { InCall } from "web-kit/protocol.ts";
import { s } from "../../text/text.ts";
import type { ClerkActs, ClerkPage } from "../clerk-page.ts";
import { isWatched } from "../device-state.ts";
import { bedPanel } from "./bed.ts";
import { formPanel } from "./form-panel.ts";
import { help } from "./help.ts";
import { migrationStrip } from "./migration.ts";
import { people } from "./people.ts";
import { sessionBar, sessionStrips } from "./session-bar.ts";
import { ownShare, stage } from "./stage.ts";

/** The call: the person on the left, the shared form or screen in the middle, what the matter asks for on the right. */
export function session(page: ClerkPage, call: InCall, act: ClerkActs): TemplateResult {
  return html`${sessionBar(page, call, act)} ${sessionStrips(page, call, act)} ${migrationStrip(page, act)}
    <main class="work work--session">
      ${people(page, call, act)}
      <div class="middle">${tabs(page, act)} ${middle(page, act)}</div>
      ${help(page, act)}
    </main>`;
}

/** Only where there is something to choose between. */
function tabs(page: ClerkPage, act: ClerkActs): TemplateResult | typeof nothing {
  const { remote, local: mine } = page.media;
  const watched = isWatched(page.desk.room);
  if (!remote.screen && !mine.screen && !watched) return nothing;
  const tab = (middle: ClerkPage["work"]["middle"], name: IconName, word: string) =>
    html`<button
      type="button"
      class="tabs__tab"
      role="tab"
      aria-selected=${shownMiddle(page) === middle}
      @click=${() => act.showMiddle(middle)}
    >
      ${icon(name)}<span>${word}</span>
    </button>`;
  return html`<div class="tabs" role="tablist">
    ${tab("form", "file-text", s("stage.form"))}
    ${remote.screen ? tab("screen", "monitor-up", s("stage.screen")) : nothing}
    ${watched ? tab("bed", "camera", s("bed.title")) : nothing}
    ${mine.screen ? tab("mine", "screen-share", s("stage.mine")) : nothing}
  </div>`;
}

function middle(page: ClerkPage, act: ClerkActs): TemplateResult {
  switch (shownMiddle(page)) {
    case "screen":
      return stage(page, act);
    case "mine":
      return ownShare(page, act);
    case "bed":
      return bedPanel(page, act);
    case "form":
      return formPanel(page, act);
  }
}

/** What has ended leads back to the form. */
function shownMiddle(page: ClerkPage): ClerkPage["work"]["middle"] {
  const wanted = page.work.middle;
  if (wanted === "bed" && !isWatched(page.desk.room)) return "form";
  if (wanted === "screen" && !page.media.remote.screen) return "form";
  return wanted === "mine" && !page.media.local.screen ? "form" : wanted;
}
