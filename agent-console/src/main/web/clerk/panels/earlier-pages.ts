import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import type { PageView, RejectedPage } from "web-kit/protocol.ts";
import { blobAddress } from "web-kit/room/blob-address.ts";
import { s } from "../../text/text.ts";
import type { ClerkActs } from "../clerk-page.ts";

const reason = ({ rejected }: RejectedPage): string => rejected.text ?? s(`materials.flaw.${rejected.flaw}`);

/** What was pressed goes with what was shown beside the page: the keys go on at the page. */
function look(act: ClerkActs, earlier: string | null): void {
  act.judge({ earlier });
  document.getElementById("judge-page")?.focus({ preventScroll: true });
}

/** Pages in whose place this one came: each can be looked at with what was drawn on it. */
export function earlierPages({ before }: PageView, act: ClerkActs): TemplateResult | typeof nothing {
  if (before == null || before.length === 0) return nothing;
  return html`<section class="judge__earlier" aria-labelledby="earlier-title">
    <h3 class="help__title" id="earlier-title">${s("materials.earlier", { count: before.length })}</h3>
    <ol class="thumbs">
      ${before.map(
        (each, at) =>
          html`<li>
            <button
              type="button"
              class="thumb thumb--rejected"
              aria-label=${s("materials.lookEarlier", { number: at + 1 })}
              @click=${() => look(act, each.page.blob)}
            >
              <img src=${blobAddress(each.page)} alt="" loading="lazy" />
              <span class="thumb__number num">${at + 1}</span>
            </button>
            <span class="thumb__wrong">${icon("circle-x")}<span>${reason(each)}</span></span>
          </li>`,
      )}
    </ol>
  </section>`;
}

/** Beside an earlier page: why it was not taken, and the way back. */
export function earlierPage(page: RejectedPage, act: ClerkActs): TemplateResult {
  const { flaw, text } = page.rejected;
  return html`<h3 class="help__title">${s("materials.earlierPage")}</h3>
    <p class="thumb__wrong">${icon("circle-x")}<span>${s(`materials.flaw.${flaw}`)}</span></p>
    ${text == null ? nothing : html`<p>${text}</p>`}
    <p class="caption">${s("materials.earlierOver")}</p>
    <div class="judge__acts">
      <button type="button" class="button button--primary" @click=${() => look(act, null)}>
        ${s("materials.now")}
      </button>
    </div>`;
}
