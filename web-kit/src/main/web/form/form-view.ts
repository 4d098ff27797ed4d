import type { Field, Issue, Role, ServiceItem } from "../protocol.ts";
import type { nothing, TemplateResult } from "lit";
import type { LocalEdits } from "../room/edits.ts";
import type { RoomState } from "../room/room-state.ts";
import type { Language } from "../text/language.ts";
import type { Pen } from "./pen.ts";

/** Everything the form on a screen depends on. The kiosk and the console draw the same form from it. */
export type FormView = {
  readonly item: ServiceItem;
  readonly room: RoomState;
  readonly edits: LocalEdits;
  readonly pen: Pen;
  /** Who looks: decides whose writing is plain and whose is tinted. */
  readonly role: Exclude<Role, "SYSTEM">;
  /** Large buttons for choices, or lists for keyboard and mouse. */
  readonly surface: "kiosk" | "console";
  readonly mayWrite: boolean;
  readonly online: boolean;
  readonly now: number;
  /** Also say what is missing where nothing was written yet: after somebody wanted to go on. */
  readonly strict: boolean;
  readonly issueText: (issue: Issue, language: Language) => string;
  /** What the applicant does with a proposal; absent where one may only look. */
  readonly suggestions?: { take(suggestion: string): void; drop(suggestion: string): void };
  /** How the applicant signs here; absent where one may only look. */
  readonly sign?: { readonly open: (path: string) => void; readonly left: SignLast | null };
  /** What a screen adds beside a box that is written into, for whoever would rather have it written. */
  readonly besideBox?: (path: string, field: Field) => TemplateResult | typeof nothing;
  /** What a screen adds at a field: pointing, proposing, showing a hidden value. */
  readonly tools?: (path: string, field: Field) => TemplateResult | null;
};

/** Why nobody signs yet: a form is signed last, by the applicant, with the line there. */
export type SignLast = "offline" | "helper" | "left";

/** The id of the control of a field, so that a label, a link or a proposal finds it. */
export function fieldId(path: string): string {
  return `f${path.replaceAll("/", "-")}`;
}
