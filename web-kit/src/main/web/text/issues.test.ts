import { describe, expect, it } from "vitest";
import codes from "../../../../../signaling-server/src/main/resources/items/issue-codes.json";
import { issueSentences, issueText } from "./issues.ts";

const emitted = Object.entries(codes as Record<string, string[]>);
/** The keys of the sentences for a code: a sum has one for each side. */
const keysOf = (code: string) => (code.startsWith("sum.") ? [`${code}.short`, `${code}.over`] : [code]);
const placeholders = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((found) => found[1]);
const issue = (code: string, args: Record<string, string> = {}) => ({ path: "/x", code, args });

describe("sentences for issues", () => {
  it("are there for every code of the server, and for no other", () => {
    expect(Object.keys(issueSentences).sort()).toEqual(emitted.flatMap(([code]) => keysOf(code)).sort());
  });

  it.each(emitted)("of %s use only what comes with it, in both languages", (code, args) => {
    for (const key of keysOf(code)) {
      for (const sentence of Object.values(issueSentences[key]!)) {
        expect(sentence.trim()).not.toBe("");
        expect(args).toEqual(expect.arrayContaining(placeholders(sentence)));
      }
    }
    const filled = Object.fromEntries(args.map((name) => [name, "3"]));
    expect(issueText(issue(code, filled), "zh")).not.toContain("{");
    expect(issueText(issue(code, filled), "en")).not.toContain("{");
  });

  it("say how far off a number is", () => {
    expect(issueText(issue("mobile.short", { missing: "1" }), "zh")).toBe("手机号是 11 位，还差 1 位");
    expect(issueText(issue("mobile.short", { missing: "1" }), "en")).toBe(
      "A mobile number has 11 digits. One is missing",
    );
    expect(issueText(issue("mobile.long", { over: "12" }), "en")).toBe(
      "A mobile number has 11 digits. 12 are too many",
    );
  });

  it("tell a sum that is short from one that is over", () => {
    expect(issueText(issue("sum.percent", { sum: "90", off: "10" }), "zh")).toContain("还差 10%");
    expect(issueText(issue("sum.percent", { sum: "110", off: "-10" }), "zh")).toContain("多了 10%");
  });

  it("never fall silent on a code of a newer server", () => {
    expect(issueText(issue("of.tomorrow"), "zh")).toContain("工作人员");
  });
});
