import { html, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { formHash } from "web-kit/form/form-hash.ts";
import { caseNoGroups } from "web-kit/form/values.ts";
import { local } from "web-kit/text/language.ts";
import { dateAndClock } from "web-kit/text/time.ts";
import { codePage, type CodePageActs, type Found } from "../code-page/code-page.ts";
import type { Progress } from "./progress.ts";
import { say } from "./text.ts";

export function view(found: Found<Progress>, acts: CodePageActs): TemplateResult {
  const words = { product: say("product"), language: say("language"), privacy: say("privacy") };
  return codePage(
    words,
    acts,
    html`<h1>${say("title")}</h1>
      ${content(found, acts)}`,
  );
}

function content(found: Found<Progress>, acts: CodePageActs): TemplateResult {
  switch (found.at) {
    case "asking":
      return html`<p>${say("asking")}</p>`;
    case "found":
      return receipt(found.found);
    case "unknown":
      return html`<section class="card">
        <h2>${say("unknown")}</h2>
        <p>${say("unknownHint")}</p>
      </section>`;
    case "failed":
      return html`<section class="card">
        <h2>${say("failed")}</h2>
        <p>${say("failedHint")}</p>
        <button type="button" class="again" @click=${acts.again}>${say("again")}</button>
      </section>`;
  }
}

function receipt(progress: Progress): TemplateResult {
  return html`<section class="card">
    <p class="state">${icon("circle-check")}<b>${say(`state.${progress.state}`)}</b></p>
    <p>${say(`state.${progress.state}.next`)}</p>
    <dl>
      <dt>${say("caseNo")}</dt>
      <dd class="num">${caseNoGroups(progress.caseNo).map((part) => html`<span class="part">${part}</span>`)}</dd>
      <dt>${say("item")}</dt>
      <dd>${local(progress.title)}</dd>
      <dt>${say("owner")}</dt>
      <dd>${local(progress.owner)}</dd>
      <dt>${say("filedAt")}</dt>
      <dd>${dateAndClock(progress.filedAt)}</dd>
      <dt>${say("hash")}</dt>
      <dd>${formHash(progress.formHash)}</dd>
    </dl>
  </section>`;
}
