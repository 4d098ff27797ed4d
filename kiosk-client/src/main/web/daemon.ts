/**
 * The device daemon that minds this browser, reached through its debugging pipe: it needs no network. In a browser that nobody
 * minds there is none, and everything works without.
 */
type Word = "stop" | `stop ${string}` | "wipe" | "goes on" | "nothing goes on";
type Binding = { vwDaemon?: (word: Word) => void };

function tell(word: Word): boolean {
  const binding = (globalThis as Binding).vwDaemon;
  binding?.(word);
  return binding !== undefined;
}

export const daemon = {
  /**
   * 停止: what is named ends at once, or whatever a device does here where nothing is; a command that is named and comes later is
   * not begun. Whether somebody was told.
   */
  stop: (command?: string): boolean => tell(command === undefined ? "stop" : `stop ${command}`),
  /** Everything of the applicant goes, this page with it. Whether somebody was told. */
  wipe: (): boolean => tell("wipe"),
  /** Whether a matter is under way that goes on when this page crashes and is loaded anew; else a crash wipes. */
  goesOn: (now: boolean): boolean => tell(now ? "goes on" : "nothing goes on"),
};

/** What a wipe waits for at most: the server's knowing that they left. */
export const patience = 800;

/**
 * Notices that an applicant has gone: something was begun here, and now nothing is. The wipe waits until the server knows, but not
 * for long.
 */
export class Gone {
  private begun = false;
  private since: number | null = null;

  /** @param told whether the server knows of everybody who left. Returns how long the wipe waits, 0 once; null where none is due. */
  wait(free: boolean, told: boolean, now: number): number | null {
    if (!free) {
      this.begun = true;
      this.since = null;
      return null;
    }
    if (!this.begun) return null;
    this.since ??= now;
    const left = this.since + patience - now;
    if (!told && left > 0) return left;
    this.begun = false;
    return 0;
  }
}

/** Returns what is to be called whenever somebody may have left: who has gone is wiped, at once or as soon as it is time. */
export function wipesWhoLeft(now: () => { readonly free: boolean; readonly told: boolean }): () => void {
  const gone = new Gone();
  let again: ReturnType<typeof setTimeout> | undefined;
  return function look() {
    clearTimeout(again);
    const { free, told } = now();
    const wait = gone.wait(free, told, Date.now());
    if (wait === 0) daemon.wipe();
    else if (wait !== null) again = setTimeout(look, wait);
  };
}
