import { isOutdated } from "web-kit/state/passed-over.ts";
import { canReadAloud, readAloud, stopReading } from "web-kit/text/read-aloud.ts";
import { isElderly } from "./appearance.ts";
import { idle, patience, quietFor } from "./idle.ts";
import { screenOf } from "./kiosk-screen.ts";
import { inCall, isFree } from "./asked-of-state.ts";
import type { KioskStore } from "./kiosk-store.ts";
import type { How } from "./leaving.ts";
import { mayRenew } from "./renewal.ts";
import { say } from "./text/text.ts";

/** How many seconds are left when it is said again. */
const saidAgainAt = 15;

/** Whether somebody is still there: by what they touch, and by asking them in time. */
export class Patience {
  private touchedAt = Date.now();

  constructor(
    private readonly store: KioskStore,
    private readonly kiosk: { leaveBy(how: How, gone: true): void; plainLook(): void },
  ) {}

  listen(): void {
    addEventListener("pointerdown", () => this.begin(), { capture: true });
    // Not when the finger comes down: what it then left would fall on what lies beneath.
    addEventListener("click", ({ target }) => this.answered(target), { capture: true });
    addEventListener(
      "keydown",
      ({ key, target }) => key !== "Tab" && key !== "Shift" && this.answered(operates(key) ? target : null),
      {
        capture: true,
      },
    );
    addEventListener("keydown", () => this.begin(), { capture: true });
  }

  /** Somebody has begun, or is known to be there. */
  begin(): void {
    this.touchedAt = Date.now();
  }

  stay(): void {
    this.begin();
    stopReading();
    this.store.touched({ idleUntil: null });
  }

  tick(): void {
    const { state, touch } = this.store;
    const nobodyYet = isFree(state);
    if (inCall(state) || screenOf(state) === "interrupted" || nobodyYet) {
      // Nobody is asked whether they are still there; who went away leaves only how they read it.
      if (!nobodyYet) this.begin();
      else if (Date.now() - this.touchedAt >= patience.filling) {
        this.kiosk.plainLook();
        if (isOutdated() && state.line.at === "open" && mayRenew(sessionStorage, Date.now())) location.reload();
      }
      if (touch.idleUntil !== null) this.store.touched({ idleUntil: null });
      return;
    }
    const now = Date.now();
    if (state.way.at === "take") {
      // Who is asked to take their things may have gone: nobody is asked whether they are still there.
      if (now - this.touchedAt >= patience.taking * (isElderly() ? patience.elderly : 1))
        this.kiosk.leaveBy("EndVisit", true);
      return;
    }
    const turn = idle(now, this.touchedAt, touch.idleUntil, quietFor(state.room !== null, isElderly()));
    // Whoever took a code and walked away comes back with it.
    const kept = state.room !== null && state.room.filed === null && state.room.resumableUntil !== null;
    if (turn.at === "over") this.kiosk.leaveBy(kept ? "PutAside" : "EndVisit", true);
    else if (turn.at === "asking" && touch.idleUntil === null) {
      this.store.touched({ idleUntil: turn.until, sheet: null });
      this.warn(turn.until - now);
    } else if (turn.at === "asking" && secondsLeft(turn.until, now) === saidAgainAt) this.warn(turn.until - now);
  }

  /** While the question stands, any touch and any key answers it, but for what is there to be pressed. */
  private answered(target: EventTarget | null): void {
    const onButton = target instanceof Element && target.closest("button") !== null;
    if (this.store.touch.idleUntil !== null && !onButton) this.stay();
  }

  private warn(left: number): void {
    if (canReadAloud()) readAloud(`${say("idle.title")}${say("idle.text", { seconds: Math.ceil(left / 1_000) })}`);
  }
}

function secondsLeft(until: number, now: number): number {
  return Math.ceil((until - now) / 1_000);
}

function operates(key: string): boolean {
  return key === "Enter" || key === " ";
}
