import { describe, expect, it } from "vitest";
import codes from "../../../../../signaling-server/src/main/resources/items/issue-codes.json";
import { issueSentences, issueText } from "./issues.ts";

const emitted = Object.entries(codes as Record<string, string[]>);
const placeholders = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((found) => found[1]);
const issue = (code: string, args: Record<string, string> = {}) => ({ path: "/x", code, args });

describe("sentences for issues", () => {
  it("are there for every code of the server, and for no other", () => {
    expect(Object.keys(issueSentences).sort()).toEqual(emitted.map(([code]) => code).sort());
  });

  it.each(emitted)("of %s use only what comes with it, in both languages", (code, args) => {
    for (const sentence of Object.values(issueSentences[code]!)) {
      expect(sentence.trim()).not.toBe("");
      expect(args).toEqual(expect.arrayContaining(placeholders(sentence)));
    }
    const filled = Object.fromEntries(args.map((name) => [name, "3"]));
    expect(issueText(issue(code, filled), "zh", [])).not.toContain("{");
    expect(issueText(issue(code, filled), "en", [])).not.toContain("{");
  });

  it("say how far off a number is", () => {
    expect(issueText(issue("mobile.short", { missing: "1" }), "zh", [])).toBe("手机号是 11 位，还差 1 位");
    expect(issueText(issue("mobile.short", { missing: "1" }), "en", [])).toBe(
      "A mobile number has 11 digits. One is missing",
    );
    expect(issueText(issue("mobile.long", { over: "12" }), "en", [])).toBe(
      "A mobile number has 11 digits. 12 are too many",
    );
  });

  it("of a rule stand in the item", () => {
    const rule = {
      type: "Demands",
      id: "sharesShort",
      at: "/investors",
      must: ["<=", "100", ["sum", "/investors/percent"]],
      say: { zh: "现在是 {sum}%，还差 {off}%", en: "They make {sum}%, so {off}% is missing" },
      with: {},
    } as const;
    const short = issue("rule.sharesShort", { sum: "90", off: "10" });
    expect(issueText(short, "zh", [rule])).toBe("现在是 90%，还差 10%");
    expect(issueText(short, "en", [rule])).toBe("They make 90%, so 10% is missing");
    expect(issueText(short, "zh", [])).toContain("工作人员");
  });

  it("never fall silent on a code of a newer server", () => {
    expect(issueText(issue("of.tomorrow"), "zh", [])).toContain("工作人员");
  });
});
