import { expect, test } from "vitest";
import { askFor, idle, quietFor } from "./idle.ts";

test("a touched kiosk is left alone", () => {
  expect(idle(quietFor - 1, 0, null)).toEqual({ at: "busy" });
});

test("a quiet kiosk asks, and clears itself when nobody answers", () => {
  expect(idle(quietFor, 0, null)).toEqual({ at: "asking", until: quietFor + askFor });
  expect(idle(quietFor + askFor - 1, 0, quietFor + askFor).at).toBe("asking");
  expect(idle(quietFor + askFor, 0, quietFor + askFor)).toEqual({ at: "over" });
});
