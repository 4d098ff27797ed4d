import type {
  AddRow,
  Answer,
  AskTurn,
  Author,
  Choosing,
  Draft,
  FieldState,
  Focus,
  RemoveRow,
  SetField,
} from "../protocol.ts";
import {
  answered,
  because,
  chooseMine,
  chooseTheirs,
  drop,
  kept,
  noEdits,
  sent,
  settled,
  toSend,
  typed,
} from "../room/edits.ts";
import type { LocalEdits } from "../room/edits.ts";
import { occupant } from "../room/gestures.ts";
import type { RoomState } from "../room/room-state.ts";
import { newId } from "../state/new-id.ts";

/** Between the form on the screen and the line: what is typed, when it is shown to others, when it is written. */
export type PenOptions = {
  room(): RoomState | null;
  /** The role of whoever holds the pen now; what this side wrote earlier is never in its own way. */
  isMine(state: FieldState): boolean;
  /** The other side may see part of the value only, so no draft of it leaves. */
  isMasked(path: string): boolean;
  /** How many characters fit into a field. */
  maxLength(path: string): number;
  operate(operation: SetField | AddRow | RemoveRow): Promise<Answer>;
  send(signal: AskTurn | Choosing | Draft | Focus): void;
  changed(): void;
};

/** Others see a draft at most seven times a second. */
const draftEvery = 150;
/** A pause this long writes the field. */
const pause = 800;
const savedFor = 2_000;

export class Pen {
  edits: LocalEdits = noEdits;
  /** The field that has the focus here. */
  focused: string | null = null;
  /** The field that was written last from here; an undoing starts with it. */
  last: string | null = null;
  /** The long text whose turn was asked for from here, while somebody else writes it. */
  turnAsked: string | null = null;
  /** Fields written just now. */
  readonly saved = new Set<string>();

  private composing = false;
  /** Who asked for a turn that was given away since. */
  private readonly given = new WeakSet<Author>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private lastDraft = 0;
  /** The field whose draft is shown next. */
  private showing = "";
  /** Rises with every {@link forget}, so that an answer from before it changes nothing. */
  private generation = 0;

  constructor(private readonly options: PenOptions) {}

  type(path: string, written: string): void {
    const room = this.options.room();
    if (room === null) return;
    const text = this.composing ? written : this.fitting(path, written);
    this.edits = typed(this.edits, path, text, room.fields[path]?.rev ?? 0);
    this.showSoon(path);
    this.after(`write ${path}`, pause, () => this.write(path));
    this.options.changed();
  }

  /** While an input method composes, what stands in the box is no text yet: others do not see it, nothing is written. */
  compose(path: string, composing: boolean): void {
    this.composing = composing;
    if (!composing) this.type(path, this.edits[path]?.text ?? this.options.room()?.fields[path]?.value ?? "");
  }

  /** A choice is whole at once. */
  choose(path: string, value: string): void {
    this.type(path, value);
    this.write(path);
  }

  focus(path: string): void {
    this.focused = path;
    this.point(path);
    this.options.changed();
  }

  leave(path: string): void {
    if (this.composing && this.edits[path] !== undefined) this.compose(path, false);
    this.composing = false;
    const asker = this.options.room()?.turnAsked[path];
    if (asker !== undefined) this.given.add(asker);
    if (this.focused === path) {
      this.focused = null;
      this.point(null);
    }
    this.write(path);
    this.options.changed();
  }

  /** Whether the turn that was asked for was given away since. */
  gave(asker: Author): boolean {
    return this.given.has(asker);
  }

  /** Whoever writes this long text is asked to let somebody here go on. */
  askTurn(path: string): void {
    const room = this.options.room();
    if (room === null) return;
    this.turnAsked = path;
    this.options.send({ type: "AskTurn", room: room.room, path });
    this.options.changed();
  }

  /** Everything typed is on its way after this. */
  writeAll(): void {
    for (const path of Object.keys(this.edits)) this.write(path);
  }

  chooseMine(path: string): void {
    this.edits = chooseMine(this.edits, path);
    this.showChoosing(path, false);
    this.write(path);
  }

  chooseTheirs(path: string): void {
    this.edits = chooseTheirs(this.edits, path);
    this.showChoosing(path, false);
    this.options.changed();
  }

  /** Why mine is not what the identity card says. */
  giveReason(path: string, reason: string): void {
    this.edits = because(this.edits, path, reason);
    this.write(path);
    this.options.changed();
  }

  /** What stands in the field stays, against the card: the reason is asked for. */
  keep(path: string): void {
    const standing = this.options.room()?.fields[path];
    if (standing !== undefined) this.edits = kept(this.edits, path, standing);
    this.options.changed();
  }

  addRow(table: string): void {
    const room = this.options.room();
    if (room === null) return;
    void this.options.operate({ type: "AddRow", opId: newId(), room: room.room, table, row: newId() });
  }

  removeRow(row: string): void {
    const room = this.options.room();
    if (room === null) return;
    for (const path of Object.keys(this.edits)) if (path.startsWith(`${row}/`)) this.forgetField(path);
    void this.options.operate({ type: "RemoveRow", opId: newId(), room: room.room, row });
  }

