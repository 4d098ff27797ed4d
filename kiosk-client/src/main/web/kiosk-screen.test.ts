import { expect, test } from "vitest";
import type { KioskCall, Lobby, Offering, RoomSnapshot, ServiceItem, ToKiosk } from "web-kit/protocol.ts";
import {
  atFirst,
  forget,
  go,
  goAlong,
  leave,
  lineChanged,
  next,
  offered,
  refusedCall,
  screenOf,
  type KioskState,
} from "./kiosk-screen.ts";
import { holdsSomebody, inCall, isFree, talksIn } from "./asked-of-state.ts";

const samples = import.meta.glob<ToKiosk>("../../../../protocol/src/test/resources/wire/*.json", {
  eager: true,
  import: "default",
});
const sample = <T>(name: string): T => {
  const found = Object.entries(samples).find(([path]) => path.endsWith(`/${name}.json`));
  if (found === undefined) throw new Error(`no sample ${name}`);
  return found[1] as T;
};
const lobby = sample<Lobby>("Lobby");
const snapshot: RoomSnapshot = { ...sample<RoomSnapshot>("RoomSnapshot"), filed: null };
const item = sample<ServiceItem>("ServiceItem");
const wait = { ahead: 2, clerks: 1, minMinutes: 4, maxMinutes: 9 };
const waiting: KioskCall = { type: "Waiting", call: "c", since: 0, ringing: false, expected: wait };
const text = { zh: "湖州市南浔区", en: "Nanxun, Huzhou" };
const clerk = { clerk: "c1", name: "李晓明", staffNo: "012", unit: text, region: text };
const talking: KioskCall = {
  type: "Talking",
  call: "c",
  clerk,
  code: "4821",
  since: 0,
  clerkHere: true,
  graceSeconds: 180,
};
const ended: KioskCall = { type: "Ended", call: "c", how: "CLERK_HUNG_UP" };
const call = (call: KioskCall | null): ToKiosk => ({ type: "KioskCallChanged", call });

const offering: Offering = { hash: lobby.offering, centres: [], events: [] };
const free: KioskState = offered(next({ ...atFirst, signedIn: "yes", line: { at: "open" } }, lobby), offering);
const filling: KioskState = { ...next(free, snapshot), item };
const after = (...messages: ToKiosk[]) => messages.reduce(next, filling);

test("every golden sample a kiosk may be told is understood", () => {
  const told = Object.values(samples).filter((each) =>
    [
      "Lobby",
      "KioskCallChanged",
      "Interrupted",
      "RoomSnapshot",
      "RoomHappened",
      "RoomLeft",
      "Shown",
      "Accepted",
      "Refused",
      "MediaPlan",
      "MediaSignal",
      "RelaySignal",
      "MediaState",
      "MediaRestart",
      "Beat",
      "NotUnderstood",
    ].includes(each.type),
  );
  expect(told.length).toBeGreaterThan(12);
  for (const message of told) expect(() => screenOf(next(filling, message))).not.toThrow();
});

test("a free kiosk invites", () => {
  expect(screenOf(atFirst)).toBe("starting");
  expect(screenOf(free)).toBe("attract");
});

test("what an item asks about the situation comes before what it takes, until it is told or passed over", () => {
  const about = { at: "before", centre: "330503", item: item.item } as const;
  const asking = { ...go(free, about), item: { ...item, guide: ["/a"] } };
  expect(screenOf(go(free, about))).toBe("before");
  expect(screenOf(asking)).toBe("guide");
  expect(screenOf(go(asking, { ...about, told: true }))).toBe("before");
  expect(screenOf({ ...asking, item: { ...item, guide: [] } })).toBe("before");
});

test("what was said before belongs to the visit", () => {
  expect(forget({ ...free, answers: { "/a": "true" } }).answers).toEqual({});
});

test("the form is open before any call", () => {
  expect(screenOf(filling)).toBe("form");
});

test("whoever calls waits, talks, and comes back to the form", () => {
  expect(screenOf(after(call(waiting)))).toBe("waiting");
  expect(screenOf(after(call(waiting), call(talking)))).toBe("talking");
  const over = after(call(waiting), call(talking), call(ended));
  expect(screenOf(over)).toBe("form");
  expect(over.call).toEqual(ended);
  expect(inCall(over)).toBe(false);
});

test("whoever fills in while waiting is left at the form when the line moves", () => {
  const inForm = go(after(call(waiting)), { at: "form" });
  expect(screenOf(next(inForm, call({ ...waiting, expected: { ...wait, ahead: 1 } })))).toBe("form");
});

