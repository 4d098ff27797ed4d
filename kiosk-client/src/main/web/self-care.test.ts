import { expect, test, vi } from "vitest";
import type { FromKiosk } from "web-kit/protocol.ts";
import { atFirst } from "./kiosk-screen.ts";
import { KioskStore } from "./kiosk-store.ts";
import { picture, SelfCare, tone, type Measuring } from "./self-care.ts";

const sees = { trouble: null, width: 1280, height: 720, frames: 8, light: 120, moved: 3 };
const hears = {
  microphone: { trouble: null, loudest: -40 },
  loudspeaker: { outputs: 1, played: true, heard: true, answered: null },
};
const fine: Measuring = { camera: () => Promise.resolve(sees), sound: () => Promise.resolve(hears) };

function kiosk(measuring: Measuring) {
  const store = new KioskStore();
  const sent: FromKiosk[] = [];
  const care = new SelfCare(store, (message) => sent.push(message), measuring);
  return { store, sent, care };
}

const answered = async (sent: readonly FromKiosk[]): Promise<FromKiosk | undefined> => {
  for (let turn = 0; turn < 20 && sent.length === 0; turn += 1) await Promise.resolve();
  return sent[0];
};

test("a kiosk that nobody uses tries tone and picture", async () => {
  const { care, sent } = kiosk(fine);
  care.heard({ type: "TestPage", test: "t1" });
  expect(await answered(sent)).toEqual({
    type: "PageTested",
    test: "t1",
    parts: [
      { part: "TONE", outcome: "PASSED" },
      { part: "PICTURE", outcome: "PASSED" },
    ],
  });
});

test("whoever sits down meanwhile ends it, and nothing is played for whoever sits there", async () => {
  let measured = 0;
  const { care, sent, store } = kiosk({
    ...fine,
    sound: () => {
      measured += 1;
      return Promise.resolve(hears);
    },
  });
  store.step(() => ({ ...atFirst, way: { at: "choose", centre: null, item: null } }));
  care.heard({ type: "TestPage", test: "t1" });
  expect(await answered(sent)).toMatchObject({
    parts: [{ outcome: "NOT_TRIED", why: "BUSY" }, { outcome: "NOT_TRIED" }],
  });
  expect(measured).toBe(0);
});

test("the page marks itself for its daemon while anything is begun on it", async () => {
  const { care, store } = kiosk(fine);
  const marks: boolean[] = [];
  care.mark({ toggleAttribute: (_: string, on: boolean) => marks.push(on) } as unknown as HTMLElement);
  store.step(() => ({ ...atFirst, way: { at: "resume" } }));
  await Promise.resolve();
  store.step(() => atFirst);
  await Promise.resolve();
  expect(marks).toEqual([false, true, false]);
});

test("the daemon hears once whether a matter goes on when the page is loaded anew", async () => {
  const said: string[] = [];
  vi.stubGlobal("vwDaemon", (word: string) => said.push(word));
  const { care, store } = kiosk(fine);
  care.mark({ toggleAttribute: () => true } as unknown as HTMLElement);
  store.step(() => ({ ...atFirst, interrupted: { inCall: false } as never }));
  await Promise.resolve();
  store.step(() => ({ ...atFirst, way: { at: "resume" } }));
  await Promise.resolve();
  store.step(() => atFirst);
  await Promise.resolve();
  expect(said).toEqual(["nothing goes on", "goes on", "nothing goes on"]);
  vi.unstubAllGlobals();
});

test("what is wrong is said as a trouble", () => {
  expect(picture({ ...sees, light: 2 }).why).toBe("LENS_DARK");
  expect(picture({ ...sees, moved: 0 }).why).toBe("IO_ERROR");
  expect(picture({ ...sees, trouble: "missing" }).why).toBe("NOT_PRESENT");
  expect(tone({ ...hears, loudspeaker: { ...hears.loudspeaker, heard: false } }).why).toBe("NOT_HEARD");
  expect(tone({ ...hears, microphone: { trouble: "denied", loudest: -120 } }).why).toBe("ACCESS_DENIED");
});
