import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { local } from "web-kit/text/language.ts";
import { codePage } from "../code-page/code-page.ts";
import type { PhoneActs } from "./phone.ts";
import type { Opened, PhoneState, Sheet } from "./sheet.ts";
import { refusalWords, say } from "./text.ts";

export function view(state: PhoneState, acts: PhoneActs): TemplateResult {
  const words = { product: say("product"), language: say("language"), privacy: say("privacy") };
  const frame = { again: acts.again, print: () => {}, switchLanguage: acts.switchLanguage };
  return codePage(
    words,
    frame,
    html`<h1>${say("title")}</h1>
      ${content(state, acts)} ${sheets(state, acts)} ${state.at === "open" ? advice(state.minutes) : nothing}`,
  );
}

function content(state: PhoneState, acts: PhoneActs): TemplateResult {
  switch (state.at) {
    case "typing":
      return typing(acts);
    case "asking":
      return html`<p role="status">${say("asking")}</p>`;
    case "failed":
      return html`<section class="card">
        <h2>${say("failed")}</h2>
        <p>${say("failedHint")}</p>
        <button type="button" class="again" @click=${acts.again}>${say("again")}</button>
      </section>`;
    case "over":
      return html`<section class="card">
        <h2>${say(`over.${state.why}`)}</h2>
        <p>${say(`over.${state.why}.next`)}</p>
      </section>`;
    case "open":
      return open(state.opened, acts);
  }
}

function typing(acts: PhoneActs): TemplateResult {
  return html`<form
    class="card"
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      acts.type(new FormData(event.target as HTMLFormElement).get("code") as string);
    }}
  >
    <label class="typed"
      ><span>${say("type")}</span>
      <input
        class="input num"
        name="code"
        required
        maxlength="20"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
    /></label>
    <button type="submit" class="again">${say("open")}</button>
  </form>`;
}

function open({ title, material, hint }: Opened, acts: PhoneActs): TemplateResult {
  return html`<section class="card">
    <p class="caption">${local(title)}</p>
    <h2>${local(material)}</h2>
    ${hint == null ? nothing : html`<p>${local(hint)}</p>`} ${pick("camera", acts)} ${pick("gallery", acts)}
  </section>`;
}

function advice(minutes: number): TemplateResult {
  return html`<ul class="advice">
      <li>${say("advice.flat")}</li>
      <li>${say("advice.whole")}</li>
      <li>${say("advice.window")}</li>
    </ul>
    <p class="caption">${say("minutes", { minutes })}</p>`;
}

/** The camera at once, or what the phone has already. */
function pick(from: "camera" | "gallery", acts: PhoneActs): TemplateResult {
  const chosen = (event: Event) => {
    const input = event.target as HTMLInputElement;
    acts.add([...(input.files ?? [])]);
    input.value = ""; // the same picture may be chosen again
  };
  const choose = (event: Event) => (event.currentTarget as HTMLElement).parentElement?.querySelector("input")?.click();
  const input =
    from === "camera"
      ? html`<input type="file" hidden accept="image/*" capture="environment" @change=${chosen} />`
      : html`<input type="file" hidden accept="image/*" multiple @change=${chosen} />`;
  return html`<div class="pick">
    ${input}
    <button type="button" class=${from === "camera" ? "again" : "link"} @click=${choose}>
      ${icon(from === "camera" ? "camera" : "plus")}<span>${say(from)}</span>
    </button>
  </div>`;
}

function sheets({ sheets, at }: PhoneState, acts: PhoneActs): TemplateResult | typeof nothing {
  if (sheets.length === 0) return nothing;
  return html`<h2>${say("sheets")}</h2>
    <ol class="sheets">
      ${sheets.map(
        (sheet, index) =>
          html`<li class="card sheet sheet--${sheet.at}">
            ${sheet.thumb === null ? nothing : html`<img class="sheet__thumb" src=${sheet.thumb} alt="" />`}
            <div class="sheet__words" role="status">
              <b>${say("sheet", { number: index + 1 })}</b>
              ${standing(sheet)} ${staysYet(sheet)}
            </div>
            ${at === "open" ? doing(sheet, index + 1, acts) : nothing}
          </li>`,
      )}
    </ol>
    ${sheets.some((each) => each.at === "sent") && at === "open" ? html`<p>${say("look")}</p>` : nothing}`;
}

function standing(sheet: Sheet): TemplateResult {
  switch (sheet.at) {
    case "preparing":
      return html`<span>${say("preparing")}</span>`;
    case "sending":
      return html`<span>${say("sending", { percent: sheet.percent })}</span>
        <progress
          max="100"
          value=${sheet.percent}
          aria-label=${say("sending", { percent: sheet.percent })}
        ></progress>`;
    case "sent":
      return html`<span class="sheet__good">${icon("circle-check")}<span>${say("sent")}</span></span>
        ${sheet.faults.map(
          (fault) =>
            html`<span class="sheet__bad">${icon("triangle-alert")}<span>${say(`fault.${fault}`)}</span></span>`,
        )}`;
    case "cut":
      return html`<span class="sheet__bad">${icon("triangle-alert")}<span>${say("cut")}</span></span>`;
    case "refused":
      return html`<span class="sheet__bad">${icon("circle-x")}<span>${refusalWords(sheet.why)}</span></span>`;
  }
}

/** What cannot be taken back says so. */
function staysYet(sheet: Sheet): TemplateResult | typeof nothing {
  return sheet.staysYet
    ? html`<span class="sheet__bad" role="alert">${icon("triangle-alert")}<span>${say("staysYet")}</span></span>`
    : nothing;
}

function doing(sheet: Sheet, number: number, acts: PhoneActs): TemplateResult | typeof nothing {
  const drop = (words: string) =>
    html`<button
      type="button"
      class="link"
      aria-description=${say("sheet", { number })}
      @click=${() => acts.drop(sheet.id)}
    >
      ${words}
    </button>`;
  switch (sheet.at) {
    case "preparing":
    case "sending":
      return nothing;
    case "sent":
      return sheet.faults.length === 0 ? nothing : drop(say("drop"));
    case "cut":
      return html`<button
          type="button"
          class="again"
          aria-description=${say("sheet", { number })}
          @click=${() => acts.retry(sheet.id)}
        >
          ${say("retry")}
        </button>
        ${drop(say("dropCut"))}`;
    case "refused":
      return drop(say("away"));
  }
}
