import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "../elements/icon.ts";
import type { Field, Source } from "../protocol.ts";
import { occupant } from "../room/gestures.ts";
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
  return isMasked(field) ? tag("mask", "eye-off", t(clerk ? "field.partOnly" : "field.notWhole")) : nothing;
}

function nowTag(view: FormView, field: Field, path: string): TemplateResult | typeof nothing {
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
  }
}

/** Where a value is from that nobody typed here. */
function sourceTag(source: Source, looksOn: boolean): TemplateResult | typeof nothing {
  switch (source) {
    case "TYPED":
      return nothing;
    case "UNDO":
      return tag("other", "undo-2", t("field.byUndo"));
    case "SUGGESTION":
      return tag("other", "lightbulb", t("field.bySuggestion"));
    case "CARD":
      return tag("ok", "id-card", t("field.fromCard"));
    case "EARLIER":
      return tag("other", "clock", t("field.byEarlier"));
    case "EARLIER_CASE":
      return tag("other", "file-text", t("field.fromEarlier"));
    case "GUIDE":
      return tag("other", "message-square-text", t(looksOn ? "field.fromGuideTheirs" : "field.fromGuide"));
  }
}

function tag(kind: "clerk" | "ok" | "other" | "mask", name: IconName | null, words: string): TemplateResult {
  return html`<span class="tag tag--${kind}">${name === null ? nothing : icon(name)}<span>${words}</span></span>`;
}
