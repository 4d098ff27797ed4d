import type {
  Author,
  CardView,
  ChatLine,
  DrawMark,
  FieldState,
  FiledCase,
  Issue,
  Led,
  MigrationReport,
  OpenSuggestion,
  Presentation,
  Role,
  RoomHappened,
  RoomMessage,
  RoomSnapshot,
  SeatedClerk,
  SentPage,
} from "../protocol.ts";
import { forgetRole, shown, type Draft, type FocusOf } from "./gestures.ts";
import { opened } from "./opened.ts";
import { keep, without } from "./records.ts";
import { passedOver } from "../state/passed-over.ts";
import { afterLookup, type Lookups } from "./lookups.ts";
import { afterMaterial, afterSent, type Materials } from "./materials.ts";
import { afterUse, withDevices, withProgress, type Uses } from "./uses.ts";
import { asked, byCalling, ended, given, has, type Ladder } from "./ladder.ts";

/** What everybody in a room has together, as this screen was told. What I am typing is not in it: see `edits.ts`. */
export type RoomState = {
  readonly room: string;
  readonly seq: number;
  readonly item: string;
  /** Of the package this room goes by; null in a room that is older than such hashes. */
  readonly itemHash: string | null;
  readonly near: string;
  readonly owner: string;
  readonly fields: Readonly<Record<string, FieldState>>;
  readonly rows: Readonly<Record<string, readonly string[]>>;
  readonly formRev: number;
  readonly issues: readonly Issue[];
  /** What the clerk changed and the applicant has not called right, in the order of the pages. */
  readonly unconfirmed: readonly string[];
  /** Of exactly what would be filed; null while something is wrong or missing. */
  readonly formHash: string | null;
  readonly suggestions: readonly OpenSuggestion[];
  /** How far the applicant lets the clerk go. */
  readonly ladder: Ladder;
  readonly chat: readonly ChatLine[];
  readonly declared: readonly string[];
  readonly helper: Author | null;
  readonly atKiosk: Role;
  readonly clerk: SeatedClerk | null;
  readonly filed: FiledCase | null;
  readonly ended: boolean;
  /** The field the clerk points at. */
  readonly pointedAt: string | null;
  /** What others are typing just now, by path. */
  readonly drafts: Readonly<Record<string, Draft>>;
  /** Where others have their focus, by role and id. */
  readonly focuses: Readonly<Record<string, FocusOf>>;
  /** Who would like to go on with a long text, by its path. */
  readonly turnAsked: Readonly<Record<string, Author>>;
  /** Who wrote something else at the same moment and chooses which of both stands, by path. */
  readonly choosing: Readonly<Record<string, Author>>;
  readonly marks: readonly DrawMark[];
  /** Masked values the clerk asked to see, by path, until hidden again. */
  readonly revealed: Readonly<Record<string, string>>;
  /** Who looked at the whole of a masked value since this screen was opened, by path. */
  readonly looked: Readonly<Record<string, Look>>;
  /** What the clerk put before the applicant. */
  readonly presented: Presentation | null;
  /** The package that is in force by now, where the room goes by another. */
  readonly newer: { readonly version: number; readonly itemHash: string } | null;
  /** What going on by it would do, once this screen has asked. */
  readonly preview: MigrationReport | null;
  /** Of the package that the clerk proposes to go on by. */
  readonly migrationOffered: string | null;
  /** What became of the answers when the room went on by newer packages. */
  readonly migrations: readonly MigrationReport[];
  readonly led: Led;
  /** The applicant's identity card, once it was read. */
  readonly card: CardView | null;
  /** A code is in force with which the matter can be taken up again, until then. */
  readonly resumableUntil: number | null;
  /** Since when the applicant is away for a moment; null while they are there. */
  readonly awaySince: number | null;
  /** The devices of the kiosk, and what is done with them. */
  readonly uses: Uses;
  /** What is there of the item's materials; nothing for a clerk who may not see the form. */
  readonly materials: Materials;
  /** Lookups at authorities; nothing for a clerk who may not see the form. */
  readonly lookups: Lookups;
  /** Pages from a phone that the applicant has not taken yet. The clerk is not shown their pictures. */
  readonly sent: readonly SentPage[];
};
export type Look = { readonly by: Author; readonly reason: string | null };

