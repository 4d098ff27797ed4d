let passed = 0;

/**
 * Stands where every case is handled: a new case of the union no longer compiles. A server that was updated while this page was open
 * may say something else all the same. It is passed over, and counted.
 */
export function passedOver<T>(never: never, unchanged: T): T {
  if (passed === 0) console.warn(`passed over: ${(never as { type?: string }).type ?? typeof never}`);
  passed += 1;
  return unchanged;
}

/** The server has said what this page does not know: it is to be loaded anew when that suits. */
export function isOutdated(): boolean {
  return passed > 0;
}
