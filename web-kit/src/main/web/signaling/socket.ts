import { CloseCode, type Answer, type NotUnderstood } from "../protocol.ts";
import { known, type Door } from "./known.ts";
import { CONNECT_TIMEOUT, probeTimeout, retryAfter } from "./reconnect.ts";

export type LineState =
  { at: "connecting" } | { at: "open" } | { at: "lost"; since: number } | { at: "closed"; code: number };

/** Everything of `From` that is answered by {@link Answer}. */
type Operation<From> = From & { opId: string };

/** A page's connection to the server, which comes back by itself. */
export interface Line<From> {
  /** Says something that is only worth saying now; dropped while the line is not open. */
  send(message: From): void;
  /**
   * Says something that must not be lost: kept and, after a cut, said again in order until it is answered. Where the server
   * asks for a sign-in it is dropped and never answered, as the next to sign in here may be somebody else.
   */
  operate(operation: Operation<From>): Promise<Answer>;
  /** Nobody wants this operation any more: it is not said again, and its answer is heard by nobody. */
  withdraw(opId: string): void;
  /** Operations not answered yet. */
  readonly pending: number;
  /** 2 s in a call, 10 s otherwise; a line that beats fast also comes back fast. */
  beatEvery(milliseconds: number): void;
  close(): void;
  /** Comes back on purpose after the server closed the line for good, for example from a second tab. */
  takeOver(): void;
}

/** What a line needs of the browser. */
export interface World {
  connect(url: string): WebSocket;
  /** Resolves when the server can be reached at all; rejects otherwise or when the signal says so. */
  reach(signal: AbortSignal): Promise<unknown>;
  chance(): number;
  whenOnline(listener: () => void): void;
}

const SUBPROTOCOL = "virtual-window.v1";
const BUSY_BEAT = 2_000;
const CALM_BEAT = 10_000;
const MISSED_BEATS = 3;

/** One per page load: the server tells a page that comes back from a second one. */
const page = globalThis.crypto.randomUUID();

/** Counts this page's connections: one that it has given up may reach the server after the next. */
let attempts = 0;

export function newOpId(): string {
  return globalThis.crypto.randomUUID();
}

const browser: World = {
  connect: (url) => new WebSocket(url, SUBPROTOCOL),
  // Chromium makes pages wait for seconds whose WebSockets failed often; a plain request is not held back.
  reach: (signal) => fetch("/health/here", { method: "HEAD", cache: "no-store", signal }),
  chance: Math.random,
  whenOnline: (listener) => window.addEventListener("online", listener),
};

export function openLine<From extends { type: string }, To extends { type: string }>(
  door: Door,
  on: { message(m: To): void; line(s: LineState): void },
  world: World = browser,
): Line<From> {
  return new KeptLine<From, To>(door, on, world);
}

type Waiting<From> = { operation: Operation<From>; answered(answer: Answer): void };

