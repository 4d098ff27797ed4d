import type { Pen } from "web-kit/form/pen.ts";
import type { FromKiosk } from "web-kit/protocol.ts";
import type { CardActs } from "../acts.ts";
import type { Asking } from "../asking.ts";
import type { KioskStore } from "../kiosk-store.ts";
import type { Touch } from "../touch.ts";

/** Whether a card is being read with which somebody comes back to their matter. */
export const readsToResume = (touch: Touch): boolean => touch.busy === "resume" && touch.resumeCard !== null;

type Ways = {
  send(message: FromKiosk): void;
  /** The way to the devices beside this page that needs no network. */
  stopAtDaemon(): void;
};

/** What a touch does about the applicant's own card: to press is to allow it. */
export function cardActs(store: KioskStore, asking: Asking, pen: Pen, ways: Ways): CardActs {
  const stopReading = () => {
    ways.stopAtDaemon();
    ways.send({ type: "StopReading" });
    if (readsToResume(store.touch)) asking.giveUp();
  };
  store.subscribe(() => {
    if (readsToResume(store.touch) && store.state.way.at !== "resume" && store.state.room === null) stopReading();
  });
  return {
    readCard(card) {
      const { room } = store.state;
      if (room === null) return;
      pen.writeAll();
      store.touched({ sheet: null });
      void asking.plain({ type: "ReadCard", room: room.room, card });
    },
    resume(card, takeOver) {
      const { resumeCode: code, lastDigits } = store.touch;
      store.touched({ resumeCard: card });
      const shown = card === null ? { mobile: lastDigits } : { card };
      void asking.once("resume", { type: "Resume", code, ...shown, takeOver });
    },
    stopReading,
  };
}
