import { expect, test } from "vitest";
import type { FindDesk } from "web-kit/find/find-desk.ts";
import type { Pen } from "web-kit/form/pen.ts";
import type { CallMedia } from "web-kit/media/call-media.ts";
import type { Answer, FromKiosk, ServiceItem } from "web-kit/protocol.ts";
import type { Line } from "web-kit/signaling/socket.ts";
import { Asking } from "./asking.ts";
import { Finger, type KioskDoes } from "./finger.ts";
import { inTalk } from "./gallery/sample.ts";
import type { ItemDesk } from "./item-desk.ts";
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
    { dialog: () => undefined, top: () => undefined } as unknown as Sight,
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
