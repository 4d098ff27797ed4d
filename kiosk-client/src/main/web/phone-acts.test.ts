import { expect, test } from "vitest";
import type { FromKiosk, ToKiosk } from "web-kit/protocol.ts";
import type { Line } from "web-kit/signaling/socket.ts";
import { pageOf } from "web-kit/samples/pages.ts";
import { Asking } from "./asking.ts";
import { inTalk } from "./gallery/sample.ts";
import { next } from "./kiosk-screen.ts";
import { KioskStore } from "./kiosk-store.ts";
import { followPhones, phoneActs } from "./phone-acts.ts";

const drawn = () => Promise.resolve();

/** A kiosk in a talk, with a server that accepts everything and offers a code. */
function kiosk() {
  const store = new KioskStore();
  const { state } = inTalk();
  store.step(() => state);
  const room = state.room?.room ?? "";
  const asked: FromKiosk[] = [];
  let dialogs = 0;
  let stays = 0;
  const hear = (message: ToKiosk) => {
    store.step((before) => next(before, message));
    followPhones(message, acts, () => stays++);
  };
  const line = {
    operate: (operation: FromKiosk & { opId: string }) => {
      asked.push(operation);
      if (operation.type === "OfferPhone")
        hear({
          type: "PhoneOffered",
          room,
          material: operation.material,
          code: "7KQ2-M0XN-4TZD-9",
          until: Date.now() + 600_000,
        });
      return Promise.resolve({ type: "Accepted", opId: operation.opId, seq: 1 });
    },
  } as unknown as Line<FromKiosk>;
  const acts = phoneActs(store, new Asking(() => line, store), { dialog: () => dialogs++ });
  const happens = (event: object) => {
    const seq = (store.state.room?.seq ?? 0) + 1;
    hear({ type: "RoomHappened", room, seq, at: 0, by: { role: "CLERK", id: "c", name: "" }, event } as never);
  };
  return {
    store,
    acts,
    hear,
    happens,
    room,
    offers: () => asked.filter((each) => each.type === "OfferPhone").length,
    dialogs: () => dialogs,
    stays: () => stays,
  };
}

test("what the clerk asks for waits until the signature is done", async () => {
  const { store, happens, offers } = kiosk();
  store.touched({ sheet: "sign" });
  happens({ type: "PhoneAsked", material: "INVESTORS" });
  await drawn();
  expect(store.touch.sheet).toBe("sign");
  expect(offers()).toBe(0);
  store.touched({ sheet: null });
  await drawn();
  expect(store.touch.sheet).toBe("phone");
  expect(offers()).toBe(1);
});

test("what one visitor was asked is not asked of the next", async () => {
  const { store, happens, offers } = kiosk();
  store.touched({ sheet: "helper" });
  happens({ type: "PhoneAsked", material: "INVESTORS" });
  store.step((state) => ({ ...state, room: null }));
  store.touched({ sheet: null });
  await drawn();
  expect(store.touch.sheet).toBeNull();
  expect(offers()).toBe(0);
});

test("a code that is open is shown again, and no other is made for the same material", () => {
  const { store, acts, happens, offers } = kiosk();
  acts.offerPhone("INVESTORS");
  store.touched({ sheet: null });
  happens({ type: "PhoneAsked", material: "INVESTORS" });
  expect(store.touch.sheet).toBe("phone");
  expect(offers()).toBe(1);
  acts.offerPhone("LEASE");
  expect(offers()).toBe(2);
  store.step((state) => ({ ...state, phone: state.phone && { ...state.phone, until: 0 } }));
  acts.offerPhone("LEASE");
  expect(offers()).toBe(3);
});

test("a page that comes takes the focus once, and waits while somebody signs", async () => {
  const { store, happens, dialogs } = kiosk();
  store.touched({ sheet: "sign" });
  happens({ type: "PageSent", material: "INVESTORS", page: pageOf("3") });
  await drawn();
  expect(dialogs()).toBe(0);
  store.touched({ sheet: null });
  store.touched({ chatText: "a" });
  await drawn();
  expect(dialogs()).toBe(1);
  happens({ type: "PageSent", material: "INVESTORS", page: pageOf("4") });
  await drawn();
  expect(dialogs()).toBe(1);
  happens({ type: "SentPageDropped", page: pageOf("3").blob });
  await drawn();
  expect(dialogs()).toBe(2);
});

test("the applicant's phone says that they are there, and no other does", () => {
  const { hear, room, stays } = kiosk();
  hear({ type: "PhoneSeen", room, material: "INVESTORS", first: false });
  expect(stays()).toBe(0);
  hear({ type: "PhoneSeen", room, material: "INVESTORS", first: true });
  expect(stays()).toBe(1);
});

test("a code for another material says whose it puts out of use, and the next of the same does not", async () => {
  const { store, acts, happens } = kiosk();
  acts.offerPhone("INVESTORS");
  await drawn();
  expect(store.state.phone?.instead).toBeNull();
  happens({ type: "PhoneAsked", material: "LEASE" });
  await drawn();
  expect(store.state.phone?.material).toBe("LEASE");
  expect(store.state.phone?.instead).toBe("INVESTORS");
  acts.endPhone();
  acts.offerPhone("INVESTORS");
  expect(store.state.phone?.instead, "it was ended here").toBeNull();
});

test("a code that a new start of the server does not know is over, and another one is made", () => {
  const { store, acts, hear, offers, room } = kiosk();
  acts.offerPhone("INVESTORS");
  hear({ type: "PhoneOver", room: "another" });
  expect(store.state.phone?.ended).toBe(false);
  hear({ type: "PhoneOver", room });
  expect(store.state.phone?.ended).toBe(true);
  acts.offerPhone("INVESTORS");
  expect(offers()).toBe(2);
  expect(store.state.phone?.ended).toBe(false);
  expect(store.state.phone?.instead).toBeNull();
});
