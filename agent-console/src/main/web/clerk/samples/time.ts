/** The clock of the samples stands. */
export const now = Date.UTC(2026, 3, 28, 2, 4, 0);

export function ago(seconds: number): number {
  return now - seconds * 1000;
}
