import type { RoomState } from "./room-state.ts";

/** 只咨询: the item of a call that has none. */
export const question = "QUESTION";

/** There is no item, so there is nothing to fill in or to file. */
export function isQuestion(room: RoomState | null): boolean {
  return room?.item === question;
}
