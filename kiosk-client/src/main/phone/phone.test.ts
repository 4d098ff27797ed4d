import { expect, test } from "vitest";
import { Phone, type World } from "./phone.ts";

const kept = { blob: "b", mediaType: "image/jpeg", bytes: 9, sha256: "0".repeat(64), faults: ["DARK"] };
const photo = new File([new Uint8Array(600_000)], "photo.jpg", { type: "image/jpeg" });
const opened = {
  title: { zh: "企业名称", en: "Name" },
  material: { zh: "证件", en: "Papers" },
  now: 1_000,
  until: 601_000,
};

type Fault = Response | "cut" | null;

/** A server with one upload, behind a network that fails when it is told to. */
function phone(fails: (method: string, address: string) => Fault) {
  let received = 0;
  let now = 5_000;
  const asked: string[] = [];
  const world: World = {
    pass: "p".repeat(48),
    now: () => now,
    wait: () => Promise.resolve(),
    prepare: (file) =>
      file.type === "image/jpeg"
        ? Promise.resolve({ page: file, thumb: null })
        : Promise.reject(new Error("wrong-type")),
    async fetch(address, request) {
      const method = request.method ?? "GET";
      asked.push(`${method} ${address}`);
      const fault = fails(method, address);
      if (fault === "cut") throw new TypeError("cut");
      if (fault !== null) return fault;
      if (address === "/api/phone") return Response.json(opened);
      expect(new Headers(request.headers).get("Upload-Pass")).toBe(world.pass);
      if (method === "PATCH") received += (request.body as Blob).size;
      const headers: Record<string, string> = { Location: "/api/upload/u", "Upload-Offset": String(received) };
      if (received === photo.size) headers["Upload-Blob"] = JSON.stringify(kept);
      return new Response(null, { status: method === "POST" ? 201 : 200, headers });
    },
  };
  const states: string[] = [];
  const made = new Phone(world, () => states.push(made.state.at));
  return { made, asked, states, passes: (time: number) => (now += time) };
}

async function until(there: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1_000 && !there(); turn++) await new Promise((later) => setTimeout(later, 0));
  expect(there()).toBe(true);
}
const sheets = ({ state }: Phone) => state.sheets.map((each) => each.at);
const refusal = (code: string, status: number) => new Response(null, { status, headers: { "Upload-Refused": code } });

test("a photograph is sent in pieces, and what is wrong with it is said", async () => {
  const { made, asked } = phone(() => null);
  await made.open("CODE");
  made.add([photo]);
  await until(() => sheets(made).includes("sent"));
  expect(made.state.sheets).toMatchObject([{ at: "sent", faults: ["DARK"] }]);
  expect(asked.filter((each) => each.startsWith("PATCH"))).toHaveLength(3);
});

test("after a long cut it is sent on from where the server has it", async () => {
  let away = false;
  const { made, asked } = phone((method) => (away && method !== "POST" ? "cut" : null));
  await made.open("CODE");
  away = true;
  made.add([photo]);
  await until(() => sheets(made).includes("cut"));
  away = false;
  made.retry(1);
  await until(() => sheets(made).includes("sent"));
  expect(asked.filter((each) => each === "POST /api/upload")).toHaveLength(1);
});

test("what the browser cannot show is refused on the phone, and the next one is sent", async () => {
  const { made, asked } = phone(() => null);
  await made.open("CODE");
  made.add([new File(["%PDF"], "a.pdf", { type: "application/pdf" }), photo]);
  await until(() => sheets(made).includes("sent"));
  expect(sheets(made)).toEqual(["refused", "sent"]);
  expect(asked.filter((each) => each === "POST /api/upload")).toHaveLength(1);
});

test("a code that is over ends the page, with what was sent before; one picture too many does not", async () => {
  const tooMany = phone((method) => (method === "POST" ? null : refusal("too-many-wait", 429)));
  await tooMany.made.open("CODE");
  tooMany.made.add([photo]);
  await until(() => sheets(tooMany.made).includes("refused"));
  expect(tooMany.made.state.at).toBe("open");

  const over = phone((_, address) => (address === "/api/upload" ? refusal("visit-over", 410) : null));
  await over.made.open("CODE");
  over.made.add([photo]);
  await until(() => over.made.state.at === "over");
  expect(over.made.state).toMatchObject({ why: "visit", sheets: [{ at: "refused" }] });
});

test("the code's time runs by the server's clock", async () => {
  const { made, passes } = phone(() => null);
  await made.open("CODE");
  expect(made.state).toMatchObject({ at: "open", minutes: 10 });
  passes(9.5 * 60_000);
  made.tick();
  expect(made.state).toMatchObject({ at: "open", minutes: 1 });
  passes(60_000);
  made.tick();
  expect(made.state).toMatchObject({ at: "over", why: "code" });
});

test("what is dropped stays where the server was not reached", async () => {
  let away = false;
  const { made } = phone(() => (away ? "cut" : null));
  await made.open("CODE");
  made.add([photo]);
  await until(() => sheets(made).includes("sent"));
  away = true;
  await made.drop(1);
  expect(made.state.sheets).toMatchObject([{ at: "sent", staysYet: true }]);
  away = false;
  await made.drop(1);
  expect(sheets(made)).toEqual([]);
});

test("what is dropped while it begins to be sent is not sent", async () => {
  const { made, asked } = phone((_, address) => {
    if (address === "/api/upload") void made.drop(1);
    return null;
  });
  await made.open("CODE");
  made.add([photo]);
  await until(() => asked.includes("DELETE /api/upload/u"));
  expect(asked.filter((each) => each.startsWith("PATCH"))).toEqual([]);
  expect(sheets(made)).toEqual([]);
});

test("what the server has no longer is dropped", async () => {
  const { made } = phone((method) => (method === "DELETE" ? refusal("unknown", 404) : null));
  await made.open("CODE");
  made.add([photo]);
  await until(() => sheets(made).includes("sent"));
  await made.drop(1);
  expect(sheets(made)).toEqual([]);
});

test("another phone's code, and none at all, are said", async () => {
  const other = phone(() => Response.json({ error: "other-phone" }, { status: 409 }));
  await other.made.open("CODE");
  expect(other.made.state).toMatchObject({ at: "over", why: "other" });
  await other.made.open("");
  expect(other.made.state.at).toBe("typing");
  const away = phone(() => "cut");
  await away.made.open("CODE");
  expect(away.made.state.at).toBe("failed");
});
