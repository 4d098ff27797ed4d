import type { Blob, MaterialView, PageView, RejectedPage, RoomEvent, SentPage } from "../protocol.ts";
import type { Records } from "./records.ts";

/** What is there of the item's materials, by their codes; none of which nothing was said. */
export type Materials = Records<MaterialView>;

type OfMaterials = Extract<RoomEvent, { type: "PagesAssigned" | "PageRejected" | "MaterialJudged" }>;

export function toldMaterials(views: readonly MaterialView[] | null): Materials {
  return Object.fromEntries((views ?? []).map((each) => [each.material, each]));
}

export function materialAt(materials: Materials, material: string): MaterialView {
  return materials[material] ?? { material, word: "OPEN", pages: [] };
}

/** @param sent pages from a phone that wait before the event */
export function afterMaterial(materials: Materials, event: OfMaterials, sent: readonly SentPage[] = []): Materials {
  const before = materialAt(materials, event.material);
  const put = (view: Partial<MaterialView>) => ({ ...materials, [event.material]: { ...before, ...view } });
  switch (event.type) {
    case "PagesAssigned":
      return {
        ...withoutPages(materials, event.pages),
        [event.material]: {
          ...before,
          word: "OPEN",
          pages: filled(
            before.pages,
            event.pages.map((page) => arriving(materials, sent, page)),
          ),
        },
      };
    case "PageRejected": {
      const { regions, flaw, text } = event;
      const rejected = { regions, flaw, text: text ?? null };
      return put({
        word: "OPEN",
        pages: before.pages.map((each) => (each.page.blob === event.page ? { ...each, rejected } : each)),
      });
    }
    case "MaterialJudged":
      return put({ word: event.word });
  }
}

/** New pages come in the place of rejected ones, one for one, and know them; the others follow. */
function filled(pages: readonly PageView[], more: readonly PageView[]): readonly PageView[] {
  const left = [...more];
  const after = pages.map((each) => {
    if (each.rejected == null) return each;
    const page = left.shift();
    const old: RejectedPage = { page: each.page, rejected: each.rejected };
    return page === undefined ? each : { ...page, before: [...(page.before ?? []), ...(each.before ?? []), old] };
  });
  return [...after, ...left];
}

/** From another material it brings along that it came from a phone, and in whose place it stood; a rejection was for there. */
function arriving(materials: Materials, sent: readonly SentPage[], page: Blob): PageView {
  const isIt = (each: { page: Blob }) => each.page.blob === page.blob;
  const stood = Object.values(materials)
    .flatMap((view) => view.pages)
    .find(isIt);
  const phone = stood?.phone === true || sent.some(isIt);
  return { page, ...(phone ? { phone } : {}), ...(stood?.before == null ? {} : { before: stood.before }) };
}

/** A page is of one material at a time. */
function withoutPages(materials: Materials, pages: readonly Blob[]): Materials {
  const gone = new Set(pages.map((each) => each.blob));
  return Object.fromEntries(
    Object.entries(materials).map(([code, view]) => {
      const left = view.pages.filter((each) => !gone.has(each.page.blob));
      return [code, left.length === view.pages.length ? view : { ...view, word: "OPEN" as const, pages: left }];
    }),
  );
}

type OfPhone = Extract<RoomEvent, { type: "PageSent" | "SentPageDropped" | "PagesAssigned" }>;

/** Pages from a phone that wait for the applicant. */
export function afterSent(sent: readonly SentPage[], event: OfPhone): readonly SentPage[] {
  switch (event.type) {
    case "PageSent":
      return [...sent, { material: event.material, page: event.page }];
    case "SentPageDropped":
      return sent.filter((each) => each.page.blob !== event.page);
    case "PagesAssigned":
      return sent.filter((each) => !event.pages.some((page) => page.blob === each.page.blob));
  }
}

export const isRejected = (page: PageView): boolean => (page.rejected ?? null) !== null;
