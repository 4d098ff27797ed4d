import type { BandwidthFacts, ServerFacts, SocketFacts } from "./facts.ts";
import { relaysOf } from "./relays.ts";
import { pause, share, within } from "./waiting.ts";

const PATIENCE = 4_000;
const OPENING = 5_000;
const BEATS = 5;
const BEAT_EVERY = 100;
const BEAT_PATIENCE = 3_000;
/** What is carried at most, and how long it may take; a way up begins with little, as nobody sees how far it has come. */
const DOWN_BYTES = 3 * 1024 * 1024;
const DOWN_TIME = 3_000;
const UP_FIRST = 16 * 1024;
const UP_MOST = 1024 * 1024;
const UP_TIME = 3_000;
const UP_ENOUGH = 500;

/** Asks the server for its clock and the ways to its TURN server. */
export async function measureServer(signal: AbortSignal): Promise<ServerFacts> {
  const at = location.host;
  const began = performance.now();
  const sent = Date.now();
  const answer = await within(
    PATIENCE,
    signal,
    fetch("/api/doctor/relay", { cache: "no-store", signal })
      .then(async (response) => ({ status: response.status, told: response.ok ? await response.json() : null }))
      .catch(() => null),
  );
  const millis = performance.now() - began;
  if (answer === null) return { at, status: 0, millis, ahead: 0, relays: [] };
  const { status, told } = answer;
  if (told === null) return { at, status, millis, ahead: 0, relays: [] };
  const { now, iceServers } = told as { now: number; iceServers: RTCIceServer[] };
  return { at, status, millis, ahead: now - (sent + millis / 2), relays: relaysOf(iceServers) };
}

/** Opens a socket of its own and beats a few times; the one that the page uses is left alone. */
export async function measureSocket(signal: AbortSignal): Promise<SocketFacts> {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  const at = `${scheme}://${location.host}`;
  const socket = new WebSocket(`${at}/ws/doctor`, "virtual-window.v1");
  const took: number[] = [];
  const begun = new Map<number, number>();
  const all = new Promise<void>((then) => {
    socket.onmessage = ({ data }) => {
      const { number } = JSON.parse(String(data)) as { number: number };
      took.push(performance.now() - (begun.get(number) ?? 0));
      if (took.length === BEATS) then();
    };
  });
  const opening = new Promise<boolean>((then) => {
    socket.onopen = () => then(true);
    socket.onclose = () => then(false);
  });
  try {
    const opened = (await within(OPENING, signal, opening)) === true;
    if (opened) {
      for (let number = 1; number <= BEATS; number += 1) {
        begun.set(number, performance.now());
        socket.send(JSON.stringify({ type: "Beat", number }));
        await pause(BEAT_EVERY, signal);
      }
      await within(BEAT_PATIENCE, signal, all);
    }
    const median = share(took, 0.5);
    return { at, opened, sent: BEATS, answered: took.length, median, longest: Math.max(0, ...took) };
  } finally {
    socket.close();
  }
}

/** @param latency of a request that carries nothing, in milliseconds */
export async function measureBandwidth(latency: number, signal: AbortSignal): Promise<BandwidthFacts> {
  const down = await measureDown(signal);
  return { down, up: await measureUp(latency, signal) };
}

async function measureDown(signal: AbortSignal): Promise<number | null> {
  const enough = AbortSignal.any([signal, AbortSignal.timeout(DOWN_TIME)]);
  let began = performance.now();
  let bytes = 0;
  try {
    const response = await fetch(`/api/doctor/down?bytes=${DOWN_BYTES}`, { cache: "no-store", signal: enough });
    if (!response.ok || response.body === null) return null;
    began = performance.now();
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) bytes += part.value.length;
  } catch {
    signal.throwIfAborted(); // else the time is over
  }
  return bytes === 0 ? 0 : bits(bytes, performance.now() - began);
}

async function measureUp(latency: number, signal: AbortSignal): Promise<number | null> {
  const enough = AbortSignal.any([signal, AbortSignal.timeout(UP_TIME)]);
  let best: number | null = null;
  for (let bytes = UP_FIRST; bytes <= UP_MOST; bytes *= 4) {
    const began = performance.now();
    try {
      const body = noise(bytes);
      const response = await fetch("/api/doctor/up", { method: "POST", body, cache: "no-store", signal: enough });
      if (!response.ok) return best;
    } catch {
      signal.throwIfAborted();
      return best ?? 0;
    }
    const took = performance.now() - began;
    best = bits(bytes, took - latency);
    if (took > UP_ENOUGH) break;
  }
  return best;
}

/** What nothing on the way makes shorter. */
function noise(bytes: number): Uint8Array<ArrayBuffer> {
  const block = crypto.getRandomValues(new Uint8Array(UP_FIRST));
  const all = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at += block.length) all.set(block, at);
  return all;
}

function bits(bytes: number, millis: number): number {
  return (bytes * 8_000) / Math.max(1, millis);
}
