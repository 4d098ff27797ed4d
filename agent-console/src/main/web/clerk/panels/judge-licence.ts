import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { icon } from "web-kit/elements/icon.ts";
import { found, lookupAt } from "web-kit/room/lookups.ts";
import { local } from "web-kit/text/language.ts";
import { showModal } from "../../shared/take-focus.ts";
import { key } from "../../shared/top-bar.ts";
import { s } from "../../text/text.ts";
import type { ClerkActs, ClerkPage } from "../clerk-page.ts";
import { licenceFlaws, longestReason } from "../material-state.ts";
import { facts } from "./lookups.ts";

/** An e-licence that was found: what stands in it, and why the clerk does not take it. */
export function judgeLicence({ work, desk, item }: ClerkPage, act: ClerkActs): TemplateResult | typeof nothing {
  const { rejecting } = work;
  const view = desk.room?.lookups.find((each) => each.lookup === rejecting?.lookup);
  const lookup = item === null || view === undefined ? null : lookupAt(item, view.code);
  const licence = view?.answer?.licence;
  if (rejecting === null || view === undefined || !found(view) || lookup === null || licence == null) return nothing;
  return html`<dialog
    class="card settings judge-licence"
    aria-labelledby="licence-title"
    @close=${() => act.stopRejecting()}
    @keydown=${(event: KeyboardEvent) => byKey(event, act)}
    ${ref(showModal)}
  >
    <header class="keys__head">
      <h2 id="licence-title">${s("lookup.judge", { name: local(lookup.name) })}</h2>
      <button type="button" class="button button--bare panel__end" @click=${() => act.stopRejecting()}>
        ${icon("x")}<span>${s("app.close")}</span>${key("Esc")}
      </button>
    </header>
    <form
      class="judge__form"
      @submit=${(event: Event) => {
        event.preventDefault();
        act.rejectLicence(reasonIn(event.currentTarget as HTMLElement));
      }}
    >
      ${facts(licence)}
      <p class="caption">${s("lookup.judgeHint", { keeper: local(lookup.keeper), purpose: local(lookup.purpose) })}</p>
      <fieldset class="judge__flaws">
        <legend>${s("materials.why")}</legend>
        ${licenceFlaws.map(
          (flaw, index) =>
            html`<label class="judge__flaw">
              <input
                type="radio"
                name="flaw"
                ?autofocus=${index === 0}
                .checked=${rejecting.flaw === flaw}
                @change=${() => act.chooseLicenceFlaw(flaw)}
              />
              <span>${s(`lookup.flaw.${flaw}`)}</span>${key(String(index + 1))}
            </label>`,
        )}
      </fieldset>
      <label class="judge__text">
        <span>${s(rejecting.flaw === "OTHER" ? "materials.textNeeded" : "materials.text")}</span>
        <input
          class="input"
          name="reason"
          maxlength=${longestReason}
          autocomplete="off"
          ?required=${rejecting.flaw === "OTHER"}
        />
      </label>
      <div class="judge__acts">
        <button type="submit" class="button button--stop" ?disabled=${rejecting.flaw === null}>
          ${icon("circle-x")}<span>${s("lookup.reject")}</span>${key("R")}
        </button>
      </div>
    </form>
  </dialog>`;
}

function reasonIn(dialog: HTMLElement): string {
  return dialog.querySelector<HTMLInputElement>('[name="reason"]')?.value ?? "";
}

function byKey(event: KeyboardEvent, act: ClerkActs): void {
  const on = event.target as HTMLElement;
  const writes = on.matches('input:not([type="radio"])');
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || writes) return;
  const flaw = licenceFlaws[Number(event.key) - 1];
  if (flaw !== undefined) act.chooseLicenceFlaw(flaw);
  else if (event.key.toLowerCase() === "r") act.rejectLicence(reasonIn(event.currentTarget as HTMLElement));
  else return;
  event.preventDefault();
}
