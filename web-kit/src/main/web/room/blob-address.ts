import type { Blob } from "../protocol.ts";

let drawn: ((blob: Blob) => string) | null = null;

/** Where a page or a document is fetched, by whoever may see it. */
export function blobAddress(blob: Blob): string {
  return drawn?.(blob) ?? `/api/blob/${encodeURIComponent(blob.blob)}`;
}

/** A gallery has no server that keeps pages: it draws its own. */
export function drawBlobs(draw: (blob: Blob) => string): void {
  drawn = draw;
}
