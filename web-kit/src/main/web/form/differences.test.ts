import { expect, test } from "vitest";
import { field, item, text } from "../samples/item.ts";
import { differences } from "./differences.ts";

test("an item differs from itself in nothing", () => {
  expect(differences(item, structuredClone(item))).toEqual([]);
});

test("what came, went and changed is said by its name, sentences with what they said before", () => {
  const [first, second, ...rest] = item.fields;
  const after = {
    ...item,
    timeLimit: text("当场", "At once"),
    fields: [{ ...first!, required: !first!.required }, ...rest, field("/new", "新的", "New")],
  };
  expect(differences(item, after)).toEqual([
    { part: "TIME_LIMIT", how: "CHANGED", name: null, from: item.timeLimit, to: text("当场", "At once") },
    { part: "FIELD", how: "ADDED", name: text("新的", "New"), from: null, to: null },
    { part: "FIELD", how: "REMOVED", name: second!.label, from: null, to: null },
    { part: "FIELD", how: "CHANGED", name: first!.label, from: null, to: null },
  ]);
});
