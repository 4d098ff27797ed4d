import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RoomSnapshot } from "web-kit/protocol.ts";
import { nextRoom } from "web-kit/room/room-state.ts";
import { entering } from "./clerk-desk.ts";
import type { ClerkCore } from "./clerk-core.ts";
import type { ClerkPage } from "./clerk-page.ts";
import { atRest } from "./clerk-work.ts";
import { roomActs } from "./room-acts.ts";
import { ShownWhole } from "./shown-whole.ts";

const snapshot: RoomSnapshot = {
  type: "RoomSnapshot",
  room: "r",
  seq: 1,
  item: "ENT_NAME",
  near: "310117",
  owner: "330503",
  form: { fields: {}, rows: {}, rev: 0, issues: [], unconfirmed: [] },
  suggestions: [],
  grants: [],
  chat: [],
  declared: [],
  atKiosk: "APPLICANT",
  migrations: [],
  led: { follows: true },
};

/** A desk in a room whose clock strikes every second, as the console's does. */
function desk() {
  let page = { work: atRest, desk: { ...entering, room: nextRoom(null, snapshot) } } as ClerkPage;
  const core = {
    get page() {
      return page;
    },
    work: (change: Partial<ClerkPage["work"]>) => (page = { ...page, work: { ...page.work, ...change } }),
    desk: (change: (desk: ClerkPage["desk"]) => ClerkPage["desk"]) => (page = { ...page, desk: change(page.desk) }),
  } as unknown as ClerkCore;
  const whole = new ShownWhole(core, (path) => roomActs(core).hide(path));
  setInterval(() => whole.tick(), 1_000);
  return {
    looksAt(path: string, value: string) {
      core.desk((before) => ({ ...before, room: nextRoom(before.room, { type: "Revealed", room: "r", path, value }) }));
      whole.shown(path);
    },
    sees: () => page.desk.room?.revealed,
  };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("a hidden value stands whole on the screen for 30 seconds, each for its own", () => {
  const { looksAt, sees } = desk();
  looksAt("/mobile", "13800000427");
  vi.advanceTimersByTime(20_000);
  looksAt("/idNo", "310117198805120016");
  vi.advanceTimersByTime(9_000);
  expect(sees()).toEqual({ "/mobile": "13800000427", "/idNo": "310117198805120016" });
  vi.advanceTimersByTime(1_000);
  expect(sees()).toEqual({ "/idNo": "310117198805120016" });
  vi.advanceTimersByTime(20_000);
  expect(sees()).toEqual({});
});

test("looked at again, it stands there for 30 seconds more", () => {
  const { looksAt, sees } = desk();
  looksAt("/mobile", "13800000427");
  vi.advanceTimersByTime(20_000);
  looksAt("/mobile", "13800000427");
  vi.advanceTimersByTime(29_000);
  expect(sees()).toEqual({ "/mobile": "13800000427" });
  vi.advanceTimersByTime(1_000);
  expect(sees()).toEqual({});
});
