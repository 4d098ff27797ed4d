import type { Author, Refusal, Table } from "../protocol.ts";
import { en } from "./en.ts";
import { capital, local, sentences } from "./language.ts";
import { zh, type SharedKey } from "./zh.ts";

/** A sentence all screens share, in the language of the page. */
export const t = sentences<SharedKey>(zh, en);

/** Also a reason that only a newer server knows is a refusal, and says so. */
export function refusalText(why: Refusal): string {
  return t(`refusal.${why}`) || t("refusal.other");
}

/** What a close code means to who sits here; null for codes of the network, which are no sentence of ours. */
export function closeText(code: number): string | null {
  const key = `close.${code}`;
  return key in zh ? t(key as SharedKey) : null;
}

/** A row of a table as it is called on the screen: by its kind and its place. */
export function rowName(table: Table, number: number): string {
  return capital(t("table.row", { row: local(table.row), number }));
}

/** Who somebody is in words: by name where there is one, else by what they do here. */
export function authorName(author: Author): string {
  return author.name === "" ? t(`role.${author.role}`) : author.name;
}
