import type { LocalEdits } from "web-kit/room/edits.ts";
import type { RoomState } from "web-kit/room/room-state.ts";

/** Where on the page eyes and keyboard are taken, once it is drawn. */
export class Sight {
  private pointedAt: string | null = null;
  private proposals = 0;
  private opener: HTMLButtonElement | null = null;
  private choices: readonly string[] = [];

  constructor(
    private readonly root: HTMLElement,
    /** The field that somebody types in. */
    private readonly focused: () => string | null,
  ) {}

  /** A new page begins at its question, for eyes and for the keyboard; a finger that is in a box already stays there. */
  top(): void {
    afterDrawing(() => {
      if (this.focused() === null) this.root.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
    });
  }

  /** The same for a screen that came by itself: whoever is somewhere stays there. */
  begin(): void {
    afterDrawing(() => {
      if (isNowhere()) this.root.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
    });
  }

  dialog(): void {
    const at = document.activeElement;
    if (at instanceof HTMLButtonElement && at.closest(".dialog") === null) this.opener = at;
    afterDrawing(() => this.root.querySelector<HTMLElement>(".dialog__title")?.focus());
  }

  /** Brings what the clerk points at or proposes into sight, each once, as soon as its form is there to be seen. */
  follow(room: RoomState | null, formIsThere: boolean): void {
    if (room !== null && !formIsThere) return;
    const pointedAt = room?.pointedAt ?? null;
    const proposals = room?.suggestions.length ?? 0;
    if (pointedAt !== this.pointedAt) this.field(pointedAt);
    if (proposals > this.proposals) this.field(room?.suggestions.at(-1)?.path);
    this.pointedAt = pointedAt;
    this.proposals = proposals;
  }

  /** Brings the choice between what two wrote into one box into sight, once, when it comes. */
  choose(edits: LocalEdits): void {
    const asked = Object.keys(edits).filter((path) => edits[path]?.trouble?.at === "conflict");
    this.field(asked.find((path) => !this.choices.includes(path)));
    this.choices = asked;
  }

  /** Who left a sheet goes on where they opened it, unless the screen has put them somewhere else. */
  back(): void {
    const { opener } = this;
    this.opener = null;
    if (opener !== null)
      afterDrawing(() => {
        if (isNowhere() && opener.isConnected) opener.focus({ preventScroll: true });
      });
  }

  /** Brings what is written in into sight, with the name above it where there is room for both. */
  box(box: HTMLElement): void {
    afterDrawing(() => {
      box.closest(".field")?.scrollIntoView({ block: "nearest" });
      box.scrollIntoView({ block: "nearest" });
    });
  }

  /** Brings a field into sight, unless somebody types in another: their page stands still. */
  field(path: string | null | undefined): void {
    if (path == null || (this.focused() !== null && this.focused() !== path)) return;
    afterDrawing(() => {
      const field = this.root.querySelector(`[data-path="${CSS.escape(path)}"]`);
      field?.scrollIntoView({ block: "nearest" });
      // Where there is no room for all of it, the box it is, and before the box what is proposed for it.
      field?.querySelector(".field__box")?.scrollIntoView({ block: "nearest" });
      field?.querySelector(".suggestion")?.scrollIntoView({ block: "nearest" });
      field?.querySelector(".suggestion__acts")?.scrollIntoView({ block: "nearest" });
    });
  }
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function afterDrawing(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then));
}
