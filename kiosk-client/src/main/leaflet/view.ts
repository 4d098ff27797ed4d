import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { questions, wanted } from "web-kit/form/guide.ts";
import { fieldAt, tableAt } from "web-kit/form/paths.ts";
import { answersOf, fitting, type LeafletAsked, type LeafletData } from "web-kit/form/leaflet.ts";
import type { MaterialForm } from "web-kit/protocol.ts";
import { local } from "web-kit/text/language.ts";
import { codePage, type CodePageActs, type Found } from "../code-page/code-page.ts";
import { say } from "./text.ts";

export function view(
  asked: LeafletAsked | null,
  found: Found<LeafletData>,
  now: number,
  acts: CodePageActs,
): TemplateResult {
  const words = { product: say("product"), language: say("language"), privacy: say("privacy") };
  return codePage(words, acts, content(asked, found, now, acts));
}

function content(
  asked: LeafletAsked | null,
  found: Found<LeafletData>,
  now: number,
  acts: CodePageActs,
): TemplateResult {
  switch (found.at) {
    case "asking":
      return html`<h1>${say("title")}</h1>
        <p>${say("asking")}</p>`;
    case "found":
      return leaflet(asked, found.found, now, acts);
    case "unknown":
      return html`<h1>${say("title")}</h1>
        <section class="card">
          <h2>${say("unknown")}</h2>
          <p>${say("unknownHint")}</p>
        </section>`;
    case "failed":
      return html`<h1>${say("title")}</h1>
        <section class="card">
          <h2>${say("failed")}</h2>
          <p>${say("failedHint")}</p>
          <button type="button" class="again" @click=${acts.again}>${say("again")}</button>
        </section>`;
  }
}

function leaflet(
  asked: LeafletAsked | null,
  { item, centre, region, hours }: LeafletData,
  now: number,
  acts: CodePageActs,
) {
  const answers = answersOf(fitting(item, asked?.answers ?? {}));
  const told = questions(item, answers, now).flatMap(({ field, choices, answer }) => {
    const choice = choices.find((each) => each.code === answer);
    if (choice === undefined) return [];
    const words = choice.label === null ? say(answer === "true" ? "yes" : "no") : local(choice.label);
    return [{ name: local(field.label), words }];
  });
  const newer = asked?.version != null && asked.version < item.version;
  const materials = wanted(item, answers, now);
  return html`<h1>${local(item.title)}</h1>
    ${newer ? html`<p class="state">${icon("info")}${say("newer")}</p>` : nothing}
    <section class="card">
      <dl>
        ${told.map((each) => fact(each.name, each.words))} ${fact(say("time"), local(item.timeLimit))}
        ${fact(say("fee"), local(item.fee))} ${fact(say("result"), local(item.result))}
        ${fact(say("where"), local(centre))} ${hours == null ? nothing : fact(say("hours"), local(hours))}
        ${fact(say("standard"), local(item.variant))}
      </dl>
    </section>
    <h2>${say("bring")}</h2>
    ${
      materials.length === 0
        ? html`<p>${say("nothing")}</p>`
        : html`<ol class="card materials">
            ${materials.map(
              ({ material, sure }) =>
                html`<li>
                  <b>${local(material.name)}</b>
                  <span
                    >${say(`form.${material.form as MaterialForm}`)}${material.count > 1 ? ` × ${material.count}` : ""}</span
                  >
                  ${material.hint == null ? nothing : html`<small>${local(material.hint)}</small>`}
                  ${material.later ? html`<small>${say("later")}</small>` : nothing}
                  ${sure ? nothing : html`<small>${say("perhaps")}</small>`}
                </li>`,
            )}
          </ol>`
    }
    ${samples(
      item.cards.flatMap((card) => {
        const about = fieldAt(item, card.path) ?? tableAt(item, card.path);
        return card.sample == null || about === null ? [] : [{ name: local(about.label), words: local(card.sample) }];
      }),
    )}
    <p class="caption">${say("version", { region: local(region), version: item.version })}</p>
    <p class="acts"><button type="button" class="link" @click=${acts.print}>${say("print")}</button></p>`;
}

function samples(all: readonly { name: string; words: string }[]): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<h2>${say("samples")}</h2>
    <ul class="card materials">
      ${all.map((each) => html`<li><b>${each.name}</b> ${each.words}</li>`)}
    </ul>`;
}

function fact(name: string, value: string): TemplateResult {
  return html`<dt>${name}</dt>
    <dd>${value}</dd>`;
}
