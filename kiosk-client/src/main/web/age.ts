import type { Known, ToKiosk } from "web-kit/protocol.ts";

/** From this age on larger letters are offered, once, when the identity card was read. */
const offeredFrom = 60;

/** Whether a card was read just now whose holder may like larger letters. */
export function mayWantLarger(message: ToKiosk, now: number): boolean {
  if (message.type !== "RoomHappened" || message.event.type !== "CardRead") return false;
  const age = ageOf(message.event.says, now);
  return age !== null && age >= offeredFrom;
}

/** In whole years; null where the card says nothing of it. */
export function ageOf(says: readonly Known[], now: number): number | null {
  const born =
    says.find(({ what }) => what === "BIRTH")?.value ?? bornBy(says.find(({ what }) => what === "ID_NO")?.value);
  if (born === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(born)) return null;
  const today = new Date(now).toISOString().slice(0, 10);
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) < born.slice(5) ? years - 1 : years;
}

/** Digits 7 to 14 of a resident's number. */
function bornBy(number: string | undefined): string | undefined {
  const found = number === undefined ? null : /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/.exec(number);
  return found === null ? undefined : `${found[1]}-${found[2]}-${found[3]}`;
}
