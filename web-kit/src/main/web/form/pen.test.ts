import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Answer, Author, FieldState, SetField } from "../protocol.ts";
import { nextRoom, type RoomState } from "../room/room-state.ts";
import { Pen } from "./pen.ts";
import { snapshot } from "../samples/snapshot.ts";

/** A line that remembers what was said and answers when the test wants it to. */
function desk(room = nextRoom(null, snapshot) as RoomState) {
  const drafts: string[] = [];
  const focuses: (string | null)[] = [];
  const choosing: string[] = [];
  const writes: { operation: SetField; answer(answer: Omit<Answer, "opId">): void }[] = [];
  const pen = new Pen({
    room: () => room,
    isMine: () => false,
    isMasked: (path) => path === "/idNo",
    maxLength: () => 100,
    send: (signal) => {
      if (signal.type === "Draft") drafts.push(signal.text);
      else if (signal.type === "Choosing") choosing.push(`${signal.path} ${signal.choosing}`);
      else focuses.push(signal.path ?? null);
    },
    operate: (operation) =>
      new Promise((answered) => {
        if (operation.type !== "SetField") return;
        writes.push({ operation, answer: (answer) => answered({ ...answer, opId: operation.opId } as Answer) });
      }),
    changed: () => undefined,
  });
  return { pen, drafts, focuses, choosing, writes };
}

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] }));
afterEach(() => vi.useRealTimers());

test("a fast typist is shown at most seven times a second, and to the last letter", () => {
  const { pen, drafts } = desk();
  for (let i = 1; i <= 100; i++) {
    pen.type("/name", "字".repeat(i));
    vi.advanceTimersByTime(10);
  }
  expect(drafts.length).toBeGreaterThan(4);
  expect(drafts.length).toBeLessThanOrEqual(7);
  vi.advanceTimersByTime(200);
  expect(drafts.at(-1)).toBe("字".repeat(100));
});

test("who goes on to the next field quickly is shown there, and no more in the one they left", () => {
  const { pen, drafts } = desk();
  pen.type("/name", "云");
  pen.type("/name", "云帆");
  pen.leave("/name");
  pen.focus("/other");
  pen.type("/other", "贸易");
  vi.advanceTimersByTime(500);
  expect(drafts).toEqual(["贸易"]);
});

test("a pause writes the field, and leaving it writes at once", () => {
  const { pen, writes } = desk();
  pen.type("/name", "𠮷祥");
  vi.advanceTimersByTime(799);
  expect(writes).toHaveLength(0);
  vi.advanceTimersByTime(1);
  expect(writes[0]?.operation).toMatchObject({ path: "/name", value: "𠮷祥", baseRev: 0 });
  pen.type("/other", "㐱");
  pen.leave("/other");
  expect(writes[1]?.operation).toMatchObject({ path: "/other", value: "㐱" });
});

test("while an input method composes nothing leaves", () => {
  const { pen, drafts, writes } = desk();
  pen.focus("/name");
  pen.compose("/name", true);
  pen.type("/name", "yun");
  vi.advanceTimersByTime(5_000);
  expect(drafts).toEqual([]);
  expect(writes).toEqual([]);
  pen.type("/name", "云");
  pen.compose("/name", false);
  vi.advanceTimersByTime(1_000);
  expect(drafts).toEqual(["云"]);
  expect(writes[0]?.operation.value).toBe("云");
});

test("what an input method writes past the end of a box is cut where it ends, and no character in two", () => {
  const { pen, writes } = desk();
  pen.focus("/name");
  pen.compose("/name", true);
  pen.type("/name", "𠮷".repeat(104));
  expect(pen.edits["/name"]?.text).toBe("𠮷".repeat(104));
  pen.leave("/name");
  expect(pen.edits["/name"]?.text).toBe("𠮷".repeat(100));
  expect(writes[0]?.operation.value).toBe("𠮷".repeat(100));
});

test("of a masked field others learn that it is being filled in, never a letter", () => {
  const { pen, drafts, focuses, writes } = desk();
  pen.focus("/idNo");
  pen.type("/idNo", "310117");
  vi.advanceTimersByTime(1_000);
  expect(drafts).toEqual([]);
  expect(focuses).toContain("/idNo");
  expect(writes).toHaveLength(1);
});

