import { expect, test } from "vitest";
import type { Refusal, Role } from "../protocol.ts";
import { isOutdated } from "../state/passed-over.ts";
import { authorName, refusalText, t } from "./text.ts";

test("a reason of a newer server is said as one that is not known, and the page knows that it is outdated", () => {
  expect(refusalText("NEEDS_GRANT")).not.toBe("");
  expect(isOutdated()).toBe(false);
  expect(refusalText("OF_NEXT_YEAR" as Refusal)).toBe("这一步没有办成，什么都没变");
  expect(isOutdated()).toBe(true);
});

test("a word that this page does not have is left out, and what stands around it is drawn", () => {
  expect(authorName({ role: "WITNESS" as Role, id: "w", name: "" })).toBe("");
  expect(t("migration.why.OF_NEXT_YEAR" as "migration.why.TOO_LONG")).toBe("");
});
