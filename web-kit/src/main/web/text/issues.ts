import type { Issue, Rule } from "../protocol.ts";
import { fill, type Language } from "./language.ts";

type Sentence = { readonly zh: string; readonly en: string };

/** One sentence for each way a form can be wrong: what to do, and how far off it is. The server names the codes. */
export const issueSentences: Readonly<Record<string, Sentence>> = {
  required: { zh: "请填这一格", en: "Please fill this in" },
  secret: {
    zh: "这一格是保密的，还有要改的地方，只有办事人看得到",
    en: "Something in this secret field is not right yet. Only the applicant sees what",
  },
  "card.differs": {
    zh: "和身份证上的不一样：请说明原因，或用身份证上的",
    en: "Not what the ID card says: say why, or take the card’s",
  },
  "rows.few": { zh: "至少要填 {fewest} 个，还差 {missing} 个", en: "Add at least {fewest}. {missing} missing" },
  yesNo: { zh: "请点“是”或“否”", en: "Touch “Yes” or “No”" },
  "choice.notHere": { zh: "这个地方不能这样选，请选别的", en: "This place does not allow that. Choose another" },

  "amount.shape": { zh: "请只填数字，比如 100 或 100.50", en: "Write digits only, for example 100 or 100.50" },
  "amount.places": { zh: "小数点后最多 2 位", en: "Use at most 2 digits after the point" },
  "amount.zero": { zh: "请填大于 0 的数", en: "Write a number above 0" },
  "amount.large": { zh: "太大了，最多填 {most}", en: "This is too large. The most is {most}" },
  "percent.shape": { zh: "请只填数字，比如 50 或 33.33", en: "Write digits only, for example 50 or 33.33" },
  "percent.places": { zh: "小数点后最多 2 位", en: "Use at most 2 digits after the point" },
  "percent.range": { zh: "请填大于 0、不超过 100 的数", en: "Write a number above 0 and up to 100" },

  "whole.shape": { zh: "请填整数，比如 3", en: "Write a whole number, for example 3" },
  "digits.characters": { zh: "这里只写数字", en: "Write digits only" },
  "digits.count": { zh: "要 {wanted} 位数字，现在有 {have} 位", en: "It has {wanted} digits. You wrote {have}" },

  "date.shape": { zh: "请写年月日，比如 2026-03-02", en: "Write year, month and day, for example 2026-03-02" },
  "date.none": { zh: "没有这一天，请看一下月和日", en: "There is no such day. Check month and day" },
  "date.future": { zh: "这一天还没到，请看一下年份", en: "This day is still to come. Check the year" },

  "personName.short": { zh: "请写全名，至少两个字", en: "Write the full name, two characters or more" },
  "personName.long": { zh: "最多写 {most} 个字", en: "Write at most {most} characters" },
  "personName.characters": {
    zh: "照证件写：全用汉字，或全用英文字母。中间的点写“·”",
    en: "Write it as on the paper: all Chinese characters or all Latin letters",
  },
  "unitName.short": { zh: "请照营业执照写全称", en: "Write the full name as on the licence" },

  "idNo.length": {
    zh: "证件号是 18 位，还差 {missing} 位",
    en: "The number has 18 digits. {missing} missing",
  },
  "idNo.long": { zh: "证件号是 18 位，多了 {over} 位", en: "The number has 18 digits. {over} too many" },
  "idNo.characters": {
    zh: "只能写数字，最后一位可以是 X",
    en: "Use digits only. The last one may be X",
  },
  "idNo.region": { zh: "第一位不会是 0，请对着证件看一下", en: "It cannot begin with 0. Check it against the card" },
  "idNo.residence": {
    zh: "居住证号以 81、82 或 83 开头，请看一下证件选得对不对",
    en: "A residence permit begins with 81, 82 or 83. Check which paper you chose",
  },
  "idNo.date": { zh: "第 7 到 14 位不是一个日期，请对着证件看一下", en: "Digits 7 to 14 are no date. Check the card" },
  "idNo.future": {
    zh: "第 7 到 14 位的日期还没到，请对着证件看一下",
    en: "Digits 7 to 14 are a day to come. Check the card",
  },
  "idNo.checksum": { zh: "有一位写错了，请对着证件看一下", en: "One digit is wrong. Check it against the card" },
  "idNo.passport": { zh: "护照号是 5 到 17 位字母和数字", en: "A passport number has 5 to 17 letters and digits" },
  "idNo.hkMoPermit": {
    zh: "通行证号以 H 或 M 开头，后面是 8 位或 10 位数字",
    en: "The permit number begins with H or M, then 8 or 10 digits",
  },
  "idNo.twPermit": { zh: "通行证号是 8 位或 10 位数字", en: "The permit number has 8 or 10 digits" },
  "idNo.other": { zh: "证件号是 5 到 18 位字母和数字", en: "The number has 5 to 18 letters and digits" },

  "uscc.length": { zh: "信用代码是 18 位，还差 {missing} 位", en: "The code has 18 characters. {missing} missing" },
  "uscc.long": { zh: "信用代码是 18 位，多了 {over} 位", en: "The code has 18 characters. {over} too many" },
  "uscc.characters": {
    zh: "请对着执照写：没有 I、O、S、V、Z，第 3 到 8 位是数字",
    en: "Check the licence: no I, O, S, V or Z, and digits from the 3rd to the 8th",
  },
  "uscc.checksum": { zh: "有一位写错了，请对着执照看一下", en: "One character is wrong. Check it against the licence" },

  "mobile.short": { zh: "手机号是 11 位，还差 {missing} 位", en: "A mobile number has 11 digits. {missing} missing" },
  "mobile.long": { zh: "手机号是 11 位，多了 {over} 位", en: "A mobile number has 11 digits. {over} too many" },
  "mobile.characters": { zh: "手机号只写数字", en: "Write the mobile number in digits only" },
  "mobile.prefix": {
    zh: "手机号以 13 到 19 开头，请再看一下",
    en: "A mobile number begins with 13 to 19. Check it again",
  },

  "regionCode.shape": { zh: "地区代码是 6、9 或 12 位数字", en: "A region code has 6, 9 or 12 digits" },
  "industryCode.shape": {
    zh: "写一个字母加 2 到 4 位数字，比如 I6510。不知道就空着",
    en: "Write a letter and 2 to 4 digits, for example I6510. Leave it empty if you don’t know",
  },
  "plateNo.shape": {
    zh: "请照行驶证写车牌号，比如 浙E12345",
    en: "Write the plate as on the licence, for example 浙E12345",
  },
  "vin.shape": {
    zh: "车架号是 17 位字母和数字，没有 I、O、Q",
    en: "The VIN has 17 letters and digits, no I, O or Q",
  },
  "birthCertNo.shape": { zh: "出生证编号是一个字母加 9 位数字", en: "The number is a letter and 9 digits" },
  "unitNo.shape": { zh: "不动产单元号是 28 位字母和数字", en: "The unit number has 28 letters and digits" },
  "tradeName.short": { zh: "字号要两个汉字以上，请再加一个字", en: "Use two Chinese characters or more" },
  "tradeName.characters": { zh: "字号只能用汉字", en: "Use Chinese characters only" },
  "tradeName.place": { zh: "这是地名，不能做字号，请换一个", en: "This is the name of a place. Choose another word" },
  "tradeName.banned": { zh: "字号里不能有“{word}”，请换一个", en: "The word may not contain “{word}”. Choose another" },
};

const counts = [
  "",
  "One is",
  "Two are",
  "Three are",
  "Four are",
  "Five are",
  "Six are",
  "Seven are",
  "Eight are",
  "Nine are",
];

/** What to tell people about an issue. A rule of the item brings its own sentence. */
export function issueText(issue: Issue, language: Language, rules: readonly Rule[]): string {
  const sentence = issueSentences[issue.code] ?? ofRule(issue.code, rules);
  if (!sentence) return language === "zh" ? "这一格要改一下，可以问工作人员" : "This needs a change. Ask the clerk";
  return fill(sentence[language], language === "en" ? spelledOut(issue.args) : issue.args);
}

function ofRule(code: string, rules: readonly Rule[]): Sentence | undefined {
  const rule = rules.find((each) => code === `rule.${each.id}`);
  return rule?.type === "Demands" ? rule.say : undefined;
}

/** English reads “One is missing”, not “1 missing”. */
function spelledOut(words: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(words).map(([name, value]) => {
      const count = name === "missing" || name === "over" ? Number(value) : Number.NaN;
      return [name, Number.isNaN(count) ? value : (counts[count] ?? `${value} are`)];
    }),
  );
}
