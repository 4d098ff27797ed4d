import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { icon } from "../elements/icon.ts";
import type { Field } from "../protocol.ts";
import { passedOver } from "../state/passed-over.ts";
import { local } from "../text/language.ts";
import { t } from "../text/text.ts";
import type { FormView } from "./form-view.ts";
import { derived, valueAt } from "./paths.ts";
import { signature } from "./signature.ts";
import { isMasked, isSecret, valueText } from "./values.ts";

export type Box = {
  readonly id: string;
  readonly described: string;
  readonly wrong: boolean;
  readonly locked: boolean;
};
type Choice = { readonly code: string; readonly words: string };

/** The control of a field: what a person writes with, under a real label. */
export function control(view: FormView, field: Field, path: string, box: Box): TemplateResult {
  if (derived(view).computes(field)) return written(view, field, path, box);
  if (isSecret(field)) return view.role === "CLERK" ? unseen(view, path, box) : secret(view, field, path, box);
  switch (field.kind) {
    case "CHOICE":
      return choices(view, field, path, box, offered(view, field, path));
    case "YES_NO":
      return choices(view, field, path, box, [
        { code: "true", words: t("field.yes") },
        { code: "false", words: t("field.no") },
      ]);
    case "SIGNATURE":
      return signature(view, path, box);
    case "LONG_TEXT":
      return longText(view, field, path, box, 4);
    case "TEXT":
      return view.surface === "kiosk" ? longText(view, field, path, box, 1) : text(view, field, path, box);
    case "AMOUNT":
    case "PERCENT":
    case "WHOLE":
    case "DIGITS":
    case "DATE":
    case "ID_NUMBER":
    case "CREDIT_CODE":
    case "MOBILE":
      return text(view, field, path, box);
    default: // nobody writes what this page does not know how to write
      return passedOver(field.kind, written(view, field, path, box));
  }
}

/** Nobody writes it: it says what follows from the rest. */
function written(view: FormView, field: Field, path: string, box: Box): TemplateResult {
  const value = valueAt(view, path);
  return html`<output class="output" id=${box.id} aria-describedby=${box.described}
    >${value === "" ? t("field.notYet") : valueText(field, value)}</output
  >`;
}

/** Dots stand for what is typed, also for whoever looks over a shoulder or at the shared screen. */
function secret(view: FormView, field: Field, path: string, box: Box): TemplateResult {
  const writable = mayWrite(view, field, path, box);
  return html`<input
    class="input"
    id=${box.id}
    type="password"
    inputmode=${inputMode(field)}
    autocomplete="off"
    maxlength=${field.maxLength}
    ?readonly=${!writable}
    aria-describedby=${box.described}
    aria-invalid=${box.wrong ? "true" : "false"}
    .value=${live(shownText(view, path))}
    @input=${(event: Event) => view.pen.type(path, typedText(event))}
    @focus=${() => writable && view.pen.focus(path)}
    @blur=${() => view.pen.leave(path)}
  />`;
}

/** To the clerk: whether it is filled. */
function unseen(view: FormView, path: string, box: Box): TemplateResult {
  const filled = valueAt(view, path) !== "";
  return html`<output class="output" id=${box.id} aria-describedby=${box.described}
    >${t(filled ? "field.secretFilled" : "field.empty")}</output
  >`;
}

/** What may be chosen now; a choice made before stays in sight, with its issue, until another is made. */
function offered(view: FormView, field: Field, path: string): readonly Choice[] {
  const value = valueAt(view, path);
  const now = derived(view).offered(field, path);
  return field.choices
    .filter((each) => now.includes(each) || each.code === value)
    .map((each) => ({ code: each.code, words: local(each.label) }));
}

function text(view: FormView, field: Field, path: string, box: Box): TemplateResult {
  const writable = mayWrite(view, field, path, box);
  return html`<input
      class="input"
      id=${box.id}
      type=${field.kind === "DATE" ? "date" : "text"}
      data-keys=${field.kind === "ID_NUMBER" ? "id" : field.kind === "CREDIT_CODE" ? "code" : nothing}
      inputmode=${inputMode(field)}
      autocomplete="off"
      spellcheck="false"
      maxlength=${field.maxLength}
      ?readonly=${!writable}
      aria-describedby=${box.described}
      aria-invalid=${box.wrong ? "true" : "false"}
      .value=${live(shownText(view, path))}
      @input=${(event: Event) => view.pen.type(path, typedText(event))}
      @compositionstart=${() => view.pen.compose(path, true)}
      @compositionend=${() => view.pen.compose(path, false)}
      @focus=${() => writable && view.pen.focus(path)}
      @blur=${() => view.pen.leave(path)}
    />
    ${field.unit == null ? nothing : html`<span class="field__unit">${local(field.unit)}</span>`}`;
}

