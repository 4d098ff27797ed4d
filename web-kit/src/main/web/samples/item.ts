import type { Field, LocalText, Material, ServiceItem } from "../protocol.ts";

/** For the galleries, like all in this folder. */
export const text = (zh: string, en: string): LocalText => ({ zh, en });

export const field = (path: string, zh: string, en: string, more: Partial<Field> = {}): Field => ({
  path,
  kind: "TEXT",
  label: text(zh, en),
  required: true,
  maxLength: 60,
  checks: [],
  choices: [],
  sensitivity: "OPEN",
  ...more,
});

const material = (code: string, name: LocalText, hint: LocalText, more: Partial<Material> = {}): Material => ({
  code,
  name,
  hint,
  form: "COPY",
  capture: "DOC_CAMERA",
  count: 1,
  later: false,
  ...more,
});

/** The same item with a field whose answer is a text of several sentences. */
export const withLongText = (usual: ServiceItem): ServiceItem => ({
  ...usual,
  fields: usual.fields.map((each) => (each.path === "/alternatives" ? { ...each, kind: "LONG_TEXT" } : each)),
});

/** The same item, signed on its last page. */
export const withSignature = (usual: ServiceItem): ServiceItem => ({
  ...usual,
  pages: usual.pages.map((page, index) =>
    index === usual.pages.length - 1 ? { ...page, shows: [...page.shows, "/signature"] } : page,
  ),
  fields: [
    ...usual.fields,
    field("/signature", "申请人签名", "The applicant’s signature", {
      kind: "SIGNATURE",
      maxLength: 3_200,
      hint: text("申请表用这个签名", "For the application form"),
    }),
  ],
});
/** Two characters by a quick hand. */
export const signed =
  "150,50 96,60;124,26 122,64 112,104 92,136 70,154;118,92 146,116 170,128;196,56 236,50 228,74 202,106;192,82 246,76;214,84 216,150 204,142;290,40 282,52;262,66 340,56;300,60 298,92 272,132;280,96 336,90 326,118 290,150;312,98 350,146 376,152";

