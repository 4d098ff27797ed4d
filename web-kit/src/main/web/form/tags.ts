import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "../elements/icon.ts";
import type { Field, Source } from "../protocol.ts";
import { occupant } from "../room/gestures.ts";
import { passedOver } from "../state/passed-over.ts";
import { authorName, t } from "../text/text.ts";
import { derived, valueAt } from "./paths.ts";
import { isMasked, isSecret } from "./values.ts";
import type { FormView } from "./form-view.ts";

/** Who wrote the field and what is happening to it now, right of its label. */
export function tags(view: FormView, field: Field, path: string): TemplateResult {
  return html`${hiddenTag(view, field)}${nowTag(view, field, path)}`;
}

/** Both sides are told what the clerk does not see. */
function hiddenTag(view: FormView, field: Field): TemplateResult | typeof nothing {
  const clerk = view.role === "CLERK";
  if (isSecret(field)) return tag("mask", "lock", t(clerk ? "field.secretClerk" : "field.secret"));
  if (field.kind === "SIGNATURE") return clerk ? tag("mask", "lock", t("signature.onlyThey")) : nothing;
  return isMasked(field) ? tag("mask", "eye-off", t(clerk ? "field.partOnly" : "field.notWhole")) : nothing;
}

function nowTag(view: FormView, field: Field, path: string): TemplateResult | typeof nothing {
  const chooser = view.room.choosing[path];
  if (chooser !== undefined) {
    return tag(
      chooser.role === "CLERK" ? "clerk" : "other",
      "scale",
      t("field.chooses", { name: authorName(chooser) }),
    );
  }
  const other = occupant(view.room, path);
  if (other !== null) {
    return tag(other.role === "CLERK" ? "clerk" : "other", "pencil", t("field.typing", { name: authorName(other) }));
  }
  const edit = view.edits[path];
  if (edit?.trouble?.at === "locked") {
    const seconds = Math.max(1, Math.ceil(((edit.trouble.until ?? 0) - view.now) / 1000));
    return tag("clerk", "lock", t("field.turnIn", { seconds }));
  }
  if (edit !== undefined && !view.online) return tag("other", "clock", t("field.queued"));
  if (view.pen.saved.has(path) && edit === undefined) return tag("ok", "check", t("field.saved"));
  if (view.pen.focused === path) return tag("other", null, t("field.youType"));
  return authorTag(view, field, path);
}

function authorTag(view: FormView, field: Field, path: string): TemplateResult | typeof nothing {
  const state = view.room.fields[path];
  if (state === undefined || valueAt(view, path) === "") {
    const follows = derived(view).computes(field);
    return follows || derived(view).requires(field, path) ? nothing : tag("other", null, t("field.optional"));
  }
  const name = authorName(state.by);
  const looksOn = view.role === "CLERK";
  switch (state.by.role) {
    case "CLERK":
      // Taken back by the clerk: it stands as it stood before.
      if (!state.confirmed && !view.room.unconfirmed.includes(path)) return sourceTag(state.source, looksOn);
      if (looksOn) return tag("clerk", "user-round", t(state.confirmed ? "field.byYouChecked" : "field.byYouToCheck"));
      return tag("clerk", "user-round", t(state.confirmed ? "field.byChecked" : "field.byToCheck", { name }));
    case "HELPER":
      return view.role === "HELPER" ? nothing : tag("other", "users", t("field.by", { name }));
    case "APPLICANT":
    case "SYSTEM":
      return sourceTag(state.source, looksOn);
    default:
      return passedOver(state.by.role, nothing);
  }
}

/** Who wrote what stands there and where it is from; said of every answer before it is filed. Null where nothing stands. */
export function origin(view: FormView, field: Field, path: string): string | null {
  const state = view.room.fields[path];
  if (valueAt(view, path) === "") return null;
  if (derived(view).computes(field)) return t("field.computed");
  if (view.edits[path] !== undefined) return t("legend.you");
  if (state === undefined) return null;
  const from = fromElsewhere(state.source, view.role !== "APPLICANT")?.words;
  const { by } = state;
  const mine = by.role === view.role;
  const who = mine
    ? t("legend.you")
    : by.role === "APPLICANT"
      ? t("legend.applicant")
      : t("field.by", { name: authorName(by) });
  return from === undefined ? who : mine || by.role === "APPLICANT" ? from : `${who} · ${from}`;
}

function sourceTag(source: Source, looksOn: boolean): TemplateResult | typeof nothing {
  const from = fromElsewhere(source, looksOn);
  return from === null ? nothing : tag(from.kind, from.icon, from.words);
}

type Tag = {
  readonly kind: "clerk" | "source" | "ok" | "other" | "mask";
  readonly icon: IconName;
  readonly words: string;
};

/** Where a value is from that nobody typed here. */
function fromElsewhere(source: Source, looksOn: boolean): Tag | null {
  switch (source) {
    case "TYPED":
      return null;
    case "LAPSED": // nothing stands there
      return null;
    case "UNDO":
      return { kind: "other", icon: "undo-2", words: t("field.byUndo") };
    case "SUGGESTION":
      return { kind: "other", icon: "lightbulb", words: t("field.bySuggestion") };
    case "CARD":
      return { kind: "source", icon: "id-card", words: t("field.fromCard") };
    case "EARLIER":
      return { kind: "other", icon: "clock", words: t("field.byEarlier") };
    case "EARLIER_CASE":
      return { kind: "other", icon: "file-text", words: t("field.fromEarlier") };
    case "GUIDE":
      return {
        kind: "other",
        icon: "message-square-text",
        words: t(looksOn ? "field.fromGuideTheirs" : "field.fromGuide"),
      };
    default:
      return passedOver(source, null);
  }
}

function tag(kind: Tag["kind"], name: IconName | null, words: string): TemplateResult {
  return html`<span class="tag tag--${kind}">${name === null ? nothing : icon(name)}<span>${words}</span></span>`;
}
