import { expect, test } from "vitest";
import type { ClerkCall, DeskView, FieldState, RoomSnapshot } from "web-kit/protocol.ts";
import { entering, lineChanged, next, noneMissed, type ClerkDesk } from "./clerk-desk.ts";

const words = { zh: "字", en: "word" };
const desk: DeskView = {
  type: "DeskView",
  you: { clerk: "li", name: "李", staffNo: "012", unit: words, region: words },
  state: "READY",
  now: 5_000,
  windows: [],
  line: [],
  longWaitMinutes: 10,
};
const ringing: ClerkCall = {
  type: "Ringing",
  call: "c1",
  item: "ENT_NAME",
  itemTitle: words,
  fromCentre: words,
  kiosk: words,
  since: 0,
  until: 20_000,
  helper: false,
};
const inCall = (room: string): ClerkCall => ({
  type: "InCall",
  call: "c1",
  room,
  code: "4721",
  fromCentre: words,
  kiosk: words,
  since: 0,
  kioskHere: true,
  interrupted: false,
});
const snapshot = (room: string): RoomSnapshot => ({
  type: "RoomSnapshot",
  room,
  seq: 1,
  item: "ENT_NAME",
  near: "310117",
  owner: "330503",
  form: { fields: {}, rows: {}, rev: 0, issues: [], unconfirmed: [] },
  suggestions: [],
  grants: [{ scope: "SEE_FORM", state: "GIVEN" }],
  chat: [],
  declared: [],
  atKiosk: "APPLICANT",
  migrations: [],
  led: { follows: true },
});

const told = (...messages: Parameters<typeof next>[1][]): ClerkDesk =>
  messages.reduce((state, message) => next(state, message, 1_000), entering);
const change = (call: ClerkCall | null) => ({ type: "ClerkCallChanged", call }) as const;

test("a call that stops ringing unanswered is missed, until the clerk is ready again", () => {
  const missed = told(desk, change(ringing), change(null));
  expect(missed.missed).toEqual(ringing);
  expect(next(missed, { ...desk, state: "AWAY" }, 0).missed).toEqual(ringing);
  expect(next(missed, desk, 0).missed).toBeNull();
  expect(told(desk, change(ringing), change(inCall("r1"))).missed).toBeNull();
});

test("whoever goes on a break after a call was taken back missed none", () => {
  const onBreak = next(noneMissed(told(desk, change(ringing), change(null))), { ...desk, state: "AWAY" }, 0);
  expect(onBreak.missed).toBeNull();
});

test("the first word of the desk seats the clerk and tells how far the clocks are apart", () => {
  const state = told(desk);
  expect(state.seat).toBe("seated");
  expect(state.ahead).toBe(4_000);
});

test("a call rings, is answered, and its room opens", () => {
  const state = told(desk, change(ringing), change(inCall("r1")), snapshot("r1"));
  expect(state.call?.type).toBe("InCall");
  expect(state.room?.room).toBe("r1");
});

test("a call that rings elsewhere is gone here", () => {
  expect(told(desk, change(ringing), change(null)).call).toBeNull();
});

test("news about the same call leaves its room alone", () => {
  const state = told(change(inCall("r1")), snapshot("r1"), change({ ...inCall("r1"), kioskHere: false } as ClerkCall));
  expect(state.room?.room).toBe("r1");
});

test("after the call nothing of the applicant stays on the screen", () => {
  const wrapUp: ClerkCall = { type: "WrapUp", call: "c1", item: "ENT_NAME", since: 0, how: "CLERK_HUNG_UP" };
  expect(told(change(inCall("r1")), snapshot("r1"), change(wrapUp)).room).toBeNull();
});

test("a cut line keeps everything on the screen", () => {
  const before = told(desk, change(inCall("r1")), snapshot("r1"));
  const after = lineChanged(before, { at: "lost", since: 1 });
  expect(after.room).toBe(before.room);
  expect(after.seat).toBe("seated");
});

test("a page whose seat was taken elsewhere forgets the call", () => {
  const after = lineChanged(told(desk, change(inCall("r1")), snapshot("r1")), { at: "closed", code: 4409 });
  expect(after).toMatchObject({ seat: "elsewhere", desk: null, call: null, room: null });
});

test("who is not signed in is asked to sign in, also when the line was open for a moment", () => {
  const open = lineChanged(entering, { at: "open" });
  expect(open.seat).toBe("entering");
  expect(lineChanged(open, { at: "closed", code: 4401 }).seat).toBe("signedOut");
});

test("taking the desk over begins anew", () => {
  const away = lineChanged(told(desk), { at: "closed", code: 4409 });
  expect(lineChanged(away, { at: "connecting" }).seat).toBe("entering");
});

test("a value shown whole stays so when the line comes back", () => {
  const state = told(
    change(inCall("r1")),
    snapshot("r1"),
    { type: "Revealed", room: "r1", path: "/contact", value: "13800000000" },
    snapshot("r1"),
  );
  expect(state.room?.revealed).toEqual({ "/contact": "13800000000" });
});

test("a value that was written anew while the line was cut is shown whole no more", () => {
  const field = (rev: number): FieldState => ({
    value: "138****",
    rev,
    by: { role: "APPLICANT", id: "k1", name: "" },
    source: "TYPED",
    at: 0,
    confirmed: true,
  });
  const holding = (rev: number): RoomSnapshot => ({
    ...snapshot("r1"),
    form: { ...snapshot("r1").form, fields: { "/contact": field(rev), "/other": field(1) } },
  });
  const state = told(
    change(inCall("r1")),
    holding(1),
    { type: "Revealed", room: "r1", path: "/contact", value: "13800000000" },
    { type: "Revealed", room: "r1", path: "/other", value: "13800000427" },
    holding(2),
  );
  expect(state.room?.revealed).toEqual({ "/other": "13800000427" });
});

test("a value shown whole goes with the leave to see the form", () => {
  const state = told(
    change(inCall("r1")),
    snapshot("r1"),
    { type: "Revealed", room: "r1", path: "/contact", value: "13800000000" },
    { ...snapshot("r1"), grants: [] },
  );
  expect(state.room?.revealed).toEqual({});
});