class KeptLine<From extends { type: string }, To extends { type: string }> implements Line<From> {
  readonly #door: Door;
  readonly #on: { message(m: To): void; line(s: LineState): void };
  readonly #world: World;
  readonly #waiting = new Map<string, Waiting<From>>();
  #state: LineState = { at: "connecting" };
  #socket: WebSocket | null = null;
  #probe: AbortController | null = null;
  #failures = 0;
  #attemptAt = 0;
  #beat = CALM_BEAT;
  #beats = 0;
  #nextTry: ReturnType<typeof setTimeout> | undefined;
  #nextBeat: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(door: Door, on: { message(m: To): void; line(s: LineState): void }, world: World) {
    this.#door = door;
    this.#on = on;
    this.#world = world;
    world.whenOnline(() => {
      if (this.#state.at === "lost") this.#retry();
    });
    on.line(this.#state);
    this.#connect();
  }

  get pending(): number {
    return this.#waiting.size;
  }

  send(message: From): void {
    if (this.#state.at === "open") this.#socket?.send(JSON.stringify(message));
  }

  operate(operation: Operation<From>): Promise<Answer> {
    return new Promise((answered) => {
      if (this.#signedOut) return;
      this.#waiting.set(operation.opId, { operation, answered });
      this.send(operation);
    });
  }

  withdraw(opId: string): void {
    this.#waiting.delete(opId);
  }

  beatEvery(milliseconds: number): void {
    if (this.#beat === milliseconds) return;
    this.#beat = milliseconds;
    if (this.#state.at === "open") this.#sendBeat();
  }

  close(): void {
    this.#letGo();
    this.#become({ at: "closed", code: 1000 });
  }

  takeOver(): void {
    if (this.#state.at !== "closed") return;
    this.#failures = 0;
    this.#become({ at: "connecting" });
    this.#connect();
  }

  get #signedOut(): boolean {
    return this.#state.at === "closed" && this.#state.code === CloseCode.NOT_SIGNED_IN;
  }

  get #busy(): boolean {
    return this.#beat <= BUSY_BEAT;
  }

  #become(state: LineState): void {
    this.#state = state;
    this.#on.line(state);
  }

  #connect(): void {
    this.#attemptAt = Date.now();
    const host = globalThis.location;
    const scheme = host.protocol === "https:" ? "wss:" : "ws:";
    const socket = this.#world.connect(`${scheme}//${host.host}/ws/${this.#door}?page=${page}&attempt=${++attempts}`);
    this.#socket = socket;
    // A detached socket still reports its end, long after a newer one took its place.
    const live = () => this.#socket === socket;
    socket.onopen = () => live() && this.#opened();
    socket.onmessage = (event: MessageEvent) => live() && this.#received(event.data);
    socket.onclose = (event: CloseEvent) => live() && this.#ended(event.code);
    this.#silence = setTimeout(() => live() && this.#ended(1006), CONNECT_TIMEOUT);
  }

  #opened(): void {
    this.#failures = 0;
    this.#become({ at: "open" });
    for (const { operation } of this.#waiting.values()) this.send(operation);
    this.#sendBeat();
  }

  /**
   * The next beat is timed from the answer to this one, not from the timer that sent this one: browsers slow down chains of
   * timers in background tabs to one a minute, and a clerk's tab in the background must stay at its desk.
   */
  #sendBeat(): void {
    clearTimeout(this.#nextBeat);
    this.#nextBeat = undefined;
    this.#beats += 1;
    this.#socket?.send(JSON.stringify({ type: "Beat", number: this.#beats }));
    this.#listen();
  }

  /** Only the answer to a beat counts: whoever still hears others may not be heard any more. */
  #listen(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#ended(1006), MISSED_BEATS * this.#beat);
  }

  #received(data: unknown): void {
    const message = readMessage(data);
    if (message === null) return;
    if (message.type === "Beat") {
      this.#listen();
      this.#nextBeat ??= setTimeout(() => this.#sendBeat(), this.#beat);
      return;
    }
    if (known[this.#door][message.type] === undefined) {
      console.warn(`This page does not know the message ${message.type}`);
      return;
    }
    this.#on.message(message as To);
    if (message.type === "Accepted" || message.type === "Refused") this.#answered(message as unknown as Answer);
    if (message.type === "NotUnderstood") this.#refused(message as NotUnderstood);
  }

  /** What the server cannot read it will never accept: nobody waits for that, or says it again. */
  #refused({ opId }: NotUnderstood): void {
    if (opId != null) this.#answered({ type: "Refused", opId, why: "INVALID", issues: [] });
  }

  #answered(answer: Answer): void {
    const waiting = this.#waiting.get(answer.opId);
    this.#waiting.delete(answer.opId);
    waiting?.answered(answer);
  }

  #ended(code: number): void {
    const wasOpen = this.#state.at === "open";
    this.#letGo();
    const after = retryAfter({ code, failures: this.#failures, busy: this.#busy, chance: this.#world.chance() });
    if (code === CloseCode.NOT_SIGNED_IN) this.#waiting.clear();
    if (after === "never") {
      this.#become({ at: "closed", code });
      return;
    }
    if (this.#state.at !== "lost") this.#become({ at: "lost", since: Date.now() });
    const spent = wasOpen ? 0 : Date.now() - this.#attemptAt;
    this.#failures += 1;
    this.#nextTry = setTimeout(() => this.#retry(), Math.max(0, after - spent));
  }

  #retry(): void {
    this.#letGo();
    this.#attemptAt = Date.now();
    const probe = new AbortController();
    this.#probe = probe;
    const live = () => this.#probe === probe;
    const timeout = setTimeout(() => probe.abort(), probeTimeout(this.#busy, this.#failures));
    this.#world
      .reach(probe.signal)
      .then(
        () => live() && this.#connect(),
        () => live() && this.#ended(1006),
      )
      .finally(() => clearTimeout(timeout));
  }

  /** Drops the socket, the probe and every timer; none of them is heard of again. */
  #letGo(): void {
    for (const timer of [this.#nextTry, this.#nextBeat, this.#silence]) clearTimeout(timer);
    this.#nextBeat = undefined;
    const probe = this.#probe;
    this.#probe = null;
    probe?.abort();
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }
}

function readMessage(data: unknown): { type: string } | null {
  try {
    const message: unknown = JSON.parse(String(data));
    if (typeof message === "object" && message !== null && "type" in message) return message as { type: string };
  } catch {
    // said below
  }
  console.warn("The server sent something that is not a message");
  return null;
}
