import type { Field } from "../protocol.ts";
import { local } from "../text/language.ts";
import { t } from "../text/text.ts";

/** What people read for a value: the words of a choice, yes and no, else the text itself with its unit. */
export function valueText(field: Field | null, value: string): string {
  if (field === null || value === "") return value;
  if (isSecret(field)) return t("field.secretFilled");
  if (field.kind === "SIGNATURE") return t("signature.done");
  if (field.kind === "CHOICE") {
    const choice = field.choices.find((each) => each.code === value);
    return choice === undefined ? value : local(choice.label);
  }
  if (field.kind === "YES_NO") return value === "true" ? t("field.yes") : value === "false" ? t("field.no") : value;
  return field.unit == null ? value : `${value} ${local(field.unit)}`;
}

/** The clerk does not see all of it. */
export function isMasked(field: Field): boolean {
  return field.sensitivity !== "OPEN";
}

/** The clerk sees that it is filled, and nothing else of it; on no screen does it stand in plain. */
export function isSecret(field: Field): boolean {
  return field.sensitivity === "SECRET";
}

/** No clerk writes it or proposes anything for it. */
export function isForApplicantAlone(field: Field): boolean {
  return isSecret(field) || field.kind === "SIGNATURE";
}

/** How long numbers are read in groups; the value itself keeps no spaces. */
export function groups(field: Field | null, value: string): readonly string[] {
  if (field?.kind === "ID_NUMBER" && value.length === 18) return cut(value, [6, 8, 4]);
  if (field?.kind === "MOBILE" && value.length === 11) return cut(value, [3, 4, 4]);
  if (field?.kind === "CREDIT_CODE" && value.length === 18) return cut(value, [2, 6, 9, 1]);
  return [value];
}

/** A case number in groups of 6-6-2-5-1, where it has that length. */
export function caseNoGroups(caseNo: string): readonly string[] {
  return caseNo.length === 20 ? cut(caseNo, [6, 6, 2, 5, 1]) : [caseNo];
}

/** As much of a form's hash as people compare, by eye or by word of mouth: 64 bits, the beginning of what any tool prints. */
export function hashGroups(hex: string): readonly string[] {
  return cut(hex.slice(0, 16).toUpperCase(), [4, 4, 4, 4]);
}

function cut(value: string, sizes: readonly number[]): readonly string[] {
  let from = 0;
  return sizes.map((size) => value.slice(from, (from += size)));
}
