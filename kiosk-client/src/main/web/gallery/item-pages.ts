import type { Issue, ServiceItem } from "web-kit/protocol.ts";
import { addressOfItem } from "web-kit/room/item-address.ts";
import { room } from "./room.ts";
import { form, sample, visit, type Samples } from "./sample.ts";

/**
 * Every page of a real item's form with all it can ever ask for, empty and with each field missed; for a browser that is signed in at
 * a kiosk. Null where the item is not to be had.
 */
export async function itemPages(code: string, owner: string): Promise<Samples | null> {
  const answer = await fetch(addressOfItem(code, owner, null));
  if (!answer.ok) return null;
  const item = whole((await answer.json()) as ServiceItem);
  const rows = Object.fromEntries(item.tables.map((table) => [table.path, ["a"]]));
  const issues: Issue[] = item.fields.map((field) => ({ path: inRow(item, field.path), code: "required", args: {} }));
  const empty = { ...room, item: code, owner, fields: {}, rows, unconfirmed: [], issues, chat: [], clerk: null };
  return Object.fromEntries(
    item.pages.map((page, index) => [
      page.id,
      () => sample(visit(form, { item, room: empty, page: index, strict: true })),
    ]),
  );
}

/** Without the rules that hide parts of it. */
function whole(item: ServiceItem): ServiceItem {
  return { ...item, rules: item.rules.filter((rule) => rule.type !== "Shows") };
}

/** A column of a table stands in the table's first row. */
function inRow(item: ServiceItem, path: string): string {
  const table = item.tables.find((each) => path.startsWith(`${each.path}/`));
  return table === undefined ? path : `${table.path}/a${path.slice(table.path.length)}`;
}
