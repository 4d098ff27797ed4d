import type { IconName } from "../elements/icon.ts";
import type { Material, MaterialView, ServiceItem } from "../protocol.ts";
import { found, lastOf, licenceFor } from "../room/lookups.ts";
import { isRejected, materialAt } from "../room/materials.ts";
import type { RoomState } from "../room/room-state.ts";
import { wanted } from "./guide.ts";

/** How it stands with a material. */
export type Standing =
  /** Not in this situation. */
  | "exempt"
  /** Made of the form itself. */
  | "generated"
  /** It depends on what is not answered yet. */
  | "perhaps"
  | "needed"
  | "captured"
  /** An e-licence is there in the place of the paper. */
  | "licensed"
  /** The one card that is needed was read. */
  | "read"
  | "rejected"
  | "passed"
  | "promised"
  | "posted";

export const standingIcons: Readonly<Record<Standing, IconName>> = {
  exempt: "circle",
  generated: "file-text",
  perhaps: "info",
  needed: "circle",
  captured: "eye",
  licensed: "circle-check",
  read: "id-card",
  rejected: "circle-alert",
  passed: "circle-check",
  promised: "clock",
  posted: "truck",
};

export type ChecklistLine = {
  readonly material: Material;
  readonly view: MaterialView;
  readonly standing: Standing;
};

/** Every material of the item and how it stands with it, in the item's order. */
export function checklist(item: ServiceItem, room: RoomState, now: number): readonly ChecklistLine[] {
  const answers = Object.fromEntries(Object.entries(room.fields).map(([path, field]) => [path, field.value]));
  const needs = new Map(wanted(item, answers, now).map((each) => [each.material.code, each.sure]));
  // Of two needed cards nobody knows which one was read: the clerk says it.
  const cards = item.materials.filter(({ code, capture }) => capture === "ID_READER" && needs.get(code) === true);
  const read = isOfCard(item, room) && cards.length === 1 ? cards[0]?.code : undefined;
  return item.materials.map((material) => {
    const view = materialAt(room.materials, material.code);
    const lookup = licenceFor(item, material.code);
    const licensed = lookup !== null && found(lastOf(room.lookups, lookup.code));
    const standing = standingOf(material, view, needs.get(material.code), licensed);
    const isRead = material.code === read && (standing === "needed" || standing === "captured");
    return { material, view, standing: isRead ? "read" : standing };
  });
}

/**
 * Whether a card that is in force was read and the form is about its holder: the number that stands where the card fills it in is the card's. The
 * screens' twin of the server's `PrefillRules.isOfCard`, by what a clerk sees of it, too.
 */
function isOfCard(item: ServiceItem, room: RoomState): boolean {
  const differs = (path: string) => room.issues.some((issue) => issue.path === path && issue.code === "card.differs");
  return (
    room.card !== null &&
    room.card.expired == null &&
    item.prefill
      .filter(({ what }) => what === "ID_NO")
      .every(({ path }) => {
        const field = room.fields[path];
        return field === undefined || (field.source === "CARD" && !differs(path));
      })
  );
}

/** @param sure undefined where it is not wanted */
function standingOf(material: Material, view: MaterialView, sure: boolean | undefined, licensed: boolean): Standing {
  if (sure === undefined) return "exempt";
  switch (view.word) {
    case "PASSED":
      return "passed";
    case "PROMISED":
      return "promised";
    case "POSTED":
      return "posted";
    case "OPEN":
      if (view.pages.some(isRejected)) return "rejected";
      if (licensed) return "licensed";
      if (view.pages.length > 0) return "captured";
      return material.form === "GENERATED" ? "generated" : sure ? "needed" : "perhaps";
  }
}

/** What is surely wanted and still to be seen to; the receipt names the same (`Submitted.open`). */
export function isOpen({ standing, material }: ChecklistLine): boolean {
  return material.form !== "GENERATED" && (standing === "needed" || standing === "captured" || standing === "rejected");
}

/** A material needs a page before it can pass; an original may be seen in the call. */
export function needsPages(material: Material): boolean {
  return material.form === "COPY" || material.form === "ORIGINAL_POSTED";
}
