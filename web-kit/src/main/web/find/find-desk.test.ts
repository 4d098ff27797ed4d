import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FindDesk, type Found } from "./find-desk.ts";

const withdrawal: Found = {
  item: "FUND_WITHDRAW",
  title: { zh: "提取", en: "" },
  summary: { zh: "", en: "" },
  owners: [],
};
const server = vi.fn<(address: string, request: { body: string }) => Promise<Response>>();
let shown: (readonly Found[] | null)[] = [];
let desk: FindDesk;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", server);
  server.mockReset();
  server.mockImplementation(async () => Response.json({ found: [withdrawal] }));
  shown = [];
  desk = new FindDesk((found) => shown.push(found));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const questions = () =>
  server.mock.calls.map(([, request]) => (JSON.parse(request.body) as { question: string }).question);

test("keys that follow each other are one question", async () => {
  for (const typed of ["g", "gj", "gjj"]) desk.ask(typed, "330503");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(questions()).toEqual(["gjj"]);
  expect(shown).toEqual([[withdrawal]]);
});

test("a late answer does not stand over a newer question", async () => {
  let answer = (_: Response): void => {};
  server.mockImplementationOnce(() => new Promise((then) => (answer = then)));
  desk.ask("gjj", null);
  await vi.advanceTimersByTimeAsync(1_000);
  desk.ask("", null);
  answer(Response.json({ found: [withdrawal] }));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(shown).toEqual([null]);
});

test("what fails is asked again", async () => {
  server.mockRejectedValueOnce(new Error("no network"));
  desk.ask("gjj", null);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(shown).toEqual([[withdrawal]]);
});

test("no more is sent than the server reads", async () => {
  desk.ask("𠮷".repeat(100), null);
  await vi.advanceTimersByTimeAsync(1_000);
  expect([...(questions()[0] ?? "")]).toHaveLength(60);
});
