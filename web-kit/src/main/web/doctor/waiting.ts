/** Resolves after so many milliseconds; rejects when the signal says so. */
export function pause(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((then, failed) => {
    if (signal.aborted) return failed(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      failed(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      then();
    }, millis);
    signal.addEventListener("abort", stop, { once: true });
  });
}

/** What comes first: the end of it, or null after so many milliseconds. Rejects when the signal says so. */
export async function within<Found>(millis: number, signal: AbortSignal, found: Promise<Found>): Promise<Found | null> {
  const done = new AbortController();
  try {
    return await Promise.race([found, pause(millis, AbortSignal.any([signal, done.signal])).then(() => null)]);
  } finally {
    done.abort();
  }
}

/** The value at this share of the list, 0.5 being the median; 0 of none. */
export function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
