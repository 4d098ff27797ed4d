import type { Field, Page, ServiceItem, Table } from "../protocol.ts";
import type { LocalEdits } from "../room/edits.ts";
import type { RoomState } from "../room/room-state.ts";
import { civilDay } from "./days.ts";
import { definition, Derived } from "./derived.ts";
import { isMasked, isSecret } from "./values.ts";

export { definition };

/** What decides which fields there are: the item, the room and my own unsent text. */
export type Filled = { readonly item: ServiceItem; readonly room: RoomState; readonly edits: LocalEdits };

/** The longest value of any field that the server understands. */
const longestValue = 4_000;

/** Whether the clerk does not see all of what stands there. */
export function isMaskedAt(item: ServiceItem | null, path: string): boolean {
  const field = item === null ? null : fieldAt(item, path);
  return field !== null && isMasked(field);
}

/** Whether the clerk sees nothing of it but that it is filled. */
export function isSecretAt(item: ServiceItem | null, path: string | null): boolean {
  const field = item === null || path === null ? null : fieldAt(item, path);
  return field !== null && isSecret(field);
}

/** How many characters fit there. */
export function maxLengthAt(item: ServiceItem | null, path: string): number {
  return (item === null ? null : fieldAt(item, path))?.maxLength ?? longestValue;
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

/** What stands in a field: my own text, else what was written, or what follows from other fields. */
export function valueAt(filled: Filled, path: string): string {
  return derived(filled).whole(path);
}

export function isShown(filled: Filled, path: string): boolean {
  return derived(filled).shows(path);
}

const known = new WeakMap<Filled, Derived>();

/** What the item's rules make of a form; worked out once for each drawing. */
export function derived(filled: Filled): Derived {
  let found = known.get(filled);
  if (found === undefined) {
    const { item, room, edits } = filled;
    found = new Derived({
      item,
      value: (path) => edits[path]?.text ?? room.fields[path]?.value ?? "",
      rows: (table) => room.rows[table] ?? [],
      today: civilDay(Math.max(0, ...Object.values(room.fields).map((field) => field.at))),
    });
    known.set(filled, found);
  }
  return found;
}

/** The field paths of a page that there are now, rows opened up, in order. */
export function pathsOf(filled: Filled, page: Page): readonly string[] {
  return page.shows.flatMap((path) => {
    const table = tableAt(filled.item, path);
    if (table === null) {
      const field = fieldAt(filled.item, path);
      return field !== null && isShown(filled, path) ? [path] : [];
    }
    return (filled.room.rows[table.path] ?? []).flatMap((row) =>
      columnsOf(filled.item, table)
        .map((column) => inRow(table.path, row, column.path))
        .filter((at) => isShown(filled, at)),
    );
  });
}
