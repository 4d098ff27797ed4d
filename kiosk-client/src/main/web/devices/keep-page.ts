import type { Blob, Trouble } from "web-kit/protocol.ts";

/**
 * Stores a page of this room completely. Rejects where that does not succeed, or was aborted.
 *
 * @returns what is stored, which may be of another media type than what was given
 */
export type KeepPage = (page: globalThis.Blob, room: string, signal: AbortSignal) => Promise<Blob>;

/** What storing needs of the browser. */
export type Sending = {
  fetch(address: string, request: RequestInit): Promise<Response>;
  wait(milliseconds: number): Promise<void>;
};

/** As much is lost at most when a line is cut. */
const PIECE = 1024 * 1024;
const AGAIN_AFTER = [500, 1_000, 2_000, 4_000, 8_000];

export const browser: Sending = {
  fetch: (address, request) => fetch(address, request),
  wait: (milliseconds) => new Promise((later) => setTimeout(later, milliseconds)),
};

/**
 * Uploads by tus 1.0.0 (creation, termination). Each rejects with the code of a refusal, or `not reached` after some seconds without
 * an answer.
 */
export type Uploads = {
  /** @returns its address */
  begin(page: globalThis.Blob, metadata: Readonly<Record<string, string>>, signal: AbortSignal): Promise<string>;
  /**
   * Sends the rest, and goes on where the server has it after a cut.
   *
   * @param at how much the server has; null where only it knows
   * @param told how much it has after each piece
   */
  rest(
    address: string,
    page: globalThis.Blob,
    signal: AbortSignal,
    at?: number | null,
    told?: (at: number) => void,
  ): Promise<Blob>;
  /** Nobody wants what was sent. @returns whether it is gone, now or before */
  end(address: string): Promise<boolean>;
};

/**
 * @param shows headers by which the server knows who sends; none where a cookie says it
 * @param piece how much is sent at once
 */
export function uploads(
  sending: Sending = browser,
  shows: Readonly<Record<string, string>> = {},
  piece = PIECE,
): Uploads {
  const tus = { "Tus-Resumable": "1.0.0", ...shows };
  return {
    async begin(page, metadata, signal) {
      const said = Object.entries({ type: page.type, ...metadata }).map(([name, value]) => `${name} ${btoa(value)}`);
      const begun = await patiently(sending, signal, () =>
        sending.fetch("/api/upload", {
          method: "POST",
          headers: { ...tus, "Upload-Length": String(page.size), "Upload-Metadata": said.join(",") },
          signal,
        }),
      );
      const address = begun.headers.get("Location");
      if (address === null) throw new Error("no address");
      return address;
    },
    async rest(address, page, signal, from = 0, told = () => {}) {
      let at = from;
      for (;;) {
        const last = await patiently(sending, signal, async (failed) => {
          // What came of a piece whose answer was lost, only the server knows.
          if (failed || at === null) {
            const there = await sending.fetch(address, { method: "HEAD", headers: tus, signal });
            if (!there.ok || offsetOf(there) !== at) return there;
          }
          return sending.fetch(address, {
            method: "PATCH",
            headers: { ...tus, "Upload-Offset": String(at), "Content-Type": "application/offset+octet-stream" },
            body: page.slice(at, at + piece),
            signal,
          });
        });
        at = offsetOf(last);
        told(at);
        if (at >= page.size) return JSON.parse(last.headers.get("Upload-Blob") ?? "") as Blob;
      }
    },
    end: (address) =>
      sending.fetch(address, { method: "DELETE", headers: tus }).then(
        (answer) => answer.ok || answer.status === 404,
        () => false,
      ),
  };
}

/** For the pages of this kiosk's room. */
export function keepPages(sending: Sending = browser): KeepPage {
  const { begin, rest, end } = uploads(sending);
  return async (page, room, signal) => {
    const address = await begin(page, { room }, signal);
    try {
      return await rest(address, page, signal);
    } catch (error) {
      // Nobody wants what was half sent.
      void end(address);
      throw error;
    }
  };
}

/** Refusals of one attempt only: a piece came after its line was cut, or not whole, or others send as many just now. */
const ONLY_NOW = new Set(["wrong-offset", "wrong-checksum", "too-many-uploads"]);

/** Asks again where the network failed, the server is overloaded or it refuses for now; any other refusal is one. */
async function patiently(
  { wait }: Sending,
  signal: AbortSignal,
  ask: (failed: boolean) => Promise<Response>,
): Promise<Response> {
  for (let tries = 0; ; tries++) {
    const answer = await ask(tries > 0).catch((error: unknown) => {
      if (signal.aborted) throw error;
      return null;
    });
    if (answer !== null && answer.ok) return answer;
    const refused = answer?.headers.get("Upload-Refused") ?? "refused";
    if (answer !== null && answer.status < 500 && !ONLY_NOW.has(refused)) throw new Error(refused);
    const pause = AGAIN_AFTER[tries];
    if (pause === undefined) throw new Error(NOT_REACHED);
    await wait(pause);
    signal.throwIfAborted();
  }
}

/** No answer, after some seconds of trying. */
export const NOT_REACHED = "not reached";

/** What a page that could not be stored says of it. @param error what {@link KeepPage} rejects with */
export function troubleOf(error: unknown): Trouble {
  switch (error instanceof Error ? error.message : "") {
    case "room-full":
      return "ROOM_FULL";
    case "too-large":
    case "too-many-pixels":
      return "TOO_LARGE";
    case "empty":
    case "wrong-type":
    case "broken-picture":
      return "MALFORMED";
    case NOT_REACHED:
      return "NOT_REACHED";
    default:
      return "IO_ERROR";
  }
}

function offsetOf(answer: Response): number {
  return Number(answer.headers.get("Upload-Offset"));
}