/** An item with every kind of field but a signature. */
export const item: ServiceItem = {
  item: "ENT_NAME",
  version: 1,
  title: text("企业名称自主申报", "Company name declaration"),
  summary: text("开公司前先把名字定下来", "Fix the name before founding"),
  department: text("湖州市南浔区市场监督管理局", "Nanxun Market Supervision Bureau"),
  variant: text("南浔", "Nanxun"),
  timeLimit: text("当场出结果", "At once"),
  fee: text("不收费", "Free"),
  result: text("名称保留告知书", "Notice of name reservation"),
  promise: { days: 0, clock: "AT_ONCE" },
  mode: "FULL_ONLINE",
  identity: "L2",
  results: [
    {
      code: "NOTICE",
      name: text("名称保留告知书", "Notice of name reservation"),
      form: "E_DOCUMENT",
      by: ["DOWNLOAD"],
    },
  ],
  materials: [
    material("ID", text("居民身份证", "ID card"), text("联系人的原件", "The contact’s, original"), {
      capture: "ID_READER",
    }),
    material(
      "LICENCE",
      text("出资人的证照", "Papers of the investors"),
      text("照片或扫描件也可以", "A photograph will do"),
    ),
    material("LETTER", text("委托书", "Letter of authority"), text("替别人办才要带", "Only if you act for somebody")),
  ],
  guide: [],
  find: { words: [], english: [], events: [] },
  prefill: [
    { path: "/contactName", what: "NAME" },
    { path: "/idNo", what: "ID_NO" },
    { path: "/mobile", what: "MOBILE" },
  ],
  script: [
    {
      id: "greet",
      say: text(
        "您好，我是南浔区的工作人员，今天我陪您把名称报好。",
        "Hello, I am a clerk in Nanxun. Let us declare the name together.",
      ),
    },
    {
      id: "type",
      say: text("您打算开一家什么样的公司？", "What type of company will it be?"),
      at: "/type",
      done: ["filled", "/type"],
    },
    {
      id: "name",
      say: text("想好叫什么了吗？最好想两三个备用的。", "Have you thought of a name? Best have two or three more."),
      at: "/tradeName",
    },
    {
      id: "seat",
      say: text("公司开在南浔哪个镇？", "In which town of Nanxun will it be?"),
      at: "/seat",
      done: ["filled", "/seat"],
    },
    {
      id: "contact",
      say: text("有结果了打哪个手机？", "Which mobile do we call when there is a result?"),
      at: "/mobile",
      done: ["filled", "/mobile"],
    },
  ],
  cards: [
    {
      path: "/tradeName",
      wants: text(
        "两个以上汉字，不能用地名、行业的叫法，也不能和同行业已有的名称相同或近似。",
        "Two characters or more, no place, no trade, and not like a name of the same trade that exists.",
      ),
      basis: text("《企业名称登记管理规定》第十条", "Provisions on company names, article 10"),
      sample: text("云帆", "云帆"),
    },
  ],
  agreements: [
    {
      code: "A1",
      text: text(
        "我同意由南浔区的工作人员看我填的表，并帮我核对。",
        "A clerk in Nanxun may see my form and help me check it.",
      ),
    },
  ],
  pages: [
    {
      id: "p1",
      title: text("企业叫什么", "The name"),
      shows: ["/type", "/tradeName", "/industry", "/capital", "/seat", "/alternatives"],
    },
    { id: "p2", title: text("谁来出资", "The investors"), shows: ["/investors"] },
    {
      id: "p3",
      title: text("联系谁", "The contact"),
      shows: ["/contactName", "/mobile", "/idNo", "/pin", "/preApproval"],
    },
  ],
  fields: [
    field("/type", "企业类型", "Type of company", {
      kind: "CHOICE",
      choices: [
        { code: "LLC", label: text("有限责任公司", "Limited company") },
        { code: "JSC", label: text("股份有限公司", "Joint-stock company") },
        { code: "SOLE", label: text("个人独资企业", "Sole proprietorship") },
        { code: "PART", label: text("合伙企业", "Partnership") },
      ],
    }),
    field("/tradeName", "字号", "Trade name", {
      maxLength: 20,
      hint: text("两个以上汉字，不用地名", "Two characters or more, no place name"),
    }),
    field("/industry", "行业用语", "Trade wording", { maxLength: 20 }),
    field("/capital", "注册资本", "Registered capital", {
      kind: "AMOUNT",
      maxLength: 12,
      unit: text("万元", "× 10,000 CNY"),
    }),
    field("/seat", "住所所在地", "Registered place", { maxLength: 20 }),
    field("/alternatives", "备选字号", "Alternative names", { required: false }),
    field("/investors/name", "姓名或名称", "Name", { maxLength: 20 }),
    field("/investors/percent", "出资比例", "Share", { kind: "PERCENT", maxLength: 6, unit: text("%", "%") }),
    field("/investors/idNo", "证件号码", "ID number", { kind: "ID_NUMBER", maxLength: 18, sensitivity: "MASK" }),
    field("/contactName", "联系人", "Contact", { maxLength: 20 }),
    field("/mobile", "手机号", "Mobile", { kind: "MOBILE", maxLength: 11, sensitivity: "MASK" }),
    field("/idNo", "身份证号", "ID number", { kind: "ID_NUMBER", maxLength: 18, sensitivity: "MASK" }),
    field("/pin", "网上业务密码", "Online PIN", {
      kind: "DIGITS",
      maxLength: 6,
      sensitivity: "SECRET",
      required: false,
      hint: text("没有就空着", "Leave it empty if you have none"),
    }),
    field("/preApproval", "经营范围要不要先批准", "Is approval needed first", { kind: "YES_NO", maxLength: 5 }),
  ],
  tables: [
    { path: "/investors", label: text("出资人", "Investors"), row: text("出资人", "investor"), fewest: 1, most: 50 },
  ],
  rules: [],
  declarations: [
    {
      code: "NAME_RISK",
      text: text(
        "我知道：名称登记以后，如果和别人的相同或近似，由我自己承担责任，要配合改名。",
        "I know that I am liable if the name turns out to be like another’s.",
      ),
    },
  ],
};

const [card, licence, letter] = item.materials as [Material, Material, Material];
/** The same item, which asks about the situation before it says what to bring. */
export const guided: ServiceItem = {
  ...item,
  guide: ["/type", "/preApproval"],
  materials: [
    { ...card, form: "ORIGINAL_SEEN" },
    { ...licence, count: 2, later: true, when: ["=", ["v", "/type"], "LLC"] },
    { ...letter, form: "GENERATED", when: ["=", ["v", "/preApproval"], "true"] },
  ],
};
