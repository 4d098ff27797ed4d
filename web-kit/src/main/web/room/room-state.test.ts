import { byCalling, has, reaching } from "./ladder.ts";
import { describe, expect, test } from "vitest";
import type { Author, RoomEvent, RoomHappened, RoomMessage, RoomSignal } from "../protocol.ts";
import { occupant } from "./gestures.ts";
import { nextRoom, type RoomState } from "./room-state.ts";
import { snapshot } from "../samples/snapshot.ts";

const samples = import.meta.glob<RoomMessage>("../../../../../protocol/src/test/resources/wire/*.json", {
  eager: true,
  import: "default",
});
const sample = (name: string): RoomMessage => {
  const found = Object.entries(samples).find(([path]) => path.endsWith(`/${name}.json`));
  if (found === undefined) throw new Error(`no sample ${name}`);
  return found[1];
};

const applicant: Author = { role: "APPLICANT", id: "k1", name: "" };
const clerk: Author = { role: "CLERK", id: "c1", name: "李晓明" };
const card = {
  clerk: "c1",
  name: "李晓明",
  staffNo: "012",
  unit: { zh: "南浔区政务服务中心", en: "Nanxun" },
  region: { zh: "湖州市南浔区", en: "Nanxun, Huzhou" },
};
let seq = 1;
const event = (by: Author, what: RoomEvent): RoomHappened => ({
  type: "RoomHappened",
  room: "r",
  seq: ++seq,
  at: 1_000,
  by,
  event: what,
  formRev: seq,
  issues: [],
  unconfirmed: [],
});
const story = (...messages: RoomMessage[]): RoomState => {
  const end = messages.reduce<RoomState | null>(nextRoom, nextRoom(null, snapshot));
  if (end === null) throw new Error("the room was left");
  return end;
};
const set = (by: Author, path: string, value: string, rev: number, suggestion?: string) =>
  event(by, {
    type: "FieldSet",
    path,
    value,
    rev,
    source: suggestion ? "SUGGESTION" : "TYPED",
    suggestion: suggestion ?? null,
  });

describe("every golden sample of a room", () => {
  for (const name of [
    "RoomSnapshot",
    "RoomHappened",
    "RoomLeft",
    "Shown",
    "Revealed",
    "ItemRenewed",
    "MigrationPreview",
  ]) {
    test(`${name} is understood`, () => {
      const room = nextRoom(null, sample("RoomSnapshot"));
      const after = nextRoom(room, sample(name));
      expect(after?.room).toBe(name === "RoomLeft" ? undefined : "room");
    });
  }
});

test("nothing is shown before the snapshot", () => {
  expect(nextRoom(null, set(applicant, "/tradeName", "㐱", 1))).toBeNull();
});

test("an event that was already told changes nothing", () => {
  const first = set(applicant, "/tradeName", "𠮷祥", 1);
  const room = story(first);
  expect(nextRoom(room, { ...first, event: { type: "RowAdded", table: "/investors", row: "x" } })).toBe(room);
});

test("an event of another room changes nothing", () => {
  const room = story();
  expect(nextRoom(room, { ...set(applicant, "/tradeName", "a", 1), room: "other" })).toBe(room);
});

test("what the clerk wrote waits for the applicant's word", () => {
  const room = story(set(clerk, "/tradeName", "云帆", 1));
  expect(room.fields["/tradeName"]).toMatchObject({ value: "云帆", confirmed: false, by: clerk });
  const confirmed = nextRoom(room, event(applicant, { type: "FieldConfirmed", path: "/tradeName", rev: 1 }));
  expect(confirmed?.fields["/tradeName"]?.confirmed).toBe(true);
});

test("a confirmation of an older revision confirms nothing", () => {
  const room = story(set(clerk, "/tradeName", "云帆", 2));
  const after = nextRoom(room, event(applicant, { type: "FieldConfirmed", path: "/tradeName", rev: 1 }));
  expect(after?.fields["/tradeName"]?.confirmed).toBe(false);
});

test("a taken proposal leaves, and the value stands as the applicant's", () => {
  const made = event(clerk, {
    type: "SuggestionMade",
    suggestion: "s1",
    path: "/tradeName",
    value: "云帆",
    baseRev: 0,
  });
  const room = story(made);
  expect(room.suggestions).toHaveLength(1);
  const after = nextRoom(room, set(applicant, "/tradeName", "云帆", 1, "s1"));
  expect(after?.suggestions).toEqual([]);
  expect(after?.fields["/tradeName"]).toMatchObject({ by: applicant, confirmed: true });
});

