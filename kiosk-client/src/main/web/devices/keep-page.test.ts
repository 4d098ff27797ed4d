import { expect, test } from "vitest";
import { keepPages, troubleOf, type Sending } from "./keep-page.ts";

const kept = { blob: "b", mediaType: "image/jpeg", bytes: 9, sha256: "0".repeat(64) };
const page = new Blob([new Uint8Array(2_500_000)], { type: "image/jpeg" });

/** A server that keeps one page, behind a network that fails when it is told to. */
function server(fails: (request: { method: string; turn: number }) => "before" | "after" | Response | null) {
  let received = 0;
  let turn = 0;
  const asked: string[] = [];
  const sending: Sending = {
    wait: () => Promise.resolve(),
    async fetch(address, request) {
      const method = request.method ?? "GET";
      asked.push(`${method} ${address} ${new Headers(request.headers).get("Upload-Offset") ?? ""}`.trim());
      const fault = fails({ method, turn: turn++ });
      if (fault === "before") throw new TypeError("cut");
      if (fault instanceof Response) return fault;
      if (method === "PATCH") received += (request.body as Blob).size;
      if (fault === "after") throw new TypeError("cut");
      const headers: Record<string, string> = { Location: "/api/upload/u", "Upload-Offset": String(received) };
      if (received === page.size) headers["Upload-Blob"] = JSON.stringify(kept);
      return new Response(null, { status: method === "POST" ? 201 : method === "HEAD" ? 200 : 204, headers });
    },
  };
  return { sending, asked, received: () => received };
}
const never = new AbortController().signal;

test("a page is sent in pieces, and what is stored is told", async () => {
  const { sending, asked } = server(() => null);
  expect(await keepPages(sending)(page, "r", never)).toEqual(kept);
  expect(asked).toEqual([
    "POST /api/upload",
    "PATCH /api/upload/u 0",
    "PATCH /api/upload/u 1048576",
    "PATCH /api/upload/u 2097152",
  ]);
});

test("after a cut it goes on where the server is, whether or not the piece had come", async () => {
  for (const when of ["before", "after"] as const) {
    const { sending, received } = server(({ turn }) => (turn === 2 ? when : null));
    expect(await keepPages(sending)(page, "r", never)).toEqual(kept);
    expect(received()).toBe(page.size);
  }
});

test("the page is kept also where only the answer to its last piece was lost", async () => {
  const { sending, received } = server(({ turn }) => (turn === 3 ? "after" : null));
  expect(await keepPages(sending)(page, "r", never)).toEqual(kept);
  expect(received()).toBe(page.size);
});

test("a piece that came after all only moves it on", async () => {
  const conflict = new Response(null, { status: 409, headers: { "Upload-Refused": "wrong-offset" } });
  const { sending, received } = server(({ turn }) => (turn === 1 ? "before" : turn === 3 ? conflict : null));
  expect(await keepPages(sending)(page, "r", never)).toEqual(kept);
  expect(received()).toBe(page.size);
});

test("why a page is not stored is said by its own word", async () => {
  const said = async (status: number, code: string) => {
    const refused = new Response(null, { status, headers: { "Upload-Refused": code } });
    const { sending } = server(() => refused);
    return troubleOf(await keepPages(sending)(page, "r", never).catch((error: unknown) => error));
  };
  expect(await said(413, "room-full")).toBe("ROOM_FULL");
  expect(await said(413, "too-large")).toBe("TOO_LARGE");
  expect(await said(422, "broken-picture")).toBe("MALFORMED");
  expect(await said(503, "overloaded")).toBe("NOT_REACHED");
  expect(await said(404, "unknown")).toBe("IO_ERROR");
});

test("what is refused is given up at once, and thrown away", async () => {
  const refused = new Response(null, { status: 422, headers: { "Upload-Refused": "broken-picture" } });
  const { sending, asked } = server(({ turn }) => (turn === 1 ? refused : null));
  await expect(keepPages(sending)(page, "r", never)).rejects.toThrow("broken-picture");
  expect(asked.at(-1)).toBe("DELETE /api/upload/u");
});

test("without a network it is given up after a while", async () => {
  const { sending, asked } = server(() => "before");
  await expect(keepPages(sending)(page, "r", never)).rejects.toThrow("not reached");
  expect(asked.length).toBe(6);
});

test("stopped, nothing more is sent", async () => {
  const run = new AbortController();
  const { sending } = server(({ turn }) => {
    if (turn === 2) run.abort();
    return turn === 2 ? "before" : null;
  });
  await expect(keepPages(sending)(page, "r", run.signal)).rejects.toThrow();
});
