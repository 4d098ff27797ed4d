import { report } from "web-kit/samples/migration.ts";
import { text } from "web-kit/samples/item.ts";
import { talking, work } from "./page.ts";
import { noFinder, type Finder } from "../finder.ts";
import type { SampleWords } from "../../shared/sample-words.ts";
import { sampleItem, sampleQuestion } from "./item.ts";
import type { Samples } from "./samples.ts";

/** A room without an item. */
const asked = {
  item: "QUESTION",
  fields: {},
  rows: {},
  unconfirmed: [],
  issues: [],
  suggestions: [],
  declared: [],
  pointedAt: null,
  focuses: {},
};
const lookingFor = (words: SampleWords): Finder => ({
  ...noFinder,
  words: "公司名",
  found: [
    { item: "ENT_NAME", title: words.item, summary: words.variant, owners: ["330503"] },
    { item: "OTHER", title: words.otherItem, summary: words.variant, owners: ["330503"] },
  ],
  chosen: "ENT_NAME",
  answers: { "/type": "LLC" },
});

/** The call without an item, and what stands beside the form: finder, what is shown to the applicant, rules, packages, settings. */
export const besideForm: Samples = {
  question: (words) => talking(words, { item: sampleQuestion }, {}, asked),
  "question-found": (words) =>
    talking(words, { item: sampleQuestion, finder: { ...lookingFor(words), item: sampleItem(words) } }, {}, asked),
  "question-nothing": (words) =>
    talking(words, { item: sampleQuestion, finder: { ...noFinder, words: "火星移民", found: [] } }, {}, { ...asked }),
  "question-proposed": (words) =>
    talking(
      words,
      { item: sampleQuestion, finder: { ...lookingFor(words), item: sampleItem(words) } },
      {},
      { ...asked, presented: { type: "NextItem", item: "ENT_NAME" } },
    ),
  "session-finder": (words) => talking(words, { work: work({ aside: "finder" }) }),
  "session-leaflet": (words) =>
    talking(
      words,
      { work: work({ aside: "finder" }) },
      {},
      { presented: { type: "Leaflet", item: "ENT_NAME", told: [{ path: "/type", value: "LLC" }] } },
    ),
  "session-no-map": (words) => talking(words, { work: work({ aside: "finder" }) }, { maps: null }),
  "session-map": (words) =>
    talking(
      words,
      { work: work({ aside: "finder" }) },
      {},
      { owner: "330503", presented: { type: "CentreMap", centre: "330503" } },
    ),
  "session-rules": (words) => talking(words, { work: work({ aside: "rules" }) }),
  "session-unlike": (words) => {
    const here = sampleItem(words);
    const [first, ...others] = here.materials;
    const unlike = { ...here, fee: text("十元", "Ten yuan"), materials: first === undefined ? [] : others };
    return talking(words, { work: work({ aside: "rules" }), here: unlike });
  },
  "session-alike": (words) => talking(words, { work: work({ aside: "rules" }), here: sampleItem(words) }),
  "session-ready": (words) => talking(words, {}, {}, { issues: [], formHash: "7f3a91c2aa04be51c2d8", suggestions: [] }),
  "session-leading": (words) => talking(words, {}, {}, { led: { to: "money", follows: true, at: "money" } }),
  "session-led-alone": (words) => talking(words, {}, {}, { led: { to: "money", follows: false, at: "contact" } }),
  "session-renewed": (words) => talking(words, {}, {}, { newer: { version: 2, itemHash: "b7" } }),
  "session-migration": (words) =>
    talking(
      words,
      { work: work({ migrationShown: true }) },
      {},
      { newer: { version: 2, itemHash: "b7" }, preview: report },
    ),
  "session-migrated": (words) => talking(words, {}, {}, { migrations: [report] }),
  "session-settings": (words) => talking(words, { work: work({ settingsShown: true }) }),
  "session-keys": (words) => talking(words, { work: work({ keysShown: true }) }),
};
