// Works forms out as the screens do: one item, then one form a line; answers one line each.
import { createInterface } from "node:readline";
import { Derived } from "web-kit/form/derived.ts";

let item;
for await (const line of createInterface({ input: process.stdin })) {
  if (item === undefined) {
    item = JSON.parse(line);
    continue;
  }
  const { values, rows, today, wrong } = JSON.parse(line);
  const began = process.hrtime.bigint();
  const found = evaluate(values, rows, today, new Set(wrong));
  const nanos = Number(process.hrtime.bigint() - began);
  process.stdout.write(JSON.stringify({ ...found, nanos }) + "\n");
}

/** `wrong`: where a validator, which only the server has, found something. */
function evaluate(values, rows, today, wrong) {
  const form = new Derived({
    item,
    value: (path) => values[path] ?? "",
    rows: (table) => rows[table] ?? [],
    today,
  });
  const cells = item.fields.flatMap((field) => {
    const [table, column] = field.path.slice(1).split("/");
    const at =
      column === undefined ? [field.path] : (rows[`/${table}`] ?? []).map((row) => `/${table}/${row}/${column}`);
    return at.map((path) => ({ field, path }));
  });
  const shown = cells.filter(({ path }) => form.shows(path));
  const filed = shown.map(({ path }) => [path, form.whole(path)]).filter(([, value]) => value !== "");
  const own = shown.flatMap(({ field, path }) => {
    const value = form.whole(path);
    if (value === "") return form.requires(field, path) ? [{ path, code: "required", args: {} }] : [];
    const left = form.offered(field, path);
    const narrowed = left.length < field.choices.length;
    return narrowed && !left.some((choice) => choice.code === value)
      ? [{ path, code: "choice.notHere", args: {} }]
      : [];
  });
  const taken = new Set([...wrong, ...own.map((issue) => issue.path)]);
  const asked = form.broken((path) => taken.has(path));
  return { shown: shown.map(({ path }) => path), filed: Object.fromEntries(filed), issues: [...own, ...asked] };
}
