import { expect, test } from "vitest";
import { CloseCode } from "../protocol.ts";
import samples from "./reconnect.samples.json";
import { probeTimeout, retryAfter } from "./reconnect.ts";

const lost = { code: 1006, failures: 0, busy: false, chance: 0 };

test("the first retry comes between 0.2 and 1 s", () => {
  expect(retryAfter(lost)).toBe(200);
  expect(retryAfter({ ...lost, chance: 1 })).toBe(1_000);
});

test("later retries grow, to 1.5 s in a call and to 8 s otherwise", () => {
  const delays = (busy: boolean) =>
    [1, 2, 3, 4, 50].map((failures) => retryAfter({ ...lost, failures, busy, chance: 1 }));
  expect(delays(true)).toEqual([1_400, 1_500, 1_500, 1_500, 1_500]);
  expect(delays(false)).toEqual([1_400, 2_800, 5_600, 8_000, 8_000]);
});

test.each([CloseCode.TAKEN_ELSEWHERE, CloseCode.NOT_SIGNED_IN, CloseCode.FORBIDDEN])(
  "after %i nobody comes back by themselves",
  (code) => {
    expect(retryAfter({ ...lost, code })).toBe("never");
  },
);

test("a server that starts again is asked soon", () => {
  expect(retryAfter({ ...lost, code: CloseCode.COME_BACK, chance: 1 })).toBe(1_000);
});

test("who was told to send less stays away for a while", () => {
  expect(retryAfter({ ...lost, code: CloseCode.TOO_MANY, busy: true })).toBeGreaterThanOrEqual(6_000);
});

test.each(samples)("pages without a browser wait as this does: $code, $failures failures, busy $busy", (sample) => {
  const after = retryAfter(sample);
  if (typeof after === "number") expect(after).toBeCloseTo(Number(sample.after), 3);
  else expect(after).toBe(sample.after);
  expect(probeTimeout(sample.busy, sample.failures)).toBe(sample.probe);
});