  /** The room has moved on; text it now shows itself is no longer mine to keep. */
  follow(room: RoomState): void {
    if (this.turnAsked !== null && occupant(room, this.turnAsked) === null) this.turnAsked = null;
    this.edits = settled(this.edits, room.seq);
    for (const path of Object.keys(this.edits)) if (!hasPlace(room, path)) this.forgetField(path);
  }

  /** The line was away, and with it what others were told: which fields are still chosen about here. */
  sayAgain(): void {
    for (const [path, edit] of Object.entries(this.edits))
      if (edit.trouble?.at === "conflict") this.showChoosing(path, true);
  }

  /** Nothing that was typed here stays. */
  forget(): void {
    this.generation += 1;
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    this.edits = noEdits;
    this.focused = null;
    this.last = null;
    this.turnAsked = null;
    this.saved.clear();
    this.composing = false;
  }

  private write(path: string): void {
    if (this.composing && this.focused === path) return;
    this.cancel(`write ${path}`);
    if (this.showing === path) this.cancel("draft"); // Behind the written value it would look as if somebody still typed there.
    const room = this.options.room();
    const edit = toSend(this.edits, path);
    if (room === null || edit === null) return;
    const present = room.fields[path];
    const same = edit.text === (present?.value ?? "") && edit.baseRev === (present?.rev ?? 0);
    if (same && edit.reason === undefined) {
      this.forgetField(path);
      return;
    }
    const opId = newId();
    this.edits = sent(this.edits, path, opId);
    this.options.changed();
    const { generation } = this;
    this.options
      .operate({
        type: "SetField",
        opId,
        room: room.room,
        path,
        value: edit.text,
        baseRev: edit.baseRev,
        ...(edit.reason === undefined ? {} : { reason: edit.reason }),
      })
      .then((answer) => generation === this.generation && this.answer(path, answer))
      .catch(() => undefined); // The line was closed for good; the text stays on the screen.
  }

  private answer(path: string, answer: Answer): void {
    this.edits = answered(this.edits, path, answer, (current) => this.options.isMine(current));
    const room = this.options.room();
    if (room !== null) this.follow(room);
    const edit = this.edits[path];
    if (answer.type === "Accepted") {
      this.last = path;
      this.celebrate(path);
    }
    if (edit?.trouble?.at === "conflict") this.showChoosing(path, true);
    if (edit?.trouble?.at === "locked") {
      this.after(`write ${path}`, Math.max(500, (edit.trouble.until ?? 0) - Date.now()), () => this.write(path));
    } else if (edit !== undefined && edit.trouble === null && !this.timers.has(`write ${path}`)) {
      this.after(`write ${path}`, 0, () => this.write(path));
    }
    this.options.changed();
  }

  /** An input method writes past what a box lets one type; the server would not even understand a text that is far too long. */
  private fitting(path: string, text: string): string {
    const most = this.options.maxLength(path);
    const characters = text.length > most ? [...text] : [];
    return characters.length > most ? characters.slice(0, most).join("") : text;
  }

  private celebrate(path: string): void {
    this.saved.add(path);
    this.after(`saved ${path}`, savedFor, () => {
      this.saved.delete(path);
      this.options.changed();
    });
  }

  private showSoon(path: string): void {
    if (this.composing) return;
    this.showing = path;
    if (this.timers.has("draft")) return;
    const wait = Math.max(0, this.lastDraft + draftEvery - performance.now());
    this.after("draft", wait, () => {
      const room = this.options.room();
      const shown = this.showing;
      const edit = this.edits[shown];
      if (room === null || this.composing) return;
      this.lastDraft = performance.now();
      if (edit === undefined || this.options.isMasked(shown)) {
        // A hidden value is not shown, but the field is still held.
        if (this.focused === shown) this.point(shown);
      } else {
        this.options.send({ type: "Draft", room: room.room, path: shown, text: edit.text });
      }
    });
  }

  private point(path: string | null): void {
    const room = this.options.room();
    if (room !== null) this.options.send({ type: "Focus", room: room.room, path });
  }

  /** Whoever wrote first learns that it is not settled yet. */
  private showChoosing(path: string, choosing: boolean): void {
    const room = this.options.room();
    if (room !== null) this.options.send({ type: "Choosing", room: room.room, path, choosing });
  }

  private forgetField(path: string): void {
    this.cancel(`write ${path}`);
    this.edits = drop(this.edits, path);
    this.options.changed();
  }

  private after(name: string, wait: number, then: () => void): void {
    this.cancel(name);
    this.timers.set(
      name,
      setTimeout(() => {
        this.timers.delete(name);
        then();
      }, wait),
    );
  }

  private cancel(name: string): void {
    clearTimeout(this.timers.get(name));
    this.timers.delete(name);
  }
}

/** Somebody may have taken away the row that I write in. */
function hasPlace(room: RoomState, path: string): boolean {
  const [table, row, column] = path.slice(1).split("/");
  return column === undefined || (room.rows[`/${table}`] ?? []).includes(row ?? "");
}