test("a page loaded anew while waiting shows the waiting again", () => {
  expect(screenOf({ ...next(next(free, call(waiting)), snapshot), item })).toBe("waiting");
  expect(screenOf(next({ ...next(free, snapshot), item }, call(waiting)))).toBe("waiting");
});

test("a call in which the review was open stays in the review", () => {
  const reviewing = go(after(call(waiting), call(talking)), { at: "review" });
  expect(next(reviewing, call({ ...talking, clerkHere: false })).way).toEqual({ at: "review" });
});

test("nothing of the applicant is left once the room is left but what they may forget here", () => {
  const left = next(after(call(waiting), call(talking)), { type: "RoomLeft", room: snapshot.room });
  expect(left).toEqual({ ...free, way: { at: "take", things: ["card", "bag"] } });
  expect(forget(filling)).toEqual(free);
});

test("what was printed from the screen is among the things to take where the server ends the room, too", () => {
  const left = next({ ...filling, printed: true }, { type: "RoomLeft", room: snapshot.room });
  expect(left).toEqual({ ...free, way: { at: "take", things: ["card", "print", "bag"] } });
});

test("an interrupted kiosk shows no data", () => {
  const interrupted = next(filling, { type: "Interrupted", room: snapshot.room, inCall: true });
  expect(screenOf(interrupted)).toBe("interrupted");
  expect(interrupted.room).toBeNull();
  expect(screenOf({ ...next(interrupted, snapshot), item })).toBe("form");
});

test("a filed case shows its receipt, then what to take along", () => {
  const filed = { caseNo: "33050326051202004176", at: 0, formHash: "ab", progress: "s" };
  const submitted = { ...filling, room: { ...(filling.room as NonNullable<KioskState["room"]>), filed } };
  expect(screenOf(submitted)).toBe("submitted");
  const left = leave({ ...submitted, printed: true });
  expect(screenOf(left)).toBe("take");
  expect(left.way).toEqual({ at: "take", things: ["card", "print", "bag"] });
  expect({ ...left, way: free.way }).toEqual(free);
  expect(holdsSomebody(left)).toBe(true);
});

test("out of hours a call leads to what can be done instead", () => {
  const refused = { type: "Refused", opId: "o", why: "CLOSED", issues: [], until: 5 } as const;
  const state = refusedCall(filling, refused);
  expect(screenOf(state)).toBe("nobody");
  expect(state.way).toEqual({ at: "nobody", why: "CLOSED", until: 5 });
});

test("a second press on the call button changes nothing", () => {
  expect(refusedCall(filling, { type: "Refused", opId: "o", why: "ALREADY", issues: [] })).toBe(filling);
});

test("a seat taken elsewhere, and a page nobody let in, say so", () => {
  expect(screenOf({ ...filling, line: { at: "closed", code: 4409 } })).toBe("elsewhere");
  expect(screenOf({ ...filling, line: { at: "closed", code: 4401 } })).toBe("notSignedIn");
  expect(screenOf({ ...atFirst, signedIn: "used" })).toBe("notSignedIn");
});

test("a page that is put outside while somebody sits there says that the machine is out of use", () => {
  const outside = lineChanged({ ...filling, signedIn: "yes" }, { at: "closed", code: 4401 });
  expect(outside).toMatchObject({ signedIn: "ended", room: null });
  expect(screenOf(outside)).toBe("notSignedIn");
  expect(lineChanged(atFirst, { at: "closed", code: 4401 }).signedIn).toBe("missing");
});

test("a page the server closed for good forgets the applicant, and is let in anew after it took over", () => {
  const talkingHere = after(call(waiting), call(talking));
  for (const code of [4401, 4403, 4409]) {
    expect(lineChanged(talkingHere, { at: "closed", code })).toMatchObject({ room: null, call: null, item: null });
  }
  const elsewhere = lineChanged(talkingHere, { at: "closed", code: 4409 });
  expect(screenOf(elsewhere)).toBe("elsewhere");
  const back = lineChanged(lineChanged(elsewhere, { at: "connecting" }), { at: "open" });
  expect(screenOf(back)).toBe("starting");
  expect([lobby, snapshot].reduce(next, back).room?.room).toBe(snapshot.room);
});

test("a line that is cut for a moment keeps everything", () => {
  const cut = lineChanged(after(call(waiting), call(talking)), { at: "lost", since: 1 });
  expect(screenOf(cut)).toBe("talking");
});

