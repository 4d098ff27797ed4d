import type { DoctorDesk } from "web-kit/doctor/doctor-desk.ts";
import type { FromClerk, GrantScope, InCall } from "web-kit/protocol.ts";
import { has } from "web-kit/room/ladder.ts";
import { s } from "../text/text.ts";
import type { ClerkDesk } from "./clerk-desk.ts";
import type { ClerkMedia } from "./clerk-media.ts";
import type { ClerkPage } from "./clerk-page.ts";
import type { ClerkWork } from "./clerk-work.ts";
import type { Ring } from "./ring.ts";

/** What the parts of the console have in common: its state, and the line over which it acts. */
export interface ClerkCore {
  readonly page: ClerkPage;
  readonly media: ClerkMedia;
  readonly ring: Ring;
  readonly doctor: DoctorDesk;
  change(change: (page: ClerkPage) => ClerkPage): void;
  work(change: Partial<ClerkWork>): void;
  desk(change: (desk: ClerkDesk) => ClerkDesk): void;
  send(message: FromClerk): void;
  /** @param refused called besides saying why on the screen */
  operate(operation: FromClerk & { opId: string }, refused?: () => void): void;
  /** A second press while the first is under way is the same press. */
  operateOnce(operation: FromClerk & { opId: string }): void;
  /** Says something on the screen for a while. */
  note(words: string): void;
  takeOver(): void;
}

export function inCall(core: ClerkCore): InCall | null {
  const call = core.page.desk.call;
  return call?.type === "InCall" ? call : null;
}

/** Whether the applicant lets the clerk do this. Where not, the screen says so. */
export function may(core: ClerkCore, scope: GrantScope): boolean {
  const { room } = core.page.desk;
  if (room === null || has(room.ladder, scope)) return true;
  core.note(s(`ladder.withdrawn.${scope}`));
  return false;
}

export function inRoom(core: ClerkCore, run: (room: string) => void): void {
  const room = core.page.desk.room?.room;
  if (room !== undefined) run(room);
}
