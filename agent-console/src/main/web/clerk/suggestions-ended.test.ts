import { expect, test } from "vitest";
import type { RoomEvent, RoomHappened } from "web-kit/protocol.ts";
import { sampleWords } from "../shared/sample-words.ts";
import { sampleRoom } from "./samples/room.ts";
import { nextEnded, noneEnded } from "./suggestions-ended.ts";

const room = sampleRoom(sampleWords(false));
const happened = (event: RoomEvent): RoomHappened => ({
  type: "RoomHappened",
  room: "r1",
  seq: 41,
  at: 0,
  by: { role: "APPLICANT", id: "k2", name: "" },
  event,
  formRev: 12,
  issues: [],
  unconfirmed: [],
});
const dropped = happened({ type: "SuggestionEnded", suggestion: "s1", how: "DROPPED" });

test("a suggestion that was not taken is told at its field, until the field or the suggestion is another", () => {
  const told = nextEnded(noneEnded, room, dropped);
  expect(told).toEqual({ "/tradeName": "DROPPED" });
  const made = happened({ type: "SuggestionMade", suggestion: "s2", path: "/tradeName", value: "云", baseRev: 1 });
  expect(nextEnded(told, room, made)).toEqual({});
  const other = happened({ type: "FieldSet", path: "/contactName", value: "王", rev: 2, source: "TYPED" });
  expect(nextEnded(told, room, other)).toEqual(told);
});

test("what the clerk took back needs no telling", () => {
  const mine = happened({ type: "SuggestionEnded", suggestion: "s1", how: "RETRACTED" });
  expect(nextEnded(noneEnded, room, mine)).toEqual({});
});

test("another room begins without", () => {
  expect(nextEnded({ "/tradeName": "STALE" }, room, { type: "RoomLeft", room: "r1" })).toEqual({});
});
