import type { RoomState } from "web-kit/room/room-state.ts";

/** Whether something that can be read aloud is there no more: nobody hears on what is not on the screen. */
export function takenAway(before: RoomState | null, room: RoomState | null): boolean {
  if (before === null) return false;
  if (room === null || room.room !== before.room) return true;
  if (before.awaySince === null && room.awaySince !== null) return true;
  if (before.presented !== null && room.presented !== before.presented) return true;
  return before.suggestions.some((open) => !room.suggestions.includes(open));
}
