import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { icon } from "web-kit/elements/icon.ts";
import { caseNoGroups } from "web-kit/form/values.ts";
import type { CallMatter, Outcome, WrapUp } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { lasting } from "web-kit/text/time.ts";
import { takeFocus } from "../../shared/take-focus.ts";
import { key } from "../../shared/top-bar.ts";
import { s } from "../../text/text.ts";
import { serverNow, type ClerkActs, type ClerkPage } from "../clerk-page.ts";
import { question } from "web-kit/room/question.ts";
import { matterText } from "./words.ts";

/** How it ended, and one key to the next. */
export function wrapUp(page: ClerkPage, call: WrapUp, act: ClerkActs): TemplateResult {
  const waits = page.work.busy || (call.item === question && page.work.outcome === null);
  return html`<main class="work work--check">
    <section class="card wrap" aria-labelledby="wrap-title">
      <header class="wrap__head">
        <span class="wrap__round ${call.filed == null ? "" : "wrap__round--filed"}"
          >${icon(call.filed == null ? "phone-off" : "circle-check")}</span
        >
        <div>
          <h1 id="wrap-title">${s("wrap.title")}</h1>
          <p>${s(`wrap.${call.how}`)}</p>
        </div>
        <span class="caption num wrap__time">${s("wrap.lasts", { time: lasting(serverNow(page) - call.since) })}</span>
      </header>
      ${
        call.item === question
          ? outcomes(page, act)
          : call.matters != null
            ? matters(call.matters)
            : call.filed == null
              ? html`<p class="wrap__more">${s("wrap.notFiled")}</p>`
              : html`<p class="wrap__more">${s("wrap.filed")}</p>
                  ${caseNo(call.filed)}`
      }
      <div class="wrap__acts">
        <button
          type="button"
          class="button button--primary button--tall"
          ?disabled=${waits}
          @click=${() => act.finish(false)}
          ${ref(takeFocus)}
        >
          <span>${s("wrap.next")}</span>${key("Enter")}
        </button>
        <button type="button" class="button button--tall" ?disabled=${waits} @click=${() => act.finish(true)}>
          ${icon("coffee")}<span>${s("wrap.rest")}</span>
        </button>
      </div>
    </section>
  </main>`;
}

/** Everything the call was about, where it was more than one thing. */
function matters(all: readonly CallMatter[]): TemplateResult {
  return html`<p class="wrap__more" id="wrap-matters">${s("wrap.matters")}</p>
    <ol class="wrap__matters" aria-labelledby="wrap-matters">
      ${all.map(
        (each, at) =>
          html`<li>
            <b>${local(each.itemTitle)}</b>
            <span class="caption">${matterText(each, at === all.length - 1)}</span>
            ${each.filed == null ? nothing : caseNo(each.filed)}
          </li>`,
      )}
    </ol>`;
}

/** A question ends with what became of it; nothing was filed, and nothing waits to be. */
function outcomes(page: ClerkPage, act: ClerkActs): TemplateResult {
  const all: readonly Outcome[] = ["ANSWERED", "REFERRED", "UNSOLVED"];
  return html`<p class="wrap__more" id="wrap-outcome">${s("wrap.question")}</p>
    <div class="wrap__outcomes" role="group" aria-labelledby="wrap-outcome">
      ${all.map((each) => {
        const on = page.work.outcome === each;
        return html`<button
          type="button"
          class="button button--tall ${on ? "button--on" : ""}"
          aria-pressed=${on}
          @click=${(event: Event) => {
            act.chooseOutcome(each);
            takeFocus(ending(event));
          }}
        >
          ${icon(on ? "circle-check" : "circle")}<span>${s(`outcome.${each}`)}</span>
        </button>`;
      })}
    </div>`;
}

/** Enter is for the next one again, not for the outcome a second time. */
function ending(event: Event): Element | undefined {
  return (event.currentTarget as Element).closest(".wrap")?.querySelector(".wrap__acts button") ?? undefined;
}

/** A case number in the groups people read it in; copied, it has no spaces. */
export function caseNo(number: string): TemplateResult {
  return html`<p class="case-no num" aria-label=${number}>
    ${caseNoGroups(number).map((group) => html`<span>${group}</span>`)}
  </p>`;
}
