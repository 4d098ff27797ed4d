import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { icon } from "web-kit/elements/icon.ts";
import { blobAddress } from "web-kit/room/blob-address.ts";
import { pictureWords } from "web-kit/text/devices.ts";
import { showModal } from "../../shared/take-focus.ts";
import { key } from "../../shared/top-bar.ts";
import { s } from "../../text/text.ts";
import type { ClerkActs, ClerkPage } from "../clerk-page.ts";
import { pagesOf } from "../device-state.ts";

/** How many times larger it can be made; the style knows by how much. */
const largest = 4;

/** One page over the work area: larger, and turned the right way round. */
export function pageViewer(page: ClerkPage, act: ClerkActs): TemplateResult | typeof nothing {
  const { pageShown: shown } = page.work;
  const { room } = page.desk;
  const all = room === null ? [] : pagesOf(room);
  const blob = shown === null ? undefined : all[shown.at];
  if (shown === null || blob === undefined) return nothing;
  const { at, zoom, turned } = shown;
  const wrong = pictureWords(blob);
  const look = (number: number) => act.showPage({ at: number, zoom: 0, turned: 0 });
  const name = s("pages.of", { number: at + 1, count: all.length });
  const sideways = turned % 2 === 1;
  return html`<dialog
    class="card viewer"
    aria-labelledby="viewer-title"
    @close=${() => act.showPage(null)}
    ${ref(showModal)}
  >
    <header class="keys__head viewer__head">
      <h2 id="viewer-title">${name}</h2>
      ${wrong === "" ? nothing : html`<span class="thumb__wrong">${icon("triangle-alert")}<span>${wrong}</span></span>`}
      <span class="panel__end viewer__tools">
        <button type="button" class="button" ?disabled=${at === 0} @click=${() => look(at - 1)}>
          ${icon("arrow-left")}<span>${s("pages.previous")}</span>
        </button>
        <button type="button" class="button" ?disabled=${at === all.length - 1} @click=${() => look(at + 1)}>
          <span>${s("pages.next")}</span>${icon("arrow-right")}
        </button>
        <button
          type="button"
          class="button"
          ?disabled=${zoom === largest}
          @click=${() => act.showPage({ ...shown, zoom: zoom + 1 })}
        >
          ${icon("zoom-in")}<span>${s("pages.larger")}</span>
        </button>
        <button
          type="button"
          class="button"
          ?disabled=${zoom === 0}
          @click=${() => act.showPage({ ...shown, zoom: zoom - 1 })}
        >
          ${icon("zoom-out")}<span>${s("pages.smaller")}</span>
        </button>
        <button type="button" class="button" @click=${() => act.showPage({ ...shown, turned: (turned + 1) % 4 })}>
          ${icon("rotate-cw")}<span>${s("pages.turn")}</span>
        </button>
        <button type="button" class="button button--bare" @click=${() => act.showPage(null)}>
          ${icon("x")}<span>${s("app.close")}</span>${key("Esc")}
        </button>
      </span>
    </header>
    <div class="viewer__room" tabindex="0" role="group" aria-label=${name}>
      <div class="viewer__sheet viewer__sheet--zoom-${zoom} viewer__sheet--turned-${turned}">
        <img class="viewer__page ${sideways ? "viewer__page--sideways" : ""}" src=${blobAddress(blob)} alt=${name} />
      </div>
    </div>
  </dialog>`;
}
