import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "../elements/icon.ts";
import { capital } from "../text/language.ts";
import type { Examination } from "./examination.ts";
import { exams, type Exam } from "./facts.ts";
import type { Finding, Grade } from "./finding.ts";
import { others, overall } from "./overall.ts";
import { d, sentence } from "./words.ts";

const signs: Readonly<Record<Grade | "going", IconName>> = {
  good: "circle-check",
  mind: "triangle-alert",
  blocked: "circle-x",
  none: "minus",
  going: "clock",
};

/** The one sentence of all, and each examination with what it found, as it goes on. */
export function examinationView(examination: Examination): TemplateResult {
  return html`${verdict(examination)}
    <ul class="doctor">
      ${exams.map((exam) => row(examination, exam))}
    </ul>`;
}

function verdict({ state, findings }: Examination): TemplateResult {
  if (state === "going") {
    return html`<p class="doctor__all" role="status">
      ${icon("heart-pulse")}<span>${d("going")}<small>${d("speak")}</small></span>
    </p>`;
  }
  const cause = overall(findings);
  const also = others(findings, cause);
  const { grade } = cause;
  return html`<p class="doctor__all doctor__all--${grade}" role="status">
    ${icon(signs[grade])}<span
      >${state === "stopped" ? html`${d("stopped")} ` : nothing}${state === "stopped" && grade === "none" ? nothing : sentence(cause)}
      ${
        also.length === 0
          ? nothing
          : html`<small>${d("others", { names: also.map((each) => d(`exam.${each.exam}`)).join(d("comma")) })}</small>`
      }</span
    >
  </p>`;
}

/** What is said above, or hangs on that, is not said again: its code is enough. */
function row({ state, going, findings }: Examination, exam: Exam): TemplateResult {
  const found = findings.find((each) => each.exam === exam);
  const grade = found?.grade ?? (going.includes(exam) ? "going" : null);
  return html`<li class="doctor__row doctor__row--${grade ?? "later"}">
    <span class="doctor__sign">${grade === null ? nothing : icon(signs[grade])}</span>
    <b class="doctor__name">${d(`exam.${exam}`)}</b>
    <span class="doctor__grade">${grade === null ? "" : d(`grade.${grade}`)}</span>
    ${found === undefined ? nothing : details(found, state === "going" ? null : findings)}
  </li>`;
}

/** @param all null while it goes on: then sentences would come and go */
function details(found: Finding, all: readonly Finding[] | null): TemplateResult {
  if (found.grade === "good" || found.grade === "none")
    return html`<span class="doctor__words">${capital(sentence(found))}</span>`;
  const code = html`<code class="doctor__code">${found.code}</code>`;
  if (all === null || !others(all, overall(all)).includes(found)) return code;
  return html`${code}<span class="doctor__words doctor__words--amiss">${sentence(found)}</span>`;
}

/** Whether the person has to say what they heard. */
export function asks(examination: Examination): boolean {
  return examination.played !== null;
}
