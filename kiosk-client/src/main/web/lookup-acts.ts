import type { LookupView } from "web-kit/protocol.ts";
import { newId } from "web-kit/state/new-id.ts";
import type { LookupActs } from "./acts.ts";
import type { Asked, Asking } from "./asking.ts";
import type { KioskStore } from "./kiosk-store.ts";
import { shownLookup } from "./parts/lookups.ts";
import type { Sight } from "./sight.ts";

/** What a touch does about lookups at authorities. What is asked or answered comes by itself, and the focus goes to it. */
export function lookupActs(store: KioskStore, asking: Asking, sight: Sight): LookupActs {
  let seen: LookupView | null = null;
  store.subscribe(() => {
    const { room } = store.state;
    const now = room === null ? null : shownLookup(room, store.touch);
    if (now !== null && now !== seen) sight.dialog();
    seen = now;
  });
  const inRoom = (asked: (room: string) => Asked) => {
    const { room } = store.state;
    if (room !== null) void asking.plain(asked(room.room));
  };
  return {
    askLookup: (code) => inRoom((room) => ({ type: "AskLookup", room, lookup: newId(), code })),
    allowLookup: (lookup) => inRoom((room) => ({ type: "AllowLookup", room, lookup })),
    refuseLookup: (lookup) => inRoom((room) => ({ type: "RefuseLookup", room, lookup })),
    stopLookup: (lookup) => inRoom((room) => ({ type: "StopLookup", room, lookup })),
    lookupRead: (lookup) => store.touched({ lookupsRead: [...store.touch.lookupsRead, lookup] }),
  };
}