test("a newer proposal for a field takes the place of the older", () => {
  const make = (id: string) =>
    event(clerk, { type: "SuggestionMade", suggestion: id, path: "/tradeName", value: id, baseRev: 0 });
  expect(story(make("s1"), make("s2")).suggestions.map((open) => open.suggestion)).toEqual(["s2"]);
});

test("leave to write is asked, given and over when the clerk leaves", () => {
  const scope = "EDIT_FORM";
  expect(story(event(clerk, { type: "GrantAsked", scope })).ladder.asked).toBe(scope);
  expect(story(event(applicant, { type: "GrantGiven", scope })).ladder).toEqual(reaching(scope));
  const left = story(
    event(clerk, { type: "ClerkSeated", call: "c", clerk: card, epoch: 1 }),
    event(applicant, { type: "GrantGiven", scope }),
    event(applicant, { type: "GrantEnded", scope }),
    event(clerk, { type: "ClerkLeft", call: "c", epoch: 1 }),
  );
  expect(left).toMatchObject({ ladder: { asked: null }, clerk: null });
  expect(has(left.ladder, scope)).toBe(false);
});

test("with the leave to point go the mark, the marks and where the clerk leads to", () => {
  const pointing = (path: string) =>
    ({ type: "Shown", by: clerk, signal: { type: "Point", room: "r", path } }) satisfies RoomMessage;
  const leading = {
    type: "Shown",
    by: clerk,
    signal: { type: "Lead", room: "r", page: "p1" },
  } satisfies RoomMessage;
  const seated = event(clerk, { type: "ClerkSeated", call: "c", clerk: card, epoch: 2 });
  const room = story(seated, pointing("/tradeName"), leading);
  expect(nextRoom(room, event(applicant, { type: "GrantEnded", scope: "SUGGEST" }))).toMatchObject({
    pointedAt: "/tradeName",
    led: { to: "p1" },
  });
  expect(nextRoom(room, event(applicant, { type: "GrantEnded", scope: "SEE_FORM" }))).toMatchObject({
    pointedAt: null,
    led: { to: null },
  });
});

test("the next clerk begins with what calling gives", () => {
  const room = story(
    event(applicant, { type: "GrantEnded", scope: "SEE_FORM" }),
    event(clerk, { type: "ClerkSeated", call: "c2", clerk: card, epoch: 2 }),
  );
  expect(room.ladder).toEqual(byCalling);
});

test("a draft is seen at once and gives way to the written value", () => {
  const drafting = story({
    type: "Shown",
    by: clerk,
    signal: { type: "Draft", room: "r", path: "/tradeName", text: "云" },
  });
  expect(occupant(drafting, "/tradeName")).toEqual(clerk);
  expect(nextRoom(drafting, set(clerk, "/tradeName", "云帆", 1))?.drafts).toEqual({});
});

test("whoever moves the focus on leaves the field behind", () => {
  const focus = (path: string | null): RoomMessage => ({
    type: "Shown",
    by: clerk,
    signal: { type: "Focus", room: "r", path },
  });
  const draft: RoomMessage = { type: "Shown", by: clerk, signal: { type: "Draft", room: "r", path: "/a", text: "x" } };
  const room = story(focus("/a"), draft, focus("/b"));
  expect(occupant(room, "/a")).toBeNull();
  expect(occupant(room, "/b")).toEqual(clerk);
  expect(occupant(nextRoom(room, focus(null)) as RoomState, "/b")).toBeNull();
});

test("who chooses between two texts is shown until they have chosen, or left", () => {
  const chooses = (by: Author, choosing: boolean): RoomMessage => ({
    type: "Shown",
    by,
    signal: { type: "Choosing", room: "r", path: "/a", choosing },
  });
  const both = story(set(applicant, "/a", "mine", 1), chooses(clerk, true));
  expect(both.choosing).toEqual({ "/a": clerk });
  expect(story(chooses(clerk, true), set(applicant, "/a", "mine too", 1)).choosing).toEqual({ "/a": clerk });
  expect(story(chooses(clerk, true), set(clerk, "/a", "theirs", 1)).choosing).toEqual({});
  expect(story(chooses(clerk, true), chooses(clerk, false)).choosing).toEqual({});
  expect(
    story(chooses(applicant, true), set({ role: "HELPER", id: "h", name: "周敏" }, "/a", "ours", 1)).choosing,
    "whoever sits at the kiosk by then",
  ).toEqual({});
  expect(
    story(chooses(clerk, true), event(clerk, { type: "ClerkLeft", call: "c", epoch: 1 } as RoomEvent)).choosing,
  ).toEqual({});
});

