import { html, nothing, type TemplateResult } from "lit";
import { classMap } from "lit/directives/class-map.js";
import { icon } from "../elements/icon.ts";
import type { Field } from "../protocol.ts";
import { occupant } from "../room/gestures.ts";
import { language, local } from "../text/language.ts";
import { authorName, refusalText, t } from "../text/text.ts";
import { askReason } from "./ask-reason.ts";
import { conflict } from "./conflict.ts";
import { control } from "./controls.ts";
import { fieldId, type FormView } from "./form-view.ts";
import { suggestionCard } from "./suggestion-card.ts";
import { checked } from "./checked.ts";
import { tags } from "./tags.ts";
import { turn } from "./turn.ts";
import { derived, valueAt } from "./paths.ts";
import { isSecret } from "./values.ts";

/** A field from outside in: label, who wrote it, box, hint or what is wrong; a proposal for it below. */
export function formField(view: FormView, field: Field, path: string): TemplateResult {
  const id = fieldId(path);
  const state = view.room.fields[path];
  const edit = view.edits[path];
  const other = occupant(view.room, path);
  const pointed = view.room.pointedAt === path;
  const issues = edit === undefined ? issuesAt(view, field, path) : [];
  const unexplained = edit?.trouble?.at === "refused" && edit.trouble.why === "NEEDS_REASON";
  const refused = edit?.trouble?.at === "refused" && !unexplained ? refusalText(edit.trouble.why) : null;
  const wrong = issues.length > 0 || refused !== null;
  const hint = field.hint == null ? null : local(field.hint);
  const grouped = field.kind === "CHOICE" || field.kind === "YES_NO" || field.kind === "SIGNATURE";
  const described = [`${id}-tags`, hint === null ? "" : `${id}-hint`, wrong ? `${id}-wrong` : ""].join(" ").trim();
  const locked = other !== null || edit?.trouble?.at === "locked";
  const suggestion = view.room.suggestions.find((open) => open.path === path);
  const classes = {
    field: true,
    "field--half": isShort(field) && suggestion === undefined && edit?.trouble?.at !== "conflict" && !unexplained,
    "field--long": field.kind === "SIGNATURE" || [...valueAt(view, path)].length > LONG_VALUE,
    "field--clerk": state?.by.role === "CLERK" && edit === undefined && state.value !== "",
    "field--source": state?.by.role !== "CLERK" && state?.source === "CARD" && edit === undefined && state.value !== "",
    "field--now": view.pen.focused === path,
    "field--locked": locked,
    "field--wrong": wrong,
    "field--pointed": pointed,
  };
  const name = html`<span class="field__name">${local(field.label)}</span>`;
  const hintLine = hint === null ? nothing : html`<p class="field__hint" id="${id}-hint">${hint}</p>`;
  return html`<div class=${classMap(classes)} data-path=${path}>
    <div class="field__head">
      ${
        grouped && (view.surface === "kiosk" || field.kind === "SIGNATURE")
          ? html`<span class="field__label" id="${id}-label">${name}</span>`
          : html`<label class="field__label" for=${id}>${name}</label>`
      }
      <span class="field__tags" id="${id}-tags">${tags(view, field, path)}</span>
    </div>
    <div class="field__box">
      ${
        edit?.trouble?.at === "conflict"
          ? conflict(view, field, path, edit.text, edit.trouble.current)
          : control(view, field, path, { id, described, wrong, locked: other !== null })
      }
      ${
        // What is being chosen about may not move under the finger.
        isTyped(view, field) && view.mayWrite && !locked && edit?.trouble?.at !== "conflict"
          ? (view.besideBox?.(path, field) ?? nothing)
          : nothing
      }
      ${pointed ? hand(view) : nothing}
    </div>
    ${hintLine} ${notAsCard(view, path)} ${checked(view, path)} ${unexplained ? askReason(view, path) : nothing}
    ${looked(view, path)} ${view.tools?.(path, field) ?? nothing} ${turn(view, field, path)}
    ${
      wrong
        ? html`<div class="field__wrong" id="${id}-wrong">
            ${issues.map((issue) => issueLine(view.issueText(issue, language())))}
            ${refused === null ? nothing : issueLine(refused)}
          </div>`
        : nothing
    }
    ${suggestion === undefined ? nothing : suggestionCard(view, field, valueAt(view, path), suggestion)}
  </div>`;
}

/** Whether it is typed by a person, and by others than the applicant alone. */
function isTyped(view: FormView, field: Field): boolean {
  const chosen = field.kind === "CHOICE" || field.kind === "YES_NO" || field.kind === "SIGNATURE";
  return !chosen && !isSecret(field) && !derived(view).computes(field);
}

/** Who was looked at in full is told by whom, and why. */
function looked(view: FormView, path: string): TemplateResult | typeof nothing {
  const look = view.room.looked[path];
  if (look === undefined || view.role === "CLERK") return nothing;
  const name = authorName(look.by);
  const words =
    look.reason === null ? t("field.lookedPlain", { name }) : t("field.looked", { name, reason: look.reason });
  return html`<p class="tag" role="status">${icon("eye")}<span>${words}</span></p>`;
}

/** Both sides read why a value is not what the identity card says. */
function notAsCard(view: FormView, path: string): TemplateResult | typeof nothing {
  const reason = view.room.fields[path]?.reason;
  if (reason == null) return nothing;
  return html`<p class="tag tag--differs">${icon("id-card")}<span>${t("field.notAsCard", { reason })}</span></p>`;
}

/** Longer than this, a value needs a line of its own at a desk. */
const LONG_VALUE = 14;

export function issueLine(sentence: string): TemplateResult {
  return html`<p class="issue">${icon("circle-alert")}<span>${sentence}</span></p>`;
}

/** Why a signature is missing is said where it is to be made. */
function issuesAt(view: FormView, field: Field, path: string) {
  if (field.kind === "SIGNATURE") return [];
  const empty = (view.room.fields[path]?.value ?? "") === "";
  return empty && !view.strict ? [] : view.room.issues.filter((issue) => issue.path === path);
}

/** It lies on the box: at the kiosk on its lower edge, between the value and what stands below. It covers and moves nothing. */
function hand(view: FormView): TemplateResult {
  const clerk = view.room.clerk?.clerk;
  const words =
    view.role === "CLERK"
      ? t("field.youPoint")
      : t("field.lookHere", {
          // The flag is one line high: a long name stands on the clerk's plate.
          name:
            clerk !== undefined && clerk.name.length <= 8
              ? clerk.name
              : authorName({ role: "CLERK", id: "", name: "" }),
        });
  return html`<span class="hand" role="status">${icon("pointer")}<b>${words}</b></span>`;
}

/** Short answers stand two in a line. */
/** Two of them fit beside each other. */
export function isShort(field: Field): boolean {
  switch (field.kind) {
    case "AMOUNT":
    case "PERCENT":
    case "WHOLE":
    case "DATE":
    case "MOBILE":
      return true;
    case "ID_NUMBER":
    case "DIGITS":
      return false;
    case "TEXT":
      return field.maxLength <= 20;
    default:
      return false;
  }
}
