/** Whether picture and sound of a call came through. */
export type CallWatch = {
  readonly call: string | null;
  /** Since when nothing arrives; null while it does. */
  readonly since: number | null;
  readonly failed: boolean;
};

/** A connection is made anew within that time, and nobody calls that a failure. */
const LONG = 8_000;

export const noCall: CallWatch = { call: null, since: null, failed: false };

/**
 * After another look. Of a call that has ended it stays known whether it failed, until the next begins.
 *
 * @param call the one that is being talked in
 * @param device whether a device of this kiosk could not be used
 */
export function watched(
  watch: CallWatch,
  call: string | null,
  connected: boolean,
  device: boolean,
  now: number,
): CallWatch {
  const before = call === null || call === watch.call ? watch : { call, since: null, failed: false };
  const lasted = before.since !== null && now - before.since >= LONG;
  const failed = before.failed || lasted || (call !== null && device);
  if (call === null || connected) return { call: before.call, since: null, failed };
  return { call, since: before.since ?? now, failed };
}
