/** Where a package is fetched: the one of this hash, or without one the one in force. */
export function addressOfItem(item: string, owner: string, hash: string | null): string {
  const which = hash === null ? "" : `&hash=${encodeURIComponent(hash)}`;
  return `/api/items/${encodeURIComponent(item)}?owner=${encodeURIComponent(owner)}${which}`;
}

/** Where the item is fetched as a centre handles it, or else as the base says; without one, that of whoever asks. */
export function addressHere(item: string, centre: string | null = null): string {
  return `/api/items/${encodeURIComponent(item)}?here=${encodeURIComponent(centre ?? "")}`;
}
