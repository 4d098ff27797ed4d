import type { KeyActs } from "./acts.ts";
import type { Asking } from "./asking.ts";
import type { KioskStore } from "./kiosk-store.ts";
import type { ScreenKeyboard } from "./screen-keyboard.ts";
import { say } from "./text/text.ts";

/**
 * What a finger does on the keyboard on the screen, and who has a real one beside a box.
 *
 * @param call calls a clerk
 */
export function keyActs(store: KioskStore, asking: Asking, keyboard: ScreenKeyboard, call: () => void): KeyActs {
  return {
    press: (key) => keyboard.press(key),
    chooseWord: (offer) => keyboard.choose(offer),
    turnOffers: (from) => keyboard.turnOffers(from),
    keysDone: () => keyboard.done(),
    clerkWrites({ label, path }) {
      const { room, call: now } = store.state;
      if (room === null) {
        keyboard.done();
        store.touched({ sheet: "help" });
      } else if (now === null || now.type === "Ended") {
        keyboard.done();
        call();
      } else {
        const { keys } = store.touch;
        store.touched({ keys: keys === null ? null : { ...keys, asked: true }, askedFor: path });
        void asking.plain({ type: "Say", room: room.room, text: say("keys.please", { field: label }) });
      }
    },
    askedLeft: () => store.touch.askedFor !== null && store.touched({ askedFor: null }),
  };
}
