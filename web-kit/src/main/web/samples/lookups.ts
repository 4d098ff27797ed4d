import type { Licence, Lookup, LookupAnswer, LookupView } from "../protocol.ts";
import { text } from "./item.ts";

/** An e-licence for a material of the samples, and a data check; for galleries. */
export const lookups: readonly Lookup[] = [
  {
    code: "ID",
    register: "RESIDENT_ID_CARD",
    name: text("联系人的居民身份证", "The contact’s resident identity card"),
    keeper: text("公安部门电子证照库", "The police, e-licences"),
    purpose: text("核对企业名称申报的联系人", "To check who the contact for the company name is"),
    material: "ID",
    holder: { name: "/contactName", idNo: "/idNo" },
  },
  {
    code: "MOBILE",
    register: "MOBILE_REAL_NAME",
    name: text("手机号是不是联系人本人的", "Whether the mobile number is the contact’s own"),
    keeper: text("电信实名核验库", "The telephone companies’ register of names"),
    purpose: text("有结果了能找到联系人", "So that the contact can be reached with the result"),
    holder: { name: "/contactName", idNo: "/idNo" },
    compares: { mobile: "/mobile" },
  },
];

export const licence: Licence = {
  issuer: "上海市公安局松江分局",
  number: "310117198805120016",
  validFrom: "2016-03-01",
  validUntil: "2036-03-01",
};

/** @param answer null while there is none */
export const lookup = (code: string, answer: LookupAnswer | null, more: Partial<LookupView> = {}): LookupView => ({
  lookup: `${code}1`,
  code,
  by: "CLERK",
  allowed: true,
  ...(answer !== null && { answer, endedAt: 1_767_225_600_000 }),
  ...more,
});
