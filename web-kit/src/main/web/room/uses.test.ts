import { expect, test } from "vitest";
import type { Author, Blob, RoomEvent } from "../protocol.ts";
import { afterUse, noUses, openUses, toldUses, withProgress, type Uses } from "./uses.ts";

const clerk: Author = { role: "CLERK", id: "k", name: "王" };
const applicant: Author = { role: "APPLICANT", id: "a", name: "" };
const page: Blob = { blob: "b", mediaType: "image/jpeg", bytes: 7, sha256: "0".repeat(64) };

const after = (uses: Uses, by: Author, ...events: Parameters<typeof afterUse>[2][]): Uses =>
  events.reduce((before, event) => afterUse(before, by, event), uses);

const asked: Extract<RoomEvent, { type: "UseAsked" }> = {
  type: "UseAsked",
  command: "c",
  task: { type: "CapturePage" },
};

test("a use waits for consent, runs, and is over with its pages", () => {
  const waits = after(noUses, clerk, asked);
  expect(openUses(waits)).toMatchObject([{ command: "c", allowed: false }]);

  const runs = withProgress(after(waits, applicant, { type: "UseAllowed", command: "c" }), {
    type: "UseProgress",
    room: "r",
    command: "c",
    percent: 50,
  });
  expect(runs.allowed).toEqual(["CAPTURE"]);
  expect(runs.progress["c"]?.percent).toBe(50);

  const over = after(
    runs,
    applicant,
    { type: "PagesTaken", command: "c", pages: [page] },
    { type: "UseEnded", command: "c", how: "DONE" },
  );
  expect(openUses(over)).toEqual([]);
  expect(over.all).toMatchObject([{ ended: "DONE", endedBy: "APPLICANT", pages: [page] }]);
  expect(over.progress).toEqual({});
});

test("what is read last of watching and the pages that were taken meanwhile is what ended last", () => {
  const both = after(
    noUses,
    clerk,
    { ...asked, command: "w", task: { type: "WatchBed" } },
    { type: "UseAllowed", command: "w" },
    asked,
    { type: "UseAllowed", command: "c" },
    { type: "UseEnded", command: "c", how: "DONE" },
    { type: "UseEnded", command: "w", how: "CANCELLED" },
  );
  expect(both.all.map((use) => use.command)).toEqual(["c", "w"]);
});

test("to a card they consent each time; the rest until they are asked again", () => {
  const card = { ...asked, task: { type: "ReadIdCard" } as const };
  expect(after(noUses, clerk, card, { type: "UseAllowed", command: "c" }).allowed).toEqual([]);
  const scans = toldUses({ uses: [], allowed: ["SCAN", "PRINT"] });
  expect(after(scans, applicant, { type: "UseConsentEnded", capability: "SCAN" }).allowed).toEqual(["PRINT"]);
});

test("what the server made may be printed, also where a page is opened later", () => {
  const made = after(noUses, clerk, { type: "DocumentMade", document: page });
  expect(made.documents).toEqual([page]);
  expect(toldUses({ uses: [], allowed: [], documents: [page] }).documents).toEqual([page]);
});