test("sound and picture are followed in the call that is talked in, and in no other", () => {
  expect(talksIn(after(call(waiting)), "c")).toBe(false);
  expect(talksIn(after(call(waiting), call(talking)), "c")).toBe(true);
  expect(talksIn(after(call(waiting), call(talking)), "another")).toBe(false);
  expect(talksIn(after(call(talking), call({ type: "Suspended", call: "c", since: 0 })), "c")).toBe(false);
});

test("an interrupted page takes part in the call without any room, until nobody is in it any more", () => {
  const interrupted = next(free, { type: "Interrupted", room: snapshot.room, inCall: true });
  expect(talksIn(interrupted, "c")).toBe(true);
  expect(inCall(interrupted)).toBe(true);
  const alone = next(interrupted, { type: "Interrupted", room: snapshot.room, inCall: false });
  expect(talksIn(alone, "c")).toBe(false);
  expect(inCall(alone)).toBe(false);
});

test("a place is shown once it is known what can be done there, and then with the newest count of clerks", () => {
  const there = lobby.destinations[0]!.centre;
  const items = [{ item: "ENT_NAME", title: text, summary: text, events: [] }];
  const told = next({ ...atFirst, signedIn: "yes", line: { at: "open" } }, lobby);
  expect(screenOf(told)).toBe("starting");
  const known = offered(told, { hash: lobby.offering, centres: [{ centre: there, items }], events: [] });
  expect(known.lobby?.destinations[0]).toMatchObject({ centre: there, items });
  const busier = next(known, {
    ...lobby,
    destinations: lobby.destinations.map((each) => ({ ...each, clerksFree: 0 })),
  });
  expect(busier.lobby?.destinations[0]).toMatchObject({ clerksFree: 0, items });
  expect(forget(busier).lobby).toBe(busier.lobby);
  const takenBack = next(lineChanged(busier, { at: "closed", code: 4409 }), lobby);
  expect(takenBack.lobby?.destinations[0]).toMatchObject({ items });
});

test("whoever goes along is on the clerk's page, and stays where they are when that is no page of the form", () => {
  const pages = ["p1", "p2"].map((id) => ({ id, title: { zh: id, en: id }, shows: [] }));
  const led = (to: string | null): KioskState => ({
    ...filling,
    item: { ...sample<ServiceItem>("ServiceItem"), pages },
    room: filling.room && { ...filling.room, led: { to, follows: true } },
  });
  expect(goAlong(led("p2")).page).toBe(1);
  expect(goAlong(led("p9"))).toMatchObject({ page: 0 });
  expect(goAlong(led(null))).toMatchObject({ page: 0 });
  const filed = led("p2");
  const done = { caseNo: "1", at: 0, formHash: "00" };
  expect(goAlong({ ...filed, room: filed.room && { ...filed.room, filed: done } }).page).toBe(0);
});

test("a form that goes on by another package begins at its first page", () => {
  const before = { ...filling, page: 2, way: { at: "review" } as const };
  const moved = next(before, { ...snapshot, itemHash: "another" });
  expect(moved).toMatchObject({ page: 0, way: { at: "form" } });
});

test("a question has no form: it is asked, waits, is over, and turns into an item without leaving the call", () => {
  const asking = go(free, { at: "ask", centre: "330503" });
  expect(screenOf(asking)).toBe("ask");
  const question = { ...next(asking, { ...snapshot, item: "QUESTION" }), item };
  expect(screenOf(question)).toBe("question");
  expect(screenOf(go(question, { at: "review" }))).toBe("question");
  expect(screenOf(next(question, call(waiting)))).toBe("waiting");
  const inTalk = next(question, call(talking));
  expect(screenOf(inTalk)).toBe("talking");
  expect(screenOf(next(inTalk, call(ended)))).toBe("question");
  const form = next(inTalk, { ...snapshot, room: "next" });
  expect(form.call).toEqual(talking);
  expect(screenOf({ ...form, item })).toBe("talking");
});

test("a kiosk is free while nobody began anything at it; a visit that was interrupted is still somebody's", () => {
  expect(isFree(free)).toBe(true);
  expect(isFree(filling)).toBe(false);
  expect(isFree(go(free, { at: "resume" }))).toBe(false);
  for (const inCall of [true, false])
    expect(isFree(next(filling, { type: "Interrupted", room: "r", inCall }))).toBe(false);
  expect(isFree(forget(after(call(talking))))).toBe(true);
});
