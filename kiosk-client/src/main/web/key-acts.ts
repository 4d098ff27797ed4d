import type { KeyActs } from "./acts.ts";
import type { Asking } from "./asking.ts";
import type { KioskStore } from "./kiosk-store.ts";
import type { ScreenKeyboard } from "./screen-keyboard.ts";
import { say } from "./text/text.ts";

/**
 * What a finger does on the keyboard on the screen.
 *
 * @param call calls a clerk
 */
export function keyActs(store: KioskStore, asking: Asking, keyboard: ScreenKeyboard, call: () => void): KeyActs {
  return {
    press: (key) => keyboard.press(key),
    keysDone: () => keyboard.done(),
    clerkWrites(keys) {
      const { room, call: now } = store.state;
      if (room === null) {
        keyboard.done();
        store.touched({ sheet: "help" });
      } else if (now === null || now.type === "Ended") {
        keyboard.done();
        call();
      } else {
        store.touched({ keys: { ...keys, asked: true } });
        void asking.plain({ type: "Say", room: room.room, text: say("keys.please", { field: keys.label }) });
      }
    },
  };
}
