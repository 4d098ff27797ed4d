import type { PhoneOffered, PhoneSeen } from "web-kit/protocol.ts";

/** @property opened a phone has it; @property another a second one was turned away */
export type PhoneCode = PhoneOffered & { readonly opened: boolean; readonly another: boolean };

/** The code that is shown after the server said something of it; only of the room that is open counts. */
export function afterPhone(
  phone: PhoneCode | null,
  message: PhoneOffered | PhoneSeen,
  room: string | undefined,
): PhoneCode | null {
  if (message.room !== room) return phone;
  if (message.type === "PhoneOffered") return { ...message, opened: false, another: false };
  if (phone?.room !== room || phone.material !== message.material) return phone;
  return message.first ? { ...phone, opened: true } : { ...phone, another: true };
}

/** Whether a phone can still use this code for the material. */
export function isOpen(phone: PhoneCode | null, room: string, material: string, now: number): boolean {
  return phone !== null && phone.room === room && phone.material === material && phone.until > now;
}