/** At the kiosk a line of text grows into a second one: what was written is never out of sight. It stays one line of text. */
function longText(view: FormView, field: Field, path: string, box: Box, rows: 1 | 4): TemplateResult {
  const writable = mayWrite(view, field, path, box);
  const lines = (event: Event) => (rows === 1 ? typedText(event).replace(/[\r\n]+/g, " ") : typedText(event));
  return html`<textarea
    class="input ${rows === 1 ? "input--line" : "input--long"}"
    id=${box.id}
    rows=${rows}
    autocomplete="off"
    spellcheck="false"
    maxlength=${field.maxLength}
    ?readonly=${!writable}
    aria-describedby=${box.described}
    aria-invalid=${box.wrong ? "true" : "false"}
    .value=${live(shownText(view, path))}
    @input=${(event: Event) => view.pen.type(path, lines(event))}
    @keydown=${(event: KeyboardEvent) => rows === 1 && event.key === "Enter" && !event.isComposing && event.preventDefault()}
    @compositionstart=${() => view.pen.compose(path, true)}
    @compositionend=${() => view.pen.compose(path, false)}
    @focus=${() => writable && view.pen.focus(path)}
    @blur=${() => view.pen.leave(path)}
  ></textarea>`;
}

function choices(view: FormView, field: Field, path: string, box: Box, list: readonly Choice[]): TemplateResult {
  return view.surface === "kiosk" ? buttons(view, field, path, box, list) : select(view, field, path, box, list);
}

function buttons(view: FormView, field: Field, path: string, box: Box, list: readonly Choice[]): TemplateResult {
  const value = shownText(view, path);
  const writable = mayWrite(view, field, path, box);
  return html`<div
    class="choices ${list.length === 2 || list.length === 4 ? "choices--even" : ""}"
    role="radiogroup"
    id=${box.id}
    tabindex="-1"
    aria-labelledby="${box.id}-label"
    aria-describedby=${box.described}
    aria-invalid=${box.wrong ? "true" : "false"}
  >
    ${list.map(
      (choice) =>
        html`<label class="choice ${choice.code === value ? "choice--on" : ""}">
          <input
            class="choice__radio"
            type="radio"
            name=${box.id}
            ?disabled=${!writable}
            .checked=${live(choice.code === value)}
            @change=${() => view.pen.choose(path, choice.code)}
            @focus=${() => view.pen.focus(path)}
            @blur=${() => view.pen.leave(path)}
          />
          ${icon(choice.code === value ? "circle-check" : "circle")}<span>${choice.words}</span>
        </label>`,
    )}
  </div>`;
}

function select(view: FormView, field: Field, path: string, box: Box, list: readonly Choice[]): TemplateResult {
  const value = shownText(view, path);
  const writable = mayWrite(view, field, path, box);
  return html`<select
    class="input"
    id=${box.id}
    ?disabled=${!writable}
    aria-describedby=${box.described}
    aria-invalid=${box.wrong ? "true" : "false"}
    @change=${(event: Event) => view.pen.choose(path, (event.target as HTMLSelectElement).value)}
    @focus=${() => view.pen.focus(path)}
    @blur=${() => view.pen.leave(path)}
  >
    <option value="" .selected=${live(value === "")}>${writable ? t("field.choose") : ""}</option>
    ${list.map(
      (choice) => html`<option value=${choice.code} .selected=${live(choice.code === value)}>${choice.words}</option>`,
    )}
  </select>`;
}

/** What stands in the box: my own text, else what another is typing, else what was written. */
function shownText(view: FormView, path: string): string {
  if (view.edits[path] !== undefined) return valueAt(view, path);
  return view.room.drafts[path]?.text ?? view.room.revealed[path] ?? valueAt(view, path);
}

/** A clerk sees part of a masked value only, and what one cannot read one does not write over. */
function mayWrite(view: FormView, field: Field, path: string, box: Box): boolean {
  const halfSeen = view.role === "CLERK" && isMasked(field) && valueAt(view, path) !== "";
  return view.mayWrite && !box.locked && !halfSeen;
}

function typedText(event: Event): string {
  return (event.target as HTMLInputElement | HTMLTextAreaElement).value;
}

function inputMode(field: Field): string {
  switch (field.kind) {
    case "AMOUNT":
    case "PERCENT":
      return "decimal";
    case "MOBILE":
    case "WHOLE":
    case "DIGITS":
      return "numeric";
    default:
      return "text";
  }
}
