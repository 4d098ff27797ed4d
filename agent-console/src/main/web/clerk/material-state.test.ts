import { expect, test } from "vitest";
import type { MaterialView, PageRegion } from "web-kit/protocol.ts";
import { materials } from "web-kit/samples/materials.ts";
import { pageOf } from "web-kit/samples/pages.ts";
import type { ChecklistLine } from "web-kit/form/checklist.ts";
import { sampleWords } from "../shared/sample-words.ts";
import { judgingOf, loosePages, moved, withRegion, words } from "./material-state.ts";
import { sampleRoom } from "./samples/room.ts";

const box: PageRegion = { shape: "CIRCLE", fromX: 0.4, fromY: 0.4, toX: 0.6, toY: 0.6 };
const line = (code: string, view: Partial<MaterialView> = {}, standing: ChecklistLine["standing"] = "needed") => {
  const material = materials.find((each) => each.code === code);
  if (material === undefined) throw new Error(code);
  return { material, standing, view: { material: code, word: "OPEN", pages: [], ...view } } satisfies ChecklistLine;
};

test("the box that the arrows move stays on the page, whole", () => {
  const corner = Array.from({ length: 60 }).reduce<PageRegion>((each) => moved(each, 1, 1, false), box);
  expect(corner.toX).toBeCloseTo(1);
  expect(corner.toX - corner.fromX).toBeCloseTo(0.2);
  const small = Array.from({ length: 60 }).reduce<PageRegion>((each) => moved(each, -1, -1, true), box);
  expect(small.toX).toBeGreaterThan(small.fromX);
  expect(moved(box, 1, 0, true).toX).toBeCloseTo(0.62);
});

test("a page takes twelve marks, and none without a size", () => {
  const begun = judgingOf("ID", { page: pageOf("1") });
  expect(withRegion(begun, { ...box, toX: 0.4 }).regions).toEqual([]);
  const full = Array.from({ length: 20 }).reduce<typeof begun>((each) => withRegion(each, box), begun);
  expect(full.regions).toHaveLength(12);
});

test("what was said of a page before is there when somebody looks again", () => {
  const again = judgingOf("ID", { page: pageOf("1"), rejected: { regions: [box], flaw: "GLARE" } });
  expect(again).toMatchObject({ regions: [box], flaw: "GLARE" });
});

test("a page that was rejected and replaced is not offered to another material", () => {
  const rejected = { regions: [box], flaw: "GLARE" as const };
  const room = sampleRoom(sampleWords(false));
  const taken = (command: string, ...ids: string[]) => ({
    command,
    task: { type: "CapturePage" as const },
    allowed: true,
    ended: "DONE" as const,
    pages: ids.map(pageOf),
  });
  const page = { page: pageOf("2"), before: [{ page: pageOf("1"), rejected }] };
  const loose = loosePages({
    ...room,
    uses: { ...room.uses, all: [taken("a", "1"), taken("b", "2"), taken("c", "3")] },
    materials: { ID: { material: "ID", word: "OPEN", pages: [page] } },
  });
  expect(loose.map((each) => each.blob)).toEqual(["3"]);
});

test("a copy passes with its pages, an original that was seen without, and nothing with a rejected page", () => {
  expect(words(line("INVESTORS"))).toEqual(["PROMISED"]);
  expect(words(line("INVESTORS", { pages: [{ page: pageOf("1") }] }))).toEqual(["PASSED", "PROMISED"]);
  const rejected = { page: pageOf("1"), rejected: { regions: [], flaw: "GLARE" as const } };
  expect(words(line("INVESTORS", { pages: [rejected] }))).toEqual(["PROMISED"]);
  expect(words(line("ID"))).toEqual(["PASSED"]);
  expect(words(line("SEAL"))).toEqual(["POSTED"]);
  expect(words(line("ID", { word: "PASSED" }, "passed"))).toEqual(["OPEN"]);
  expect(words(line("PARENT", {}, "exempt"))).toEqual([]);
});
