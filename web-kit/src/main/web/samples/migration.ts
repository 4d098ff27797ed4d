import type { MigrationReport } from "../protocol.ts";
import { text } from "./item.ts";

/** A form that loses two answers to a newer package. */
export const report: MigrationReport = {
  fromVersion: 1,
  toVersion: 2,
  itemHash: "b7",
  parts: [
    { part: "FIELD", how: "ADDED", key: "/street", name: text("门牌号", "Street number") },
    { part: "FIELD", how: "REMOVED", key: "/industry", name: text("行业用语", "Trade wording") },
    { part: "FIELD", how: "CHANGED", key: "/type", name: text("企业类型", "Type of company") },
  ],
  lost: [
    {
      path: "/industry",
      name: text("行业用语", "Trade wording"),
      value: text("信息技术", "信息技术"),
      why: "FIELD_GONE",
    },
    {
      path: "/type",
      name: text("企业类型", "Type of company"),
      value: text("合伙企业", "Partnership"),
      why: "CHOICE_GONE",
    },
  ],
  doubtful: [
    {
      path: "/mobile",
      name: text("手机号", "Mobile"),
      issue: { path: "/mobile", code: "mobile.short", args: { missing: "1" } },
    },
  ],
  toConfirm: [{ path: "/capital", name: text("注册资本", "Registered capital") }],
  toDeclare: ["NAME_RISK"],
};
