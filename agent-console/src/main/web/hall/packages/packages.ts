import type { LocalText, ServiceItem } from "web-kit/protocol.ts";
import { addressHere } from "web-kit/room/item-address.ts";

/** An item of this centre: the first version is the one in force. */
export type Listed = { readonly item: string; readonly title: LocalText; readonly versions: readonly Version[] };
export type Version = {
  readonly version: number;
  readonly hash: string;
  readonly since: number;
  /** Who put it in force; null where it came from files. */
  readonly by?: string | null;
};

/** What somebody wants in force: the text of files, or the hash of a package that was in force before. */
export type Wanted = {
  readonly item: string;
  readonly base?: string;
  readonly variant?: string;
  readonly again?: string;
};

export type Fault = { readonly file: string; readonly place: string; readonly reason: LocalText };

/** What a package would be: nothing is changed yet. */
export type Shown = {
  readonly wanted: Wanted;
  readonly item: ServiceItem;
  readonly hash: string;
  readonly before: ServiceItem | null;
  readonly insteadOf: string | null;
};

export type Trial =
  | { readonly at: "none" }
  | { readonly at: "going" }
  | { readonly at: "noFile" }
  | { readonly at: "tooLarge" }
  | { readonly at: "unreachable" }
  | { readonly at: "movedOn" }
  | { readonly at: "faults"; readonly faults: readonly Fault[] }
  | { readonly at: "shown"; readonly shown: Shown }
  | { readonly at: "done"; readonly title: LocalText; readonly version: number };

/** The page of a centre's packages. */
export type PackagesPage = {
  readonly list: readonly Listed[] | "loading" | "failed";
  /** The item whose former versions are open. */
  readonly open: string | null;
  readonly trial: Trial;
  /** An item of this centre beside its base. */
  readonly compared: Compared | null;
};

/** @see addressHere */
export type Compared = { readonly base: ServiceItem; readonly item: ServiceItem };

/** What stands below every centre's variant, and what this centre makes of it; null where it did not come. */
export async function compared(item: string): Promise<Compared | null> {
  const read = async (centre: string | null) => {
    const response = await fetch(addressHere(item, centre));
    if (!response.ok) throw new Error(String(response.status));
    return (await response.json()) as ServiceItem;
  };
  try {
    const [base, own] = await Promise.all([read("base"), read(null)]);
    return { base, item: own };
  } catch {
    return null;
  }
}

export const opening: PackagesPage = { list: "loading", open: null, trial: { at: "none" }, compared: null };

export async function fetchList(): Promise<PackagesPage["list"]> {
  try {
    const response = await fetch("/api/hall/packages");
    return response.ok ? ((await response.json()) as Listed[]) : "failed";
  } catch {
    return "failed";
  }
}

export async function tried(wanted: Wanted): Promise<Trial> {
  try {
    const response = await post("try", wanted);
    if (response.status === 413) return { at: "tooLarge" };
    if (!response.ok) return { at: "unreachable" };
    const answer = (await response.json()) as Omit<Shown, "wanted"> & { readonly faults: readonly Fault[] };
    if (answer.faults.length > 0) return { at: "faults", faults: answer.faults };
    return { at: "shown", shown: { ...answer, wanted } };
  } catch {
    return { at: "unreachable" };
  }
}

export async function putInForce(shown: Shown): Promise<Trial> {
  try {
    const response = await post("put", { ...shown.wanted, hash: shown.hash, insteadOf: shown.insteadOf });
    if (response.status === 409) return { at: "movedOn" };
    return response.ok ? { at: "done", title: shown.item.title, version: shown.item.version } : { at: "unreachable" };
  } catch {
    return { at: "unreachable" };
  }
}

/** What the form of the page holds: one or both of the files. */
export async function wantedOf(form: HTMLFormElement): Promise<Wanted | null> {
  const given = new FormData(form);
  const text = async (name: string) => {
    const file = given.get(name);
    return file instanceof File && file.size > 0 ? await file.text() : undefined;
  };
  const [base, variant] = [await text("base"), await text("variant")];
  const item = String(given.get("item") ?? "").trim();
  if (item === "" || (base === undefined && variant === undefined)) return null;
  return { item, ...(base !== undefined && { base }), ...(variant !== undefined && { variant }) };
}

function post(what: string, body: unknown): Promise<Response> {
  return fetch(`/api/hall/packages/${what}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}
