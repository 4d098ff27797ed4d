import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../elements/icon.ts";
import type { Field, OpenSuggestion } from "../protocol.ts";
import { canReadAloud, readAloud } from "../text/read-aloud.ts";
import { authorName, t } from "../text/text.ts";
import { fieldId, type FormView } from "./form-view.ts";
import { isMasked, valueText } from "./values.ts";

/** What the clerk proposes for a field, with what is new in it underlined. */
export function suggestionCard(
  view: FormView,
  field: Field,
  present: string,
  suggestion: OpenSuggestion,
): TemplateResult {
  const acts = view.suggestions;
  // Whoever made it knows that; what they want to know is where it stands.
  const looksOn = view.role === "CLERK";
  const title = titleOf(suggestion, looksOn);
  const ofCard = suggestion.source === "CARD";
  const pass = () => (ofCard ? view.pen.keep(suggestion.path) : acts?.drop(suggestion.suggestion));
  return html`<section class="suggestion" aria-label=${title}>
    <p class="suggestion__from">${icon(ofCard ? "id-card" : "lightbulb")}<span>${title}</span></p>
    <div class="suggestion__body">
      <div class="suggestion__words">
        <p class="suggestion__value" ?data-unspoken=${isMasked(field)}>
          ${difference(valueText(field, present), valueText(field, suggestion.value))}
        </p>
        ${suggestion.reason == null ? nothing : html`<p class="suggestion__why">${suggestion.reason}</p>`}
      </div>
      ${
        looksOn
          ? nothing
          : acts === undefined || !view.mayWrite
            ? html`<p class="suggestion__why">${t("suggestion.waiting")}</p>`
            : html`<div class="suggestion__acts">
                ${aloud(title, isMasked(field) ? t("read.unspoken") : valueText(field, suggestion.value), suggestion.reason ?? null)}
                <button type="button" class="button button--primary" @click=${() => acts.take(suggestion.suggestion)}>
                  ${t("suggestion.take")}
                </button>
                ${
                  suggestion.source == null
                    ? html`<button type="button" class="button button--quiet" @click=${() => edit(view, suggestion)}>
                        ${t("suggestion.edit")}
                      </button>`
                    : nothing
                }
                <button type="button" class="button button--quiet" @click=${pass}>
                  ${t(suggestion.source == null ? "suggestion.drop" : "suggestion.keep")}
                </button>
              </div>`
      }
    </div>
  </section>`;
}

/** What papers say is nobody's proposal: both read where it is from. */
function titleOf(suggestion: OpenSuggestion, looksOn: boolean): string {
  if (suggestion.source === "CARD") return t(looksOn ? "suggestion.cardTheirs" : "suggestion.card");
  if (suggestion.source === "EARLIER_CASE") return t(looksOn ? "suggestion.earlierTheirs" : "suggestion.earlier");
  return looksOn ? t("suggestion.waiting") : t("suggestion.from", { name: authorName(suggestion.by) });
}

/** Only where this browser has a voice. */
function aloud(title: string, value: string, reason: string | null): TemplateResult | typeof nothing {
  if (!canReadAloud()) return nothing;
  const words = [title, value, reason].filter((part) => part !== null).join("。");
  return html`<button type="button" class="button button--quiet" @click=${() => readAloud(words)}>
    ${icon("volume-2")}<span>${t("read.aloud")}</span>
  </button>`;
}

/** 我来改: what was proposed becomes my own text, still to be changed. */
function edit(view: FormView, suggestion: OpenSuggestion): void {
  document.getElementById(fieldId(suggestion.path))?.focus();
  view.pen.type(suggestion.path, suggestion.value);
}

/** The middle that differs, by whole characters: `𠮷` is one. */
function difference(before: string, after: string): TemplateResult {
  const old = [...before];
  const now = [...after];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  )
    tail++;
  const end = now.length - tail;
  const fresh = now.slice(head, end).join("");
  return html`${now.slice(0, head).join("")}${
    fresh === "" ? nothing : html`<ins>${fresh}</ins>`
  }${now.slice(end).join("")}`;
}