test("who leaves a field that this screen did not see them enter no longer types there", () => {
  const by = (who: Author, signal: RoomSignal): RoomMessage => ({ type: "Shown", by: who, signal });
  const state = story(
    by(clerk, { type: "Draft", room: "r", path: "/a", text: "x" }),
    by(applicant, { type: "Draft", room: "r", path: "/b", text: "y" }),
    by(clerk, { type: "Focus", room: "r", path: null }),
  );
  expect(occupant(state, "/a")).toBeNull();
  expect(occupant(state, "/b")).toEqual(applicant);
});

test("a row goes with everything in it", () => {
  const room = story(
    event(applicant, { type: "RowAdded", table: "/investors", row: "r1" }),
    event(applicant, { type: "RowAdded", table: "/investors", row: "r11" }),
    set(applicant, "/investors/r1/name", "张三", 1),
    set(applicant, "/investors/r11/name", "李四", 1),
    event(applicant, { type: "RowRemoved", row: "/investors/r1" }),
  );
  expect(room.rows["/investors"]).toEqual(["r11"]);
  expect(Object.keys(room.fields)).toEqual(["/investors/r11/name"]);
});

test("a helper comes, hands over and goes", () => {
  const here = story(event(applicant, { type: "HelperArrived", helper: "h1", name: "王芳" }));
  expect(here.helper?.name).toBe("王芳");
  expect(nextRoom(here, event(applicant, { type: "HandedOver", to: "APPLICANT" }))?.atKiosk).toBe("APPLICANT");
  expect(nextRoom(here, event(applicant, { type: "HelperLeft" }))?.helper).toBeNull();
});

test("a mark is drawn once and all marks vanish together", () => {
  const draw = (mark: string): RoomMessage => ({
    type: "Shown",
    by: clerk,
    signal: { type: "DrawMark", room: "r", mark, shape: "ARROW", fromX: 0, fromY: 0, toX: 1, toY: 1 },
  });
  const room = story(draw("m1"), draw("m1"), draw("m2"));
  expect(room.marks).toHaveLength(2);
  const clear: RoomMessage = { type: "Shown", by: clerk, signal: { type: "ClearMarks", room: "r" } };
  expect(nextRoom(room, clear)?.marks).toEqual([]);
});

test("the filed case stands with its number and secret", () => {
  const room = story(event(applicant, { type: "Submitted", caseNo: "330503", formHash: "ab", progress: "secret" }));
  expect(room.filed).toEqual({ caseNo: "330503", at: 1_000, formHash: "ab", progress: "secret", open: null });
});

test("a room that was left is forgotten", () => {
  expect(nextRoom(story(), { type: "RoomLeft", room: "r" })).toBeNull();
});

test("a newer package is known until the room goes by it, and a proposal ends with the clerk who made it", () => {
  const offered = story(
    { type: "ItemRenewed", room: "r", version: 2, itemHash: "b7" },
    event(clerk, { type: "MigrationOffered", version: 2, itemHash: "b7" }),
  );
  expect(offered.newer).toEqual({ version: 2, itemHash: "b7" });
  expect(offered.migrationOffered).toBe("b7");
  expect(nextRoom(offered, event(clerk, { type: "ClerkLeft", call: "c", epoch: 1 }))?.migrationOffered).toBeNull();
  expect(nextRoom(offered, { ...snapshot, itemHash: "b7" })?.newer).toBeNull();
});

test("the clerk leads, and the kiosk says whether it goes along", () => {
  const led = story(
    { type: "Shown", by: clerk, signal: { type: "Lead", room: "r", page: "p2" } },
    { type: "Shown", by: applicant, signal: { type: "Follow", room: "r", follows: false, page: "p1" } },
  );
  expect(led.led).toEqual({ to: "p2", follows: false, at: "p1" });
});

test("who asks for the turn is known until they have it", () => {
  const shown = (signal: RoomSignal): RoomMessage => ({ type: "Shown", by: clerk, signal });
  const ask = shown({ type: "AskTurn", room: "r", path: "/facts" });
  expect(story(ask).turnAsked["/facts"]).toEqual(clerk);
  expect(story(ask, shown({ type: "Focus", room: "r", path: "/facts" })).turnAsked).toEqual({});
  const wrote = (by: Author) => event(by, { type: "FieldSet", path: "/facts", value: "x", rev: 1, source: "TYPED" });
  expect(story(ask, wrote(applicant)).turnAsked["/facts"], "a pause stores what the writer has so far").toEqual(clerk);
  expect(story(ask, wrote(clerk)).turnAsked).toEqual({});
});
