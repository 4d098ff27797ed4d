/** Where on the page eyes and keyboard are taken, once it is drawn. */
export class Sight {
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

  dialog(): void {
    afterDrawing(() => this.root.querySelector<HTMLElement>(".dialog__title")?.focus());
  }

  /** Brings a field of the page into sight, unless somebody types in another: their page stands still. */
  field(path: string | null | undefined): void {
    if (path == null || (this.focused() !== null && this.focused() !== path)) return;
    afterDrawing(() => {
      const field = this.root.querySelector(`[data-path="${CSS.escape(path)}"]`);
      field?.scrollIntoView({ block: "nearest" });
      // Where there is no room for label, box and hint, the box it is.
      field?.querySelector(".field__box")?.scrollIntoView({ block: "nearest" });
    });
  }
}

function afterDrawing(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then));
}
