import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { icon } from "web-kit/elements/icon.ts";
import { questions, type Question } from "web-kit/form/guide.ts";
import { local } from "web-kit/text/language.ts";
import { say } from "../text/text.ts";
import type { View } from "../view.ts";

/** 情形引导: what decides which materials are needed, asked before anybody waits. */
export function guide(view: View): TemplateResult | typeof nothing {
  const { item, answers, way } = view.state;
  if (item === null || way.at !== "before") return nothing;
  const asked = questions(item, answers, view.now);
  const open = asked.some((each) => each.answer === "");
  const on = () => view.acts.go({ ...way, told: true });
  return html`<section class="guide">
    <div class="guide__scroll">
      <p>
        <span class="chip chip--brand">${icon("file-text")}${local(item.title)}</span>
      </p>
      <h1 tabindex="-1">${say("guide.title")}</h1>
      <p class="lead">${say("guide.lead")}</p>
      ${asked.map((each) => question(view, each))}
    </div>
    <div class="act">
      <button type="button" class="button button--second act__main" @click=${on} ?hidden=${!open}>
        ${say("guide.skip")}
      </button>
      <button type="button" class="button button--primary act__main" ?disabled=${open} @click=${on}>
        <span>${say("guide.next")}</span>${icon("arrow-right")}
      </button>
    </div>
  </section>`;
}

function question(view: View, { field, choices, answer }: Question): TemplateResult {
  const name = `guide-${field.path.slice(1)}`;
  return html`<div class="field">
    <div class="field__head"><b class="field__name" id=${name}>${local(field.label)}</b></div>
    ${field.hint == null ? nothing : html`<p class="field__hint">${local(field.hint)}</p>`}
    <div
      class="choices ${choices.length === 2 || choices.length === 4 ? "choices--even" : ""}"
      role="radiogroup"
      aria-labelledby=${name}
    >
      ${choices.map(
        ({ code, label }) =>
          html`<label class="choice ${code === answer ? "choice--on" : ""}">
            <input
              class="choice__radio"
              type="radio"
              name=${name}
              .checked=${live(code === answer)}
              @change=${() => view.acts.answer(field.path, code)}
            />
            ${icon(code === answer ? "circle-check" : "circle")}<span
              >${label === null ? say(code === "true" ? "guide.yes" : "guide.no") : local(label)}</span
            >
          </label>`,
      )}
    </div>
  </div>`;
}
