import type { ServiceItem } from "web-kit/protocol.ts";
import { field, item, text } from "web-kit/samples/item.ts";
import type { SampleWords } from "../../shared/sample-words.ts";

/** The item of both galleries, laid out so that a console shows more of it at once. */
export function sampleItem(words: SampleWords): ServiceItem {
  return {
    ...item,
    title: words.item,
    variant: words.variant,
    guide: ["/type", "/preApproval"],
    pages: [
      {
        id: "name",
        title: text("想好的名称", "The name"),
        shows: ["/type", "/form", "/tradeName", "/industry", "/full"],
      },
      { id: "money", title: text("出资", "Capital"), shows: ["/capital", "/investors"] },
      { id: "contact", title: text("联系人", "Contact"), shows: ["/contactName", "/idNo", "/mobile", "/pin"] },
    ],
    fields: [
      ...item.fields.filter((each) => each.path !== "/investors/idNo"),
      field("/form", "名称怎么排", "Order of the name", {
        kind: "CHOICE",
        choices: [{ code: "A", label: text("行政区划 + 字号 + 行业 + 组织形式", "Region + word + trade + form") }],
      }),
      field("/full", "名称全文", "Full name", { required: false }),
    ],
    rules: [
      {
        type: "Demands",
        id: "sharesShort",
        at: "/investors",
        must: ["<=", "100", ["sum", "/investors/percent"]],
        say: text(
          "加起来要正好 100%，现在是 {sum}%，还差 {off}%",
          "Shares must make 100%. They make {sum}%, so {off}% is missing",
        ),
        with: {},
      },
    ],
    declarations: [...item.declarations, { code: "TRUE", text: text("以上都是真的", "All of this is true") }],
  };
}

/** What a question is about: nothing. */
export const sampleQuestion: ServiceItem = {
  ...item,
  item: "QUESTION",
  title: text("只咨询", "Only a question"),
  guide: [],
  materials: [],
  pages: [],
  fields: [],
  tables: [],
  rules: [],
  declarations: [],
  script: [],
  cards: [],
};
