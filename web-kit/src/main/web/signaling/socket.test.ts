import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FromClerk, ToClerk } from "../protocol.ts";
import { openLine, type LineState, type World } from "./socket.ts";

/** The server's end of every connection the page opened. */
class FakeSocket {
  sent: { type: string; opId?: string; number?: number }[] = [];
  closed = false;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  constructor(readonly url: string) {}
  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.closed = true;
  }
  opens() {
    this.onopen?.();
  }
  says(message: object) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
  ends(code = 1006) {
    this.onclose?.({ code });
  }
  /** What was said apart from beats. */
  get heard() {
    return this.sent.filter((message) => message.type !== "Beat");
  }
}

function scenario() {
  const sockets: FakeSocket[] = [];
  const messages: ToClerk[] = [];
  const states: LineState[] = [];
  let reachable = true;
  let online = () => {};
  const world: World = {
    connect(url) {
      const socket = new FakeSocket(url);
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    reach: () => (reachable ? Promise.resolve() : Promise.reject(new Error("no way"))),
    chance: () => 0,
    whenOnline(listener) {
      online = listener;
    },
  };
  const line = openLine<FromClerk, ToClerk>(
    "clerk",
    { message: (m) => messages.push(m), line: (s) => states.push(s) },
    world,
  );
  return {
    line,
    sockets,
    messages,
    states,
    newest: () => sockets.at(-1)!,
    state: () => states.at(-1)!.at,
    cutTheNetwork: () => (reachable = false),
    mendTheNetwork: () => (reachable = true),
    comesOnline: () => online(),
  };
}

const ready = (opId: string) => ({ type: "SetReady", opId, ready: true }) as const;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("location", { protocol: "https:", host: "window.example" });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("connects at its door and names the page", () => {
  const { newest, state } = scenario();
  expect(newest().url).toMatch(/^wss:\/\/window\.example\/ws\/clerk\?page=[0-9a-f-]{36}&attempt=\d+$/);
  expect(state()).toBe("connecting");
  newest().opens();
  expect(state()).toBe("open");
});

test("signals are dropped while the line is not open", () => {
  const { line, newest } = scenario();
  line.send({ type: "ClearMarks", room: "r" });
  newest().opens();
  expect(newest().heard).toEqual([]);
});

test("unanswered operations are said again in order after a cut, answered ones are not", async () => {
  const { line, newest } = scenario();
  newest().opens();
  const first = line.operate(ready("1"));
  void line.operate(ready("2"));
  void line.operate(ready("3"));
  newest().says({ type: "Accepted", opId: "1", seq: 7 });
  await expect(first).resolves.toEqual({ type: "Accepted", opId: "1", seq: 7 });
  newest().ends();
  await vi.advanceTimersByTimeAsync(200);
  newest().opens();
  expect(newest().heard.map((m) => m.opId)).toEqual(["2", "3"]);
  expect(line.pending).toBe(2);
});

test("what the server could not read is refused for good and not said again", async () => {
  const { line, newest } = scenario();
  newest().opens();
  const odd = line.operate(ready("odd"));
  void line.operate(ready("other"));
  newest().says({ type: "NotUnderstood", reason: "malformed component value" });
  expect(line.pending).toBe(2);
  newest().says({ type: "NotUnderstood", reason: "malformed component value", opId: "odd" });
  await expect(odd).resolves.toEqual({ type: "Refused", opId: "odd", why: "INVALID", issues: [] });
  newest().ends();
  await vi.advanceTimersByTimeAsync(200);
  newest().opens();
  expect(newest().heard.map((m) => m.opId)).toEqual(["other"]);
});

test("an operation that was withdrawn is not said again, and its answer is nobody's", async () => {
  const { line, newest } = scenario();
  newest().opens();
  const answered = vi.fn();
  void line.operate(ready("stopped")).then(answered);
  void line.operate(ready("other"));
  newest().ends();
  line.withdraw("stopped");
  await vi.advanceTimersByTimeAsync(200);
  newest().opens();
  expect(newest().heard.map((m) => m.opId)).toEqual(["other"]);
  newest().says({ type: "Refused", opId: "stopped", why: "TRY_AGAIN", issues: [] });
  await vi.advanceTimersByTimeAsync(0);
  expect(answered).not.toHaveBeenCalled();
});

test("an operation made while the line is lost is said once it is back", async () => {
  const { line, newest } = scenario();
  newest().opens();
  newest().ends();
  void line.operate(ready("later"));
  await vi.advanceTimersByTimeAsync(200);
  newest().opens();
  expect(newest().heard.map((m) => m.opId)).toEqual(["later"]);
});

test("beats go out every 10 s, and every 2 s in a call", async () => {
  const { line, newest } = scenario();
  newest().opens();
  const beats = () => newest().sent.filter((m) => m.type === "Beat").length;
  newest().says({ type: "Beat", number: 1 });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(beats()).toBe(2);
  line.beatEvery(2_000);
  expect(beats()).toBe(3);
  newest().says({ type: "Beat", number: 3 });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(beats()).toBe(4);
});

test("a line on which the page hears others and no beat of its own is answered is lost", async () => {
  const { line, newest, state } = scenario();
  line.beatEvery(2_000);
  newest().opens();
  for (let second = 1; second < 6; second++) {
    await vi.advanceTimersByTimeAsync(1_000);
    newest().says({ type: "ClerkCallChanged", call: null });
  }
  expect(state()).toBe("open");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(state()).toBe("lost");
});

test("a line that is silent for three beats is lost and opened anew", async () => {
  const { line, sockets, state } = scenario();
  line.beatEvery(2_000);
  sockets[0]!.opens();
  await vi.advanceTimersByTimeAsync(5_999);
  expect(state()).toBe("open");
  await vi.advanceTimersByTimeAsync(1);
  expect(state()).toBe("lost");
  expect(sockets[0]!.closed).toBe(true);
  await vi.advanceTimersByTimeAsync(200);
  expect(sockets).toHaveLength(2);
});

test("the late end of an old connection does not touch the new one", async () => {
  const { sockets, state } = scenario();
  sockets[0]!.opens();
  sockets[0]!.ends();
  await vi.advanceTimersByTimeAsync(200);
  sockets[1]!.opens();
  sockets[0]!.ends(4409);
  expect(state()).toBe("open");
});

test("a connection that does not open is given up", async () => {
  const { sockets } = scenario();
  await vi.advanceTimersByTimeAsync(6_000);
  expect(sockets[0]!.closed).toBe(true);
  await vi.advanceTimersByTimeAsync(200);
  expect(sockets).toHaveLength(2);
});

test("while the server cannot be reached no socket is tried; in a call it is asked every 1.5 s at most", async () => {
  const { line, sockets, cutTheNetwork, mendTheNetwork, state } = scenario();
  line.beatEvery(2_000);
  sockets[0]!.opens();
  cutTheNetwork();
  sockets[0]!.ends();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sockets).toHaveLength(1);
  expect(state()).toBe("lost");
  mendTheNetwork();
  await vi.advanceTimersByTimeAsync(1_500);
  expect(sockets).toHaveLength(2);
});

