import { expect, test } from "vitest";
import type { Pen } from "web-kit/form/pen.ts";
import type { Answer, FromKiosk } from "web-kit/protocol.ts";
import type { Line } from "web-kit/signaling/socket.ts";
import { Asking } from "../asking.ts";
import { KioskStore } from "../kiosk-store.ts";
import { cardActs, readsToResume } from "./card-acts.ts";

/** Somebody comes back to their matter with their card, which is being read. */
function reading() {
  const store = new KioskStore();
  const said: FromKiosk[] = [];
  const asked: { opId: string; answered(answer: Answer): void }[] = [];
  const withdrawn: string[] = [];
  const line = {
    operate: ({ opId }: { opId: string }) => new Promise<Answer>((answered) => asked.push({ opId, answered })),
    withdraw: (opId: string) => void withdrawn.push(opId),
  } as unknown as Line<FromKiosk>;
  let atDaemon = 0;
  const acts = cardActs(store, new Asking(() => line, store), {} as Pen, {
    send: (message) => void said.push(message),
    stopAtDaemon: () => void (atDaemon += 1),
  });
  store.step((state) => ({ ...state, way: { at: "resume" } }));
  store.touched({ resumeCode: "7KQ2-M0XN" });
  acts.resume({}, false);
  return { store, acts, said, asked, withdrawn, stoppedAtDaemon: () => atDaemon };
}

const turn = () => new Promise((later) => setTimeout(later));

test("a reading that was stopped ends beside the page, also without a network, and does not begin again", () => {
  const { store, acts, said, asked, withdrawn, stoppedAtDaemon } = reading();
  expect(readsToResume(store.touch)).toBe(true);
  acts.stopReading();
  expect(stoppedAtDaemon()).toBe(1);
  expect(said).toEqual([{ type: "StopReading" }]);
  expect(withdrawn).toEqual(asked.map((each) => each.opId));
  expect(readsToResume(store.touch)).toBe(false);
});

test("whoever goes elsewhere while it is read has stopped it", async () => {
  const { store, said, withdrawn, stoppedAtDaemon } = reading();
  store.step((state) => ({ ...state, way: { at: "attract" } }));
  await turn();
  expect(stoppedAtDaemon()).toBe(1);
  expect(said).toEqual([{ type: "StopReading" }]);
  expect(withdrawn).toHaveLength(1);
});

test("a card can be read again after one was stopped", () => {
  const { store, acts, asked } = reading();
  acts.stopReading();
  acts.resume({}, false);
  expect(asked).toHaveLength(2);
  expect(readsToResume(store.touch)).toBe(true);
});
