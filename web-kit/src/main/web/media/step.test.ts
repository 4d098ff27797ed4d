import { expect, test } from "vitest";
import type { Step } from "../protocol.ts";
import { stepOf } from "./step.ts";

test("a step that the other browser wrote is read as it was meant", () => {
  const steps: readonly Step[] = [
    { type: "Offer", sdp: "v=0" },
    { type: "Answered", sdp: "v=0" },
    { type: "Candidates", candidates: [{ candidate: "candidate:1", sdpMid: "0", sdpMLineIndex: 0 }] },
    { type: "Candidates", candidates: [] },
  ];
  for (const step of steps) expect(stepOf(JSON.stringify(step))).toEqual(step);
});

test("anything else is no step", () => {
  for (const text of [
    "",
    "{",
    "null",
    "[]",
    '"Offer"',
    '{"type":"Offer"}',
    '{"type":"Offer","sdp":7}',
    '{"type":"Renounce","sdp":"v=0"}',
    '{"type":"Candidates","candidates":{}}',
    '{"type":"Candidates","candidates":[null]}',
    '{"type":"Candidates","candidates":[{"candidate":"candidate:1","sdpMid":0}]}',
  ])
    expect(stepOf(text), text).toBeNull();
});
