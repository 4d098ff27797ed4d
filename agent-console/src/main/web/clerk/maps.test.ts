import { expect, test } from "vitest";
import { sampleWords } from "../shared/sample-words.ts";
import { mapToSend } from "./maps.ts";
import { talking } from "./samples/page.ts";

const page = (maps: string[] | null, shown: string | null = null) => {
  const made = talking(sampleWords(false), {}, { maps });
  const { room } = made.desk;
  if (room === null) throw new Error("a sample in a call has a room");
  return {
    ...made,
    desk: {
      ...made.desk,
      room: { ...room, presented: shown === null ? null : { type: "CentreMap" as const, centre: shown } },
    },
  };
};
const { owner, near } = talking(sampleWords(false)).desk.room ?? { owner: "", near: "" };

test("the clerk's own centre comes first, then the applicant's", () => {
  expect(mapToSend(page([owner, near]))).toBe(owner);
  expect(mapToSend(page([owner, near], owner))).toBe(near);
  expect(mapToSend(page([owner, near], near))).toBe(owner);
});

test("what is not known is not sent", () => {
  expect(mapToSend(page([near]))).toBe(near);
  expect(mapToSend(page([owner], owner))).toBe(owner);
  expect(mapToSend(page(null))).toBeNull();
});
