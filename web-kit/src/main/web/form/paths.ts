import type { Condition, Field, Page, ServiceItem, Table } from "../protocol.ts";
import type { LocalEdits } from "../room/edits.ts";
import type { RoomState } from "../room/room-state.ts";

/** What decides which fields there are: the item, the room and my own unsent text. */
export type Filled = { readonly item: ServiceItem; readonly room: RoomState; readonly edits: LocalEdits };

/** `/investors/r1/name` is written by the definition `/investors/name`; others are their own. */
export function definition(path: string): string {
  const parts = path.slice(1).split("/");
  return parts.length === 3 ? `/${parts[0]}/${parts[2]}` : path;
}

export function fieldAt(item: ServiceItem, path: string): Field | null {
  const wanted = definition(path);
  return item.fields.find((field) => field.path === wanted) ?? null;
}

export function tableAt(item: ServiceItem, path: string): Table | null {
  return item.tables.find((table) => table.path === path) ?? null;
}

export function columnsOf(item: ServiceItem, table: Table): readonly Field[] {
  return item.fields.filter((field) => field.path.startsWith(`${table.path}/`));
}

/** The path of a column in a row. */
export function inRow(table: string, row: string, column: string): string {
  return `${table}/${row}${column.slice(table.length)}`;
}

export function valueAt(filled: Filled, path: string): string {
  return filled.edits[path]?.text ?? filled.room.fields[path]?.value ?? "";
}

export function isShown(filled: Filled, field: Field, path: string): boolean {
  return field.shownWhen == null || holds(filled, field.shownWhen, path);
}

/** The field paths of a page that there are now, rows opened up, in order. */
export function pathsOf(filled: Filled, page: Page): readonly string[] {
  return page.shows.flatMap((path) => {
    const table = tableAt(filled.item, path);
    if (table === null) {
      const field = fieldAt(filled.item, path);
      return field !== null && isShown(filled, field, path) ? [path] : [];
    }
    return (filled.room.rows[table.path] ?? []).flatMap((row) =>
      columnsOf(filled.item, table)
        .map((column) => ({ column, at: inRow(table.path, row, column.path) }))
        .filter(({ column, at }) => isShown(filled, column, at))
        .map(({ at }) => at),
    );
  });
}

function holds(filled: Filled, condition: Condition, path: string): boolean {
  const parts = path.slice(1).split("/");
  const table = `/${parts[0]}`;
  const sameRow =
    parts.length === 3 && condition.path.startsWith(`${table}/`) && condition.path.split("/").length === 3;
  const at = sameRow ? inRow(table, parts[1] ?? "", condition.path) : condition.path;
  return condition.in.includes(valueAt(filled, at));
}
