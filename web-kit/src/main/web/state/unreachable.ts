/** Stands where every case is handled: a new case of the union no longer compiles. */
export function unreachable(never: never): never {
  throw new Error(`unhandled: ${(never as { type?: string }).type ?? typeof never}`);
}
