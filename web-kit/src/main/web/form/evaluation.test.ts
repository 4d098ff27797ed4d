import { expect, test } from "vitest";
import type { Expression } from "../protocol.ts";
import samples from "./expressions.samples.json";
import { evaluate, type Facts } from "./evaluation.ts";

type Case = { expression: Expression; at: string; is: string };

const { form } = samples;
const fields: Readonly<Record<string, string>> = form.fields;
const rows: Readonly<Record<string, readonly string[]>> = form.rows;
const labels: Readonly<Record<string, string>> = form.labels;

const facts: Facts = {
  text: (field) => fields[field] ?? "",
  label: (field) => labels[field] ?? "",
  column: (column) => {
    const [table = "", name = ""] = column.slice(1).split("/");
    return (rows[`/${table}`] ?? []).map((row) => fields[`/${table}/${row}/${name}`] ?? "");
  },
  rows: (table) => rows[table]?.length ?? 0,
  today: form.today,
};

test.each(samples.cases as unknown as Case[])("$expression at $at is $is", ({ expression, at, is }) => {
  expect(evaluate(expression, at, facts)).toBe(is);
});

test("what a newer server may ask is not known, and breaks nothing", () => {
  expect(evaluate(["of tomorrow", "x"], "/name", facts)).toBe("");
});
