import { expect, test } from "vitest";
import type { FindDesk } from "web-kit/find/find-desk.ts";
import type { Pen } from "web-kit/form/pen.ts";
import type { CallMedia } from "web-kit/media/call-media.ts";
import type { Answer, Author, FromKiosk, RoomHappened, ServiceItem } from "web-kit/protocol.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import type { Line } from "web-kit/signaling/socket.ts";
import { Asking } from "./asking.ts";
import { Finger, type KioskDoes } from "./finger.ts";
import { inTalk } from "./gallery/sample.ts";
import type { ItemDesk } from "./item-desk.ts";
import { next } from "./kiosk-screen.ts";
import { KioskStore } from "./kiosk-store.ts";
import type { Sight } from "./sight.ts";

/** A finger in a call, and a line that keeps what was asked until the test answers. */
function atKiosk() {
  const asked: Asked[] = [];
  const line = {
    operate: (operation: Asked["operation"]) =>
      new Promise<Answer>((answered) =>
        asked.push({
          operation,
          answer: async (answer) => {
            answered({ ...answer, opId: operation.opId } as Answer);
            await new Promise((later) => setTimeout(later));
          },
        }),
      ),
  } as unknown as Line<FromKiosk>;
  const store = new KioskStore();
  store.step(() => inTalk().state);
  const finger = new Finger(
    store,
    new Asking(() => line, store),
    { writeAll: () => undefined, edits: {} } as unknown as Pen,
    {} as CallMedia,
    {} as ItemDesk,
    {} as ItemDesk,
    {} as FindDesk,
    { back: () => undefined, dialog: () => undefined, top: () => undefined } as unknown as Sight,
    {} as KioskDoes,
  );
  return { finger, store, asked, said: () => asked.map((each) => each.operation) };
}
type Asked = {
  readonly operation: Extract<FromKiosk, { opId: string }>;
  answer(answer: Partial<Answer>): Promise<void>;
};

const agreeing = (item: string, code: string): ServiceItem => {
  const form = inTalk().state.item as ServiceItem;
  return { ...form, item, agreements: [{ code, text: { zh: code, en: code } }] };
};

test("whatever the clerk shows while a code is copied, the visit goes on to what its applicant agreed to", async () => {
  const { finger, store, asked, said } = atKiosk();
  store.step((state) => ({ ...state, other: agreeing("ENT_NAME", "NAME_RULES") }));
  finger.keepAndMoveOn();
  await asked[0]?.answer({ type: "Accepted" });
  store.step((state) => ({ ...state, other: agreeing("FUND_WITHDRAW", "BANK_MAY_ASK") }));
  finger.moveOnKept();
  expect(said().at(-1)).toMatchObject({ type: "MoveOn", item: "ENT_NAME", agreed: ["NAME_RULES"] });
});

test("nor does it stand still where they show something that is no item", async () => {
  const { finger, store, said } = atKiosk();
  store.step((state) => ({ ...state, other: agreeing("ENT_NAME", "NAME_RULES") }));
  finger.keepAndMoveOn();
  store.step((state) => ({ ...state, other: null }));
  expect(store.touch.agreedTo).toEqual({ item: "ENT_NAME", agreed: ["NAME_RULES"] });
  finger.moveOnKept();
  expect(said().at(-1)).toMatchObject({ type: "MoveOn", item: "ENT_NAME", agreed: ["NAME_RULES"] });
});

test("what is agreed to without a code is what stands there", () => {
  const { finger, store, said } = atKiosk();
  store.touched({ agreedTo: { item: "ENT_NAME", agreed: ["NAME_RULES"] } });
  store.step((state) => ({ ...state, other: agreeing("FUND_WITHDRAW", "BANK_MAY_ASK") }));
  finger.moveOn();
  expect(said().at(-1)).toMatchObject({ type: "MoveOn", item: "FUND_WITHDRAW", agreed: ["BANK_MAY_ASK"] });
});

/** Somebody has drawn their signature on the pad. */
function signing() {
  const kiosk = atKiosk();
  const { finger, store, asked } = kiosk;
  finger.signHere(signature);
  const drawn = store.touch.signing;
  if (drawn === null) throw new Error("there is no pad");
  store.touched({ signing: { ...drawn, drawn: true, text: strokes } });
  const room = () => store.state.room as RoomState;
  return {
    ...kiosk,
    drawing: () => store.touch.sheet === "sign" && store.touch.signing?.text === strokes,
    happens(event: RoomHappened["event"], formRev: number) {
      const { room: id, seq, issues, unconfirmed } = room();
      const by: Author = { role: "CLERK", id: "c1", name: "李晓明" };
      const told: RoomHappened = {
        type: "RoomHappened",
        room: id,
        seq: seq + 1,
        at: 0,
        by,
        event,
        formRev,
        issues,
        unconfirmed,
      };
      store.step((state) => next(state, told));
      finger.followPad(room());
    },
    rev: () => room().formRev,
    async signs(answer: Partial<Answer>) {
      finger.sign();
      await asked.at(-1)?.answer(answer);
    },
  };
}
const signature = "/signature";
const strokes = "12,90 40,31;88,20 90,140";

test("who signs while the clerk takes a row in signs nothing they have not seen: the pad goes and says why", () => {
  const { store, happens, rev, drawing } = signing();
  happens({ type: "Said", text: "请签在框里" }, rev());
  expect(drawing()).toBe(true);
  happens({ type: "RowAdded", table: "/investors", row: "r9" }, rev() + 1);
  expect(store.touch).toMatchObject({ sheet: null, signing: null });
  expect(store.state.refused?.why).toBe("STALE");
});

test("their own signature that is told before it is acknowledged is no change of what they sign", async () => {
  const { store, finger, asked, happens, rev, drawing } = signing();
  finger.sign();
  happens({ type: "FieldSet", path: signature, value: strokes, rev: 1, source: "TYPED" }, rev() + 1);
  expect(drawing()).toBe(true);
  await asked[0]?.answer({ type: "Accepted" });
  expect(store.touch).toMatchObject({ sheet: null, signing: null });
  expect(store.state.refused).toBeNull();
});

test("a drawing that was refused is still on the pad, with the reason, and can be sent again", async () => {
  const { store, said, signs, drawing } = signing();
  await signs({ type: "Refused", why: "TRY_AGAIN", issues: [] });
  expect(drawing()).toBe(true);
  expect(store.state.refused?.why).toBe("TRY_AGAIN");
  await signs({ type: "Accepted" });
  expect(said()).toHaveLength(2);
  expect(store.state.refused).toBeNull();
  expect(store.touch.sheet).toBeNull();
});

test("a signature says under which form it was made, and is gone with the pad where that is another by now", async () => {
  const { store, said, signs, rev } = signing();
  await signs({ type: "Refused", why: "STALE", issues: [] });
  expect(said().at(-1)).toMatchObject({ type: "SetField", path: signature, baseRev: rev() });
  expect(store.touch.sheet).toBeNull();
  expect(store.state.refused?.why).toBe("STALE");
});

test("what is still to be put right is put right in the form", async () => {
  const { store, signs } = signing();
  await signs({ type: "Refused", why: "INCOMPLETE", issues: [] });
  expect(store.touch.sheet).toBeNull();
  expect(store.state.refused?.why).toBe("INCOMPLETE");
});

test("a drawing is not lost to another step that is on its way", () => {
  const { store, finger, said, drawing } = signing();
  store.touched({ busy: "call" });
  finger.sign();
  expect(said()).toEqual([]);
  expect(drawing()).toBe(true);
});
