import type { RoomMessage, SuggestionEnd } from "web-kit/protocol.ts";
import type { RoomState } from "web-kit/room/room-state.ts";

/** How the clerk's last suggestion for a field ended, by path, where it was not taken and nothing came after it. */
export type SuggestionsEnded = Readonly<Record<string, Exclude<SuggestionEnd, "RETRACTED">>>;

export const noneEnded: SuggestionsEnded = {};

/** @param room as it was before the message */
export function nextEnded(ended: SuggestionsEnded, room: RoomState | null, message: RoomMessage): SuggestionsEnded {
  if (message.type === "RoomSnapshot") return room?.room === message.room ? ended : noneEnded;
  if (message.type === "RoomLeft") return noneEnded;
  if (message.type !== "RoomHappened" || room?.room !== message.room) return ended;
  const { event } = message;
  switch (event.type) {
    case "SuggestionEnded": {
      const open = room.suggestions.find((each) => each.suggestion === event.suggestion);
      return open === undefined || event.how === "RETRACTED" ? ended : { ...ended, [open.path]: event.how };
    }
    case "SuggestionMade":
    case "FieldSet":
      return Object.fromEntries(Object.entries(ended).filter(([path]) => path !== event.path));
    default:
      return ended;
  }
}
