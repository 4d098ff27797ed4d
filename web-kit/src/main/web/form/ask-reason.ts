import { html, type TemplateResult } from "lit";
import { icon } from "../elements/icon.ts";
import { t } from "../text/text.ts";
import type { FormView } from "./form-view.ts";

const usual = ["reason.moved", "reason.rare", "reason.mistake"] as const;

/** 与证件不一致: what was typed is not what the card says. It may stay with a reason, or the card's stands again. */
export function askReason(view: FormView, path: string): TemplateResult {
  const { pen } = view;
  return html`<section class="suggestion reason" aria-label=${t("reason.title")}>
    <p class="suggestion__from">${icon("id-card")}<span>${t("reason.title")}</span></p>
    <div class="reason__usual">
      ${usual.map((each) => {
        const words = t(each);
        return html`<button type="button" class="button button--second" @click=${() => pen.giveReason(path, words)}>
          ${words}
        </button>`;
      })}
    </div>
    <form
      class="reason__other"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const words = String(new FormData(event.target as HTMLFormElement).get("reason") ?? "").trim();
        if (words !== "") pen.giveReason(path, words);
      }}
    >
      <input
        class="input"
        name="reason"
        aria-label=${t("reason.other")}
        placeholder=${t("reason.other")}
        required
        maxlength="100"
        autocomplete="off"
      />
      <button class="button button--second">${t("reason.give")}</button>
      <button type="button" class="button button--quiet" @click=${() => pen.chooseTheirs(path)}>
        ${t("reason.back")}
      </button>
    </form>
  </section>`;
}
