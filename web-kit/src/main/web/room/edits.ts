import type { Answer, FieldState, Refusal } from "../protocol.ts";

/**
 * What I typed and the server has not yet accepted, by path. Nobody else's event changes it, and no refusal loses it.
 */
export type LocalEdits = Readonly<Record<string, Edit>>;
export type Edit = {
  readonly text: string;
  /** The revision my text stands on. */
  readonly baseRev: number;
  /** What is under way, with the text it carries. */
  readonly sent: { readonly opId: string; readonly text: string } | null;
  readonly trouble: Trouble | null;
  /** Accepted at this place of the stream, and still shown until the room has caught up with it. */
  readonly acceptedAt: number | null;
  /** Why it is not what the identity card says. */
  readonly reason?: string;
};
export type Trouble =
  | { readonly at: "conflict"; readonly current: FieldState }
  | { readonly at: "locked"; readonly until: number | null }
  | { readonly at: "refused"; readonly why: Refusal };

export const noEdits: LocalEdits = {};

/** I typed. The revision is the one I saw when I began. */
export function typed(edits: LocalEdits, path: string, text: string, seenRev: number): LocalEdits {
  const before = edits[path];
  const trouble = before?.trouble?.at === "conflict" || before?.trouble?.at === "locked" ? before.trouble : null;
  return put(edits, path, {
    text,
    baseRev: before?.baseRev ?? seenRev,
    sent: before?.sent ?? null,
    trouble,
    acceptedAt: null,
    ...(before?.reason === undefined ? {} : { reason: before.reason }),
  });
}

/** Why mine is not what the identity card says; it may be sent now. */
export function because(edits: LocalEdits, path: string, reason: string): LocalEdits {
  const edit = edits[path];
  return edit === undefined ? edits : put(edits, path, { ...edit, reason, trouble: null });
}

/** What stands there is mine and stays; the reason is still to be said. */
export function kept(edits: LocalEdits, path: string, standing: FieldState): LocalEdits {
  return put(edits, path, {
    text: standing.value,
    baseRev: standing.rev,
    sent: null,
    trouble: { at: "refused", why: "NEEDS_REASON" },
    acceptedAt: null,
  });
}

/** Whether there is something to send for this field now: one operation at a time, and none while I have to choose. */
export function toSend(edits: LocalEdits, path: string): Edit | null {
  const edit = edits[path];
  if (edit === undefined || edit.sent !== null || edit.acceptedAt !== null) return null;
  return edit.trouble === null || edit.trouble.at === "locked" ? edit : null;
}

export function sent(edits: LocalEdits, path: string, opId: string): LocalEdits {
  const edit = edits[path];
  if (edit === undefined) return edits;
  return put(edits, path, { ...edit, sent: { opId, text: edit.text }, trouble: null });
}

/** @param mine whether the value that stands in the way was written at this very seat, for instance before a reload */
export function answered(
  edits: LocalEdits,
  path: string,
  answer: Answer,
  mine: (current: FieldState) => boolean,
): LocalEdits {
  const edit = edits[path];
  if (edit?.sent?.opId !== answer.opId) return edits;
  const changedSince = edit.text !== edit.sent.text;
  if (answer.type === "Accepted") {
    const rebased = { ...edit, sent: null, baseRev: edit.baseRev + 1 };
    return put(edits, path, changedSince ? rebased : { ...rebased, acceptedAt: answer.seq });
  }
  const free = { ...edit, sent: null };
  const current = answer.current;
  if (answer.why === "CONFLICT" && current != null) {
    if (current.value === edit.text) return drop(edits, path);
    if (mine(current) || current.value === edit.sent.text) return put(edits, path, { ...free, baseRev: current.rev });
    return put(edits, path, { ...free, trouble: { at: "conflict", current } });
  }
  if (answer.why === "LOCKED") {
    return put(edits, path, { ...free, trouble: { at: "locked", until: answer.until ?? null } });
  }
  return put(edits, path, { ...free, trouble: { at: "refused", why: answer.why } });
}

/** Accepted text leaves once the room itself shows it. */
export function settled(edits: LocalEdits, seq: number): LocalEdits {
  const open = Object.entries(edits).filter(([, edit]) => edit.acceptedAt === null || edit.acceptedAt > seq);
  return open.length === Object.keys(edits).length ? edits : Object.fromEntries(open);
}

/** 点对的那个: mine stands, on top of what is there now. */
export function chooseMine(edits: LocalEdits, path: string): LocalEdits {
  const edit = edits[path];
  if (edit?.trouble?.at !== "conflict") return edits;
  return put(edits, path, { ...edit, baseRev: edit.trouble.current.rev, trouble: null });
}

/** 点对的那个: theirs stands. */
export function chooseTheirs(edits: LocalEdits, path: string): LocalEdits {
  return drop(edits, path);
}

export function drop(edits: LocalEdits, path: string): LocalEdits {
  return Object.fromEntries(Object.entries(edits).filter(([each]) => each !== path));
}

/** Still on its way in one of these fields: the next screen must wait for it. */
export function unsettled(edits: LocalEdits, shown: readonly string[]): boolean {
  return shown.some((path) => {
    const edit = edits[path];
    return edit !== undefined && edit.acceptedAt === null && !waitsForMe(edit);
  });
}

/** Those of these fields in which I have to choose, or to write something else, before anything goes on. */
export function undecided(edits: LocalEdits, shown: readonly string[]): readonly string[] {
  return shown.filter((path) => {
    const edit = edits[path];
    return edit !== undefined && waitsForMe(edit);
  });
}

function waitsForMe(edit: Edit): boolean {
  return edit.trouble?.at === "conflict" || edit.trouble?.at === "refused";
}

function put(edits: LocalEdits, path: string, edit: Edit): LocalEdits {
  return { ...edits, [path]: edit };
}
