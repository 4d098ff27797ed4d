import type { ToKiosk } from "web-kit/protocol.ts";
import type { PhoneActs } from "./acts.ts";
import type { Asking } from "./asking.ts";
import type { KioskStore } from "./kiosk-store.ts";
import { shownLookup } from "./parts/lookups.ts";
import { shownSent } from "./parts/phone.ts";
import { isGood } from "./phone-code.ts";
import type { Sight } from "./sight.ts";
import { isUndisturbed } from "./touch.ts";

/** What a finger does about pages that come from a phone. A page comes by itself, and the focus goes to it. */
export function phoneActs(store: KioskStore, asking: Asking, sight: Pick<Sight, "dialog">): PhoneActs {
  let seen: string | null = null;
  let held: { readonly room: string; readonly material: string } | null = null;

  store.subscribe(() => {
    const { room } = store.state;
    const asked = room === null || shownLookup(room, store.touch) !== null;
    const now = asked ? null : (shownSent(room, store.touch)?.page.blob ?? null);
    if (now !== null && now !== seen) sight.dialog();
    seen = now;
    if (held === null || isUndisturbed(store.touch)) return;
    const { room: of, material } = held;
    held = null;
    if (room?.room === of && room.filed === null) offer(material);
  });

  const inRoom = (run: (room: string) => void) => {
    const { room } = store.state;
    if (room !== null) run(room.room);
  };
  const close = () => {
    store.step((state) => ({ ...state, phone: null, phoneBefore: null }));
    store.touched({ sheet: null });
  };
  const offer = (material: string) =>
    inRoom((room) => {
      const { phone, phoneBefore } = store.state;
      const good = isGood(phone, room, Date.now()) ? phone : null;
      // Another code would end this one, and with it what a phone is sending.
      const goesOn = good?.material === material;
      const ends = good?.material ?? (phone === null && phoneBefore !== material ? phoneBefore : null);
      if (!goesOn) store.step((state) => ({ ...state, phone: null, phoneBefore: ends }));
      store.touched({ sheet: "phone" });
      sight.dialog();
      if (!goesOn) void asking.until(() => store.state.phone !== null, { type: "OfferPhone", room, material }, close);
    });
  return {
    offerPhone: offer,
    phoneAsked: (material) =>
      inRoom((room) => {
        if (isUndisturbed(store.touch)) held = { room, material };
        else offer(material);
      }),
    endPhone() {
      close();
      inRoom((room) => void asking.plain({ type: "EndPhone", room }));
    },
    takeSent: (page) => inRoom((room) => void asking.plain({ type: "TakeSentPage", room, page })),
    dropSent: (page) => inRoom((room) => void asking.plain({ type: "DropSentPage", room, page })),
  };
}

/**
 * The clerk asks for pages by phone: the code is shown. Whoever is busy with their phone is there; another phone may be anybody's.
 *
 * @param stay somebody is known to be at the kiosk
 */
export function followPhones(message: ToKiosk, acts: PhoneActs, stay: () => void): void {
  const event = message.type === "RoomHappened" ? message.event : null;
  if (event?.type === "PhoneAsked") acts.phoneAsked(event.material);
  if ((message.type === "PhoneSeen" && message.first) || event?.type === "PageSent") stay();
}
