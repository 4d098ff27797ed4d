const markFor = 5_000;

/** What the clerk draws goes by itself a moment after it was drawn. */
export class Fading {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly gone: (mark: string) => void) {}

  /** A mark that is still being drawn is told again and again; its time begins with the last stroke. */
  drawn(mark: string): void {
    clearTimeout(this.timers.get(mark));
    this.timers.set(
      mark,
      setTimeout(() => {
        this.timers.delete(mark);
        this.gone(mark);
      }, markFor),
    );
  }

  clear(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.timers.clear();
  }
}
