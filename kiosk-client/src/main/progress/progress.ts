import type { LocalText } from "web-kit/protocol.ts";

/** How far a case is, for whoever holds its receipt. Nothing personal. */
export type Progress = {
  caseNo: string;
  title: LocalText;
  owner: LocalText;
  filedAt: number;
  state: "RECEIVED";
  formHash: string;
};

export type Found =
  | { at: "asking" }
  | { at: "found"; progress: Progress }
  /** No receipt has this code, or the address holds none. */
  | { at: "unknown" }
  /** The network or the server; asking again may help. */
  | { at: "failed" };

export async function fetchProgress(secret: string): Promise<Found> {
  if (secret === "") return { at: "unknown" };
  try {
    const answer = await fetch("/api/progress", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ secret }),
    });
    if (answer.ok) return { at: "found", progress: (await answer.json()) as Progress };
    return { at: answer.status === 404 || answer.status === 422 ? "unknown" : "failed" };
  } catch {
    return { at: "failed" };
  }
}
