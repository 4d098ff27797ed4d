import type { PhoneOffered, PhoneOver, PhoneSeen } from "web-kit/protocol.ts";

/**
 * @property opened a phone has it; @property another a second one was turned away
 * @property ended it was ended before its time
 * @property instead the material whose code it put out of use
 */
export type PhoneCode = PhoneOffered & {
  readonly opened: boolean;
  readonly another: boolean;
  readonly ended: boolean;
  readonly instead: string | null;
};

/**
 * The code that is shown after the server said something of it; only of the room that is open counts.
 *
 * @param instead the material whose code ends with the next one
 */
export function afterPhone(
  phone: PhoneCode | null,
  message: PhoneOffered | PhoneSeen | PhoneOver,
  room: string | undefined,
  instead: string | null,
): PhoneCode | null {
  if (message.room !== room) return phone;
  if (message.type === "PhoneOffered") return { ...message, opened: false, another: false, ended: false, instead };
  if (phone?.room !== room) return phone;
  if (message.type === "PhoneOver") return { ...phone, ended: true };
  if (phone.material !== message.material) return phone;
  return message.first ? { ...phone, opened: true } : { ...phone, another: true };
}

/** Whether a phone can still use this code. */
export function isGood(phone: PhoneCode | null, room: string, now: number): boolean {
  return phone !== null && phone.room === room && !phone.ended && phone.until > now;
}