test("what is typed while a write is under way is written next, on the new revision", async () => {
  const { pen, writes } = desk();
  pen.choose("/name", "云");
  pen.type("/name", "云帆");
  writes[0]?.answer({ type: "Accepted", seq: 2 } as Omit<Answer, "opId">);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(writes[1]?.operation).toMatchObject({ value: "云帆", baseRev: 1 });
});

const written: FieldState = {
  value: "禾泽",
  rev: 1,
  by: { role: "CLERK", id: "c1", name: "李晓明" },
  source: "TYPED",
  at: 0,
  confirmed: false,
};

test("whoever wrote first is told that the other chooses, and that they have", async () => {
  const { pen, writes, choosing } = desk();
  const conflict = { type: "Refused", why: "CONFLICT", issues: [], current: written } as Omit<Answer, "opId">;
  for (const choose of [() => pen.chooseMine("/name"), () => pen.chooseTheirs("/name")]) {
    pen.choose("/name", "云帆");
    writes.at(-1)?.answer(conflict);
    await vi.advanceTimersByTimeAsync(0);
    choose();
    writes.at(-1)?.answer({ type: "Accepted", seq: 1 } as Omit<Answer, "opId">);
    await vi.advanceTimersByTimeAsync(0);
  }
  expect(choosing).toEqual(["/name true", "/name false", "/name true", "/name false"]);
});

test("after the line was away it is said again what is still chosen about", async () => {
  const { pen, writes, choosing } = desk();
  pen.choose("/name", "云帆");
  writes[0]?.answer({ type: "Refused", why: "CONFLICT", issues: [], current: written } as Omit<Answer, "opId">);
  await vi.advanceTimersByTimeAsync(0);
  pen.sayAgain();
  pen.chooseTheirs("/name");
  pen.sayAgain();
  expect(choosing).toEqual(["/name true", "/name true", "/name false"]);
});

test("a field that somebody else holds is tried again when their time is over", async () => {
  const { pen, writes } = desk();
  pen.choose("/name", "云帆");
  writes[0]?.answer({ type: "Refused", why: "LOCKED", issues: [], until: Date.now() + 3_000 } as Omit<Answer, "opId">);
  await vi.advanceTimersByTimeAsync(2_900);
  expect(writes).toHaveLength(1);
  expect(pen.edits["/name"]?.text).toBe("云帆");
  await vi.advanceTimersByTimeAsync(200);
  expect(writes[1]?.operation.value).toBe("云帆");
});

test("once forgotten, nothing that was typed is written any more", () => {
  const { pen, writes, drafts } = desk();
  pen.type("/name", "云帆");
  pen.forget();
  vi.advanceTimersByTime(5_000);
  expect(pen.edits).toEqual({});
  expect(writes).toEqual([]);
  expect(drafts).toEqual([]);
});

test("an answer that comes after everything was forgotten marks nothing as saved", async () => {
  const { pen, writes } = desk();
  pen.choose("/name", "云帆");
  pen.forget();
  writes[0]?.answer({ type: "Accepted", seq: 2 } as Omit<Answer, "opId">);
  await vi.advanceTimersByTimeAsync(0);
  expect([...pen.saved]).toEqual([]);
});

test("what was typed into a row is forgotten with the row", async () => {
  const { pen, writes } = desk();
  const withRow = { ...(nextRoom(null, snapshot) as RoomState), rows: { "/people": ["r1"] } };
  pen.choose("/people/r1/name", "㐱");
  pen.type("/people/r1/share", "6");
  pen.follow(withRow);
  expect(Object.keys(pen.edits)).toEqual(["/people/r1/name", "/people/r1/share"]);
  pen.follow({ ...withRow, rows: { "/people": [] } });
  writes[0]?.answer({ type: "Refused", why: "UNKNOWN", issues: [] } as Omit<Answer, "opId">);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(pen.edits).toEqual({});
  expect(writes).toHaveLength(1);
});

test("who leaves a text that another asked for gave the turn away, and is asked no more when they come back", () => {
  const asker: Author = { role: "CLERK", id: "c1", name: "李晓明" };
  const { pen } = desk({ ...(nextRoom(null, snapshot) as RoomState), turnAsked: { "/facts": asker } });
  pen.focus("/facts");
  expect(pen.gave(asker)).toBe(false);
  pen.leave("/facts");
  pen.focus("/facts");
  expect(pen.gave(asker)).toBe(true);
  expect(pen.gave({ ...asker })).toBe(false); // asked again
});
