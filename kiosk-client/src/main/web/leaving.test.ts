import { expect, test, vi } from "vitest";
import type { ToKiosk } from "web-kit/protocol.ts";
import { Leaving, type Kept } from "./leaving.ts";

function tab(): Kept & { held: Map<string, string> } {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  };
}

const of = (room: string): ToKiosk => ({ type: "RoomLeft", room });
const call: ToKiosk = { type: "KioskCallChanged", call: { type: "Suspended", call: "c", since: 0 } };

test("a reload while somebody leaves goes on leaving their room", () => {
  const kept = tab();
  new Leaving(kept, () => {}).leaves("r1", "PutAside");
  const reloaded = new Leaving(kept, () => {});
  expect(reloaded.begun()).toEqual({ room: "r1", how: "PutAside" });
  reloaded.leaves("r1", "PutAside");
  expect(reloaded.concerns(of("r1"))).toBe(true);
  expect(reloaded.concerns(of("r2"))).toBe(false);
});

test("once the server knows of the end, the tab keeps nothing and still hears nothing of the room", () => {
  const kept = tab();
  const leaving = new Leaving(kept, () => {});
  leaving.leaves("r1", "EndVisit");
  leaving.left("r1");
  expect(kept.held.size).toBe(0);
  expect(leaving.begun()).toBeNull();
  expect(leaving.concerns(of("r1"))).toBe(true);
});

test("a room that was put aside is heard again once the server knows: its applicant may come back to this kiosk", () => {
  const kept = tab();
  const leaving = new Leaving(kept, () => {});
  leaving.leaves("r1", "PutAside");
  expect(leaving.concerns(of("r1"))).toBe(true);
  leaving.left("r1");
  expect(kept.held.size).toBe(0);
  expect(leaving.concerns(of("r1"))).toBe(false);
});

test("the call of somebody who left is not shown to the next, whose own is", () => {
  const leaving = new Leaving(tab(), () => {});
  leaving.leaves("r1", "EndVisit");
  expect(leaving.concerns(call)).toBe(true);
  expect(leaving.concerns({ type: "KioskCallChanged", call: null })).toBe(false);
  leaving.left("r1");
  expect(leaving.concerns(call)).toBe(false);
});

test("an answer about an earlier room leaves the later one kept", () => {
  const leaving = new Leaving(tab(), () => {});
  leaving.leaves("r1", "EndVisit");
  leaving.leaves("r2", "PutAside");
  leaving.left("r1");
  expect(leaving.begun()).toEqual({ room: "r2", how: "PutAside" });
});

test("whoever leaves stops the devices at once, whatever the network does, and once", async () => {
  vi.useFakeTimers();
  let stopped = 0;
  const leaving = new Leaving(tab(), () => (stopped += 1));
  let answers = 0;
  const never = new Promise<ToKiosk>(() => {});
  const refused = { type: "Refused", opId: "o", why: "TRY_AGAIN", issues: [] } as const;
  const left = leaving.leave("r1", "EndVisit", () => ((answers += 1) === 1 ? Promise.resolve(refused) : never));
  expect(stopped).toBe(1);
  await left;
  await vi.advanceTimersByTimeAsync(2_000);
  expect([answers, stopped]).toEqual([2, 1]);
  vi.useRealTimers();
});