test("the browser's word that it is online again is acted on at once", async () => {
  const { sockets, cutTheNetwork, mendTheNetwork, comesOnline } = scenario();
  sockets[0]!.opens();
  cutTheNetwork();
  sockets[0]!.ends();
  await vi.advanceTimersByTimeAsync(60_000);
  mendTheNetwork();
  comesOnline();
  await vi.advanceTimersByTimeAsync(0);
  expect(sockets).toHaveLength(2);
});

test("a seat taken elsewhere stays so until a person takes it back", async () => {
  const { line, sockets, states } = scenario();
  sockets[0]!.opens();
  sockets[0]!.ends(4409);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(sockets).toHaveLength(1);
  expect(states.at(-1)).toEqual({ at: "closed", code: 4409 });
  line.takeOver();
  sockets[1]!.opens();
  expect(states.at(-1)).toEqual({ at: "open" });
});

test("messages nobody knows are named in the log and dropped", () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const { newest, messages } = scenario();
  newest().opens();
  newest().says({ type: "Fireworks" });
  newest().onmessage?.({ data: "not json" });
  newest().says({ type: "RoomLeft", room: "r" });
  expect(messages).toEqual([{ type: "RoomLeft", room: "r" }]);
  expect(warn.mock.calls[0]![0]).toContain("Fireworks");
});

test("who signs in after somebody was signed out sends nothing of theirs", () => {
  const { line, sockets } = scenario();
  sockets[0]!.opens();
  void line.operate(ready("before"));
  sockets[0]!.ends(4401);
  void line.operate(ready("meanwhile"));
  expect(line.pending).toBe(0);
  line.takeOver();
  sockets[1]!.opens();
  void line.operate(ready("after"));
  expect(sockets[1]!.heard.map((m) => m.opId)).toEqual(["after"]);
});