/** The room after a message; null where there is none, or no longer. Pure. */
export function nextRoom(state: RoomState | null, message: RoomMessage): RoomState | null {
  if (message.type === "RoomSnapshot") return opened(message);
  if (state === null || roomOf(message) !== state.room) return state;
  switch (message.type) {
    case "RoomHappened":
      return message.seq <= state.seq ? state : happened(state, message);
    case "RoomLeft":
      return null;
    case "Shown":
      return shown(state, message.by, message.signal);
    case "Revealed":
      return { ...state, revealed: { ...state.revealed, [message.path]: message.value } };
    case "ItemRenewed":
      return { ...state, newer: { version: message.version, itemHash: message.itemHash } };
    case "MigrationPreview":
      return { ...state, preview: message.report };
    case "DevicesShown":
      return { ...state, uses: withDevices(state.uses, message) };
    case "UseProgress":
      return { ...state, uses: withProgress(state.uses, message) };
    default:
      return passedOver(message, state);
  }
}

/** A whole value is not left standing on the clerk's screen. */
export function hideRevealed(state: RoomState, path: string): RoomState {
  return { ...state, revealed: without(state.revealed, path) };
}

function roomOf(message: Exclude<RoomMessage, RoomSnapshot>): string {
  return message.type === "Shown" ? message.signal.room : message.room;
}

