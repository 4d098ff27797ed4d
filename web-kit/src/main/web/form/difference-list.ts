import { html, type TemplateResult } from "lit";
import type { ServiceItem } from "../protocol.ts";
import { local } from "../text/language.ts";
import { t } from "../text/text.ts";
import { differences, type Difference, type Part } from "./differences.ts";

/** What somebody who knows how it is done here has to know of there. How a form is cut into pages, and whom it tells what, is not it. */
const TELLING: readonly Part[] = ["TIME_LIMIT", "FEE", "RESULT", "MATERIAL", "CARD", "FIELD", "TABLE", "DECLARATION"];

/** What another jurisdiction wants differently from here, the most telling first. Pure. */
export function regional(here: ServiceItem, there: ServiceItem): readonly Difference[] {
  const noCard = ({ part, how }: Difference) => part === "CARD" && how === "REMOVED"; // wants nothing in particular
  return differences(here, there).filter((each) => TELLING.includes(each.part) && !noCard(each));
}

/** What the two places are called by whoever reads it: at the kiosk “there” is the clerk's, at the console it is “with us”. */
export type Places = { readonly here: string; readonly there: string };

/** The same in plain sentences. */
export function differenceList(found: readonly Difference[], places: Places): TemplateResult {
  if (found.length === 0) return html`<p class="differences__none">${t("differences.none", places)}</p>`;
  return html`<ul class="differences">
    ${found.map((each) => html`<li class="differences__${each.how.toLowerCase()}">${sentence(each, places)}</li>`)}
  </ul>`;
}

function sentence({ part, how, name, from, to }: Difference, places: Places): string {
  const what = part === "CARD" && name !== null ? local(name) : t(`differences.${part}`);
  if (from !== null && to !== null) return t("differences.say", { ...places, what, from: local(from), to: local(to) });
  if (to !== null) return t("differences.only", { ...places, what, to: local(to) });
  return t(`differences.${how}`, { ...places, what, name: name === null ? "" : local(name) });
}
