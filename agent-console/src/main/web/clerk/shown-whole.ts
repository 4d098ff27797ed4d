import type { ClerkCore } from "./clerk-core.ts";

const shownFor = 30_000;

/** Hidden values that the clerk looks at stand whole on the screen for a while, then no more. */
export class ShownWhole {
  constructor(
    private readonly core: Pick<ClerkCore, "page" | "work">,
    private readonly hide: (path: string) => void,
  ) {}

  shown(path: string): void {
    this.core.work({ shownUntil: { ...this.core.page.work.shownUntil, [path]: Date.now() + shownFor } });
  }

  /** To be called every second or so. */
  tick(): void {
    const over = Object.entries(this.core.page.work.shownUntil).filter(([, until]) => until <= Date.now());
    over.forEach(([path]) => this.hide(path));
  }
}