function happened(before: RoomState, message: RoomHappened): RoomState {
  const { seq, formRev, issues, unconfirmed } = message;
  const state = { ...before, seq, formRev, issues, unconfirmed, formHash: message.formHash ?? null };
  const { by, at, event } = message;
  switch (event.type) {
    case "RoomOpened":
      return {
        ...state,
        item: event.item,
        itemHash: event.itemHash ?? null,
        near: event.near,
        owner: event.owner,
      };
    case "FieldSet": {
      const value: FieldState = {
        value: event.value,
        rev: event.rev,
        by,
        source: event.source,
        at,
        confirmed: by.role !== "CLERK",
        reason: event.reason ?? null,
      };
      return {
        ...state,
        fields: { ...state.fields, [event.path]: value },
        drafts: without(state.drafts, event.path),
        // Who writes has it; what the one before stores meanwhile gives it to nobody.
        turnAsked: keep(
          state.turnAsked,
          (who, path) => path !== event.path || who.role !== by.role || who.id !== by.id,
        ),
        // Whoever sits at the kiosk: it is one page that asks.
        choosing: keep(
          state.choosing,
          (chooser, path) => path !== event.path || (chooser.role === "CLERK") !== (by.role === "CLERK"),
        ),
        revealed: without(state.revealed, event.path),
        suggestions: state.suggestions.filter((open) => open.suggestion !== event.suggestion),
      };
    }
    case "RowAdded":
      return { ...state, rows: { ...state.rows, [event.table]: [...(state.rows[event.table] ?? []), event.row] } };
    case "RowRemoved":
      return withoutRow(state, event.row);
    case "SuggestionMade":
      return {
        ...state,
        suggestions: [
          ...state.suggestions.filter((open) => open.path !== event.path),
          {
            suggestion: event.suggestion,
            path: event.path,
            value: event.value,
            baseRev: event.baseRev,
            reason: event.reason ?? null,
            by,
            source: event.source ?? null,
          },
        ],
      };
    case "SuggestionEnded":
      return { ...state, suggestions: state.suggestions.filter((open) => open.suggestion !== event.suggestion) };
    case "GrantAsked":
      return { ...state, ladder: asked(state.ladder, event.scope) };
    case "GrantGiven":
      return { ...state, ladder: given(state.ladder, event.scope) };
    case "GrantEnded":
      return withdrawn({ ...state, ladder: ended(state.ladder, event.scope) });
    case "Said":
      return { ...state, chat: [...state.chat, { seq: message.seq, at, by, text: event.text }] };
    case "FieldConfirmed": {
      const field = state.fields[event.path];
      if (field === undefined || field.rev !== event.rev) return state;
      return { ...state, fields: { ...state.fields, [event.path]: { ...field, confirmed: true } } };
    }
    case "FieldRevealed":
      return { ...state, looked: { ...state.looked, [event.path]: { by, reason: event.reason ?? null } } };
    case "Presented":
      return { ...state, presented: event.what };
    case "PresentationEnded":
      return { ...state, presented: null };
    case "CardRead":
      return {
        ...state,
        card: { earlier: event.earlier ?? null, earlierTaken: false, expired: event.expired ?? null },
      };
    case "MayBeResumed":
      return { ...state, resumableUntil: event.until };
    case "WasPutAside":
      return { ...state, awaySince: null };
    case "WasResumed":
      return { ...state, near: event.near, resumableUntil: null, awaySince: null };
    case "SteppedAway":
      return { ...state, awaySince: at };
    case "CameBack":
      return { ...state, awaySince: null };
    case "EarlierTaken":
      return { ...state, card: state.card === null ? null : { ...state.card, earlierTaken: true } };
    case "Declared": {
      const others = state.declared.filter((code) => code !== event.code);
      return { ...state, declared: event.agreed ? [...others, event.code] : others };
    }
    case "HelperArrived":
      return { ...state, helper: { role: "HELPER", id: event.helper, name: event.name }, atKiosk: "HELPER" };
    case "HelperLeft":
      return { ...forgetRole(state, "HELPER"), helper: null, atKiosk: "APPLICANT" };
    case "HandedOver":
      return { ...state, atKiosk: event.to };
    case "ClerkSeated":
      return {
        ...state,
        clerk: { call: event.call, clerk: event.clerk, epoch: event.epoch },
        ladder: event.epoch === 1 ? state.ladder : byCalling,
      };
    case "ClerkLeft":
      return {
        ...forgetRole(state, "CLERK"),
        clerk: null,
        pointedAt: null,
        marks: [],
        migrationOffered: null,
        led: { ...state.led, to: null },
      };
    case "MigrationOffered":
      return { ...state, migrationOffered: event.itemHash };
    case "MigrationDeclined":
      return { ...state, migrationOffered: null };
    case "Migrated": // a snapshot comes instead
      return state;
    case "Submitted":
      return {
        ...state,
        filed: {
          caseNo: event.caseNo,
          at,
          formHash: event.formHash,
          progress: event.progress ?? null,
          open: event.open ?? null,
        },
        sent: [],
      };
    case "UseAsked":
    case "UseAllowed":
    case "UseEnded":
    case "PagesTaken":
    case "DoneByHand":
    case "UseConsentEnded":
    case "DocumentMade":
      return { ...state, uses: afterUse(state.uses, by, event) };
    case "PagesAssigned":
      return {
        ...state,
        materials: afterMaterial(state.materials, event, state.sent),
        sent: afterSent(state.sent, event),
      };
    case "PhoneAsked": // the kiosk shows a code for it
      return state;
    case "PageSent":
    case "SentPageDropped":
      return { ...state, sent: afterSent(state.sent, event) };
    case "PageRejected":
    case "MaterialJudged":
      return { ...state, materials: afterMaterial(state.materials, event) };
    case "LookupAsked":
    case "LookupAllowed":
    case "LookupEnded":
      return { ...state, lookups: afterLookup(state.lookups, by, at, event) };
    case "RoomEnded":
      return { ...state, ended: true };
    default:
      return passedOver(event, state);
  }
}

/** With a rung goes what the clerk did by it and is not kept. */
function withdrawn(state: RoomState): RoomState {
  const writes = has(state.ladder, "EDIT_FORM") ? state : forgetRole(state, "CLERK");
  return has(state.ladder, "POINT")
    ? writes
    : { ...writes, pointedAt: null, marks: [], led: { ...writes.led, to: null } };
}

function withoutRow(state: RoomState, row: string): RoomState {
  const cut = row.lastIndexOf("/");
  const table = row.slice(0, cut);
  const inside = (path: string) => path.startsWith(`${row}/`);
  return {
    ...state,
    rows: { ...state.rows, [table]: (state.rows[table] ?? []).filter((id) => id !== row.slice(cut + 1)) },
    fields: keep(state.fields, (_, path) => !inside(path)),
    drafts: keep(state.drafts, (_, path) => !inside(path)),
    choosing: keep(state.choosing, (_, path) => !inside(path)),
    suggestions: state.suggestions.filter((open) => !inside(open.path)),
  };
}
