import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { isKey } from "../screen-keyboard.ts";
import { say } from "../text/text.ts";
import type { RoomScreen, View } from "../view.ts";
import { isCovered, mainAct } from "./main-act.ts";

/** The local helper is a third person, by name; who types now is always said. Beside a page of the form, 请本人来 comes first. */
export function helperStrip(view: RoomScreen, beside: "page" | "own act" = "page"): TemplateResult | typeof nothing {
  const { helper, atKiosk } = view.state.room;
  if (helper === null) return nothing;
  const typing = atKiosk === "HELPER";
  const first = beside === "page" && mainAct(view) === "hand-over" && !isCovered(view);
  return html`<div class="notice notice--brand" role="status">
    ${icon("users")}
    <p>${say(typing ? "helper.here" : "helper.aside", { name: helper.name })}</p>
    ${
      typing
        ? html`<button
            type="button"
            class="button ${first ? "button--primary" : "button--second"}"
            @click=${() => view.acts.handOver("APPLICANT")}
          >
            ${say("helper.toApplicant")}
          </button>`
        : html`<button type="button" class="button button--quiet" @click=${() => view.acts.handOver("HELPER")}>
            ${say("helper.toHelper")}
          </button>`
    }
    <button type="button" class="button button--quiet" @click=${view.acts.helperSignOut}>${say("helper.out")}</button>
  </div>`;
}

/** The code pad for the helper. */
export function helperSheet(view: View): TemplateResult {
  const { touch, acts } = view;
  const type = (code: string) => acts.touch({ code: code.slice(0, 20), codeWrong: null });
  return html`<h2 class="dialog__title" tabindex="-1">${say("helper.title")}</h2>
    <p>${say("helper.text")}</p>
    <label class="field__name" for="helper-code">${say("helper.code")}</label>
    <input
      class="input code"
      id="helper-code"
      type="text"
      inputmode="numeric"
      autocomplete="off"
      maxlength="20"
      aria-describedby="helper-wrong"
      .value=${touch.code}
      @input=${(event: Event) => type((event.target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => isKey(event, "Enter") && touch.code !== "" && acts.helperSignIn()}
    />
    <p class="issue" id="helper-wrong" role="alert">
      ${touch.codeWrong === null ? nothing : html`${icon("circle-alert")}<span>${touch.codeWrong}</span>`}
    </p>
    <div class="pad">
      ${["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((digit) => key(digit, () => type(touch.code + digit)))}
      <button type="button" class="button button--quiet" @click=${() => type(touch.code.slice(0, -1))}>
        ${say("helper.delete")}
      </button>
      ${key("0", () => type(`${touch.code}0`))}
      <button type="button" class="button button--primary" ?disabled=${touch.code === ""} @click=${acts.helperSignIn}>
        ${say("helper.signIn")}
      </button>
    </div>
    <button type="button" class="button button--quiet" @click=${() => acts.touch({ sheet: null, code: "" })}>
      ${say("helper.cancel")}
    </button>`;
}

function key(digit: string, press: () => void): TemplateResult {
  return html`<button type="button" class="button button--quiet pad__key" @click=${press}>${digit}</button>`;
}
