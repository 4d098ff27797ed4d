import type { PresenceActs } from "./acts.ts";
import type { Asking } from "./asking.ts";
import type { KioskStore } from "./kiosk-store.ts";

/** What a touch says of where the applicant is. */
export function presenceActs(store: KioskStore, asking: Asking): PresenceActs {
  const say = (type: "StepAway" | "ComeBack") => {
    const { room } = store.state;
    if (room !== null) void asking.plain({ type, room: room.room });
  };
  return {
    stepAway() {
      store.touched({ sheet: null });
      say("StepAway");
    },
    comeBack: () => say("ComeBack"),
  };
}
