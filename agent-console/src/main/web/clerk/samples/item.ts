import type { LocalText, ServiceItem } from "web-kit/protocol.ts";
import type { SampleWords } from "../../shared/sample-words.ts";

const text = (zh: string, en: string): LocalText => ({ zh, en });

const field = (path: string, zh: string, en: string, more: object = {}) =>
  ({
    path,
    kind: "TEXT",
    label: text(zh, en),
    required: true,
    maxLength: 60,
    checks: [],
    choices: [],
    masked: false,
    ...more,
  }) as ServiceItem["fields"][number];

/** The item of the samples: every kind of field once. */
export function sampleItem(words: SampleWords): ServiceItem {
  return {
    item: "ENT_NAME",
    version: 7,
    title: words.item,
    summary: text("查名、选名，定下来先留着", "Check a name and reserve it"),
    department: text("市场监督管理局", "Market regulation bureau"),
    variant: words.variant,
    timeLimit: text("当场出结果；要人工核对的 1 个工作日", "At once, or 1 working day"),
    fee: text("不收费", "Free"),
    result: text("名称保留告知书，名称留 2 个月", "Notice of reservation, good for 2 months"),
    bring: [
      { code: "ID", name: text("联系人的身份证", "Contact's identity card"), hint: text("要原件", "the original") },
      { code: "PAPERS", name: text("每个出资人的证件或营业执照", "Each investor's paper or licence") },
      {
        code: "AUTHORITY",
        name: text("委托书", "Letter of authority"),
        hint: text("替别人办才要", "only for somebody else"),
      },
    ],
    agreements: [],
    pages: [
      { id: "name", title: text("想好的名称", "The name"), shows: ["/type", "/form", "/trade", "/industry", "/full"] },
      { id: "money", title: text("出资", "Capital"), shows: ["/capital", "/investors"] },
      { id: "contact", title: text("联系人", "Contact"), shows: ["/person", "/idNo", "/mobile"] },
    ],
    fields: [
      field("/type", "企业类型", "Kind of company", {
        kind: "CHOICE",
        choices: [
          { code: "LLC", label: text("有限责任公司", "Limited company") },
          { code: "JSC", label: text("股份有限公司", "Joint-stock company") },
        ],
        maxLength: 20,
      }),
      field("/form", "名称怎么排", "Order of the name", {
        kind: "CHOICE",
        choices: [{ code: "A", label: text("行政区划 + 字号 + 行业 + 组织形式", "Region + word + trade + form") }],
      }),
      field("/trade", "字号", "Trade word", {
        hint: text("两个汉字以上，不能是地名", "Two characters or more, no place name"),
      }),
      field("/industry", "行业用语", "Trade"),
      field("/full", "名称全文", "Full name", { required: false }),
      field("/capital", "注册资本", "Registered capital", {
        kind: "AMOUNT",
        unit: text("万元", "10,000 yuan"),
        maxLength: 12,
      }),
      field("/investors/name", "出资人姓名或名称", "Investor"),
      field("/investors/percent", "出资比例", "Share", { kind: "PERCENT", unit: text("%", "%"), maxLength: 6 }),
      field("/person", "联系人姓名", "Contact person", { maxLength: 20 }),
      field("/idNo", "身份证号", "Identity number", { kind: "ID_NUMBER", masked: true, maxLength: 18 }),
      field("/mobile", "手机号", "Mobile", { kind: "MOBILE", masked: true, maxLength: 11 }),
    ],
    tables: [
      {
        path: "/investors",
        label: text("出资人", "Investors"),
        row: text("出资人", "Investor "),
        fewest: 1,
        most: 50,
      },
    ],
    checks: [],
    declarations: [
      {
        code: "NAME_RISK",
        text: text("知道名称以后可能有争议，愿意改", "The name may be disputed later and will then be changed"),
      },
      { code: "TRUE", text: text("以上都是真的", "All of this is true") },
    ],
  };
}
