import { expect, test } from "vitest";
import { noMedia } from "web-kit/media/call-media.ts";
import { Checkup } from "./checkup.ts";
import { talkingCall } from "./gallery/room.ts";
import { examined } from "web-kit/samples/examined.ts";
import { KioskStore } from "./kiosk-store.ts";

/** A kiosk whose call is or is not there, and what is known of its picture. */
function kiosk() {
  const store = new KioskStore();
  const checkup = new Checkup(store);
  const look = (talking: boolean, trouble: "missing" | null) => {
    store.step((state) => ({ ...state, call: talking ? talkingCall : null }));
    store.played({
      local: { ...noMedia.local, trouble },
      remote: { ...noMedia.remote, connected: true },
    });
    checkup.look();
    return store.touch;
  };
  return { store, look };
}

test("after a call whose camera was missing a look at the network is offered, until the next call", () => {
  const { look } = kiosk();
  expect(look(true, "missing").checkupOffered).toBe(false);
  expect(look(false, null).checkupOffered).toBe(true);
  expect(look(true, null).checkupOffered).toBe(false);
});

test("after a call that was well nothing is offered", () => {
  const { look } = kiosk();
  look(true, null);
  expect(look(false, null).checkupOffered).toBe(false);
});

test("a call that begins ends the look at the network: its tone would be heard there", () => {
  const { store, look } = kiosk();
  store.touched({ sheet: "doctor", examination: examined(0, "310117-K1").going });
  expect(look(true, null).sheet).toBeNull();
});
