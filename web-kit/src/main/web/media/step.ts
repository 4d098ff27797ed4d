import type { Candidate, Step } from "../protocol.ts";

/** What the other browser wrote, or null where it is no step: the server passes it on unread, and a page may have been tampered with. */
export function stepOf(text: string): Step | null {
  const read = parsed(text);
  if (!isObject(read)) return null;
  switch (read["type"]) {
    case "Offer":
    case "Answered":
      return typeof read["sdp"] === "string" ? { type: read["type"], sdp: read["sdp"] } : null;
    case "Candidates":
      return Array.isArray(read["candidates"]) && read["candidates"].every(isCandidate)
        ? { type: "Candidates", candidates: read["candidates"] }
        : null;
    default:
      return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isCandidate(read: unknown): read is Candidate {
  return (
    isObject(read) &&
    typeof read["candidate"] === "string" &&
    (read["sdpMid"] == null || typeof read["sdpMid"] === "string") &&
    (read["sdpMLineIndex"] == null || typeof read["sdpMLineIndex"] === "number")
  );
}

function isObject(read: unknown): read is Record<string, unknown> {
  return typeof read === "object" && read !== null;
}
