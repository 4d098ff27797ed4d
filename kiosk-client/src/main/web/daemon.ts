/**
 * The device daemon that minds this browser, reached through its debugging pipe: it needs no network. In a browser that nobody
 * minds there is none, and everything works without.
 */
type Word = "stop" | `stop ${string}` | "wipe";
type Binding = { vwDaemon?: (word: Word) => void };

function tell(word: Word): boolean {
  const binding = (globalThis as Binding).vwDaemon;
  binding?.(word);
  return binding !== undefined;
}

export const daemon = {
  /** 停止: whatever a device does here ends at once; a command that is named and comes later is not begun. Whether somebody was told. */
  stop: (command?: string): boolean => tell(command === undefined ? "stop" : `stop ${command}`),
  /** Everything of the applicant goes, this page with it. Whether somebody was told. */
  wipe: (): boolean => tell("wipe"),
};

/** What a wipe waits for at most: the server's knowing that they left. */
export const patience = 1_000;

/**
 * Notices that an applicant has gone: something was begun here, and now nothing is. The wipe waits until the server knows, but not
 * for long.
 */
export class Gone {
  private begun = false;
  private since: number | null = null;

  /** @param told whether the server knows of everybody who left. Returns whether it is time to wipe. */
  isTime(free: boolean, told: boolean, now: number): boolean {
    if (!free) {
      this.begun = true;
      this.since = null;
      return false;
    }
    if (!this.begun) return false;
    this.since ??= now;
    if (!told && now - this.since < patience) return false;
    this.begun = false;
    return true;
  }
}
