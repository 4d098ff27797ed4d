import { expect, test } from "vitest";
import type { Answer, FromKiosk } from "web-kit/protocol.ts";
import type { Line } from "web-kit/signaling/socket.ts";
import { Asking } from "./asking.ts";
import { KioskStore } from "./kiosk-store.ts";

/** A line that keeps what was asked until the test answers. */
function desk() {
  const asked: { opId: string; answer(answer: Omit<Answer, "opId">): Promise<void> }[] = [];
  const line = {
    operate: ({ opId }: { opId: string }) =>
      new Promise<Answer>((answered) =>
        asked.push({
          opId,
          answer: async (answer) => {
            answered({ ...answer, opId } as Answer);
            await new Promise((later) => setTimeout(later));
          },
        }),
      ),
  } as unknown as Line<FromKiosk>;
  const store = new KioskStore();
  return { asking: new Asking(() => line, store), store, asked };
}
const accepted = { type: "Accepted", seq: 7 } as Omit<Answer, "opId">;

test("a code that was made but lost with the line is asked for anew, as another step", async () => {
  const { asking, asked } = desk();
  let code: string | null = null;
  void asking.until(
    () => code !== null,
    { type: "MakeResumeCode", room: "r" },
    () => undefined,
  );
  await asked[0]?.answer(accepted);
  expect(asked).toHaveLength(2);
  expect(asked[1]?.opId).not.toBe(asked[0]?.opId);
  code = "7KQ2-M0XN";
  await asked[1]?.answer(accepted);
  expect(asked).toHaveLength(2);
});

test("nobody is asked for a code once its applicant has gone", async () => {
  const { asking, store, asked } = desk();
  void asking.until(
    () => false,
    { type: "MakeResumeCode", room: "r" },
    () => undefined,
  );
  store.visit += 1;
  await asked[0]?.answer(accepted);
  expect(asked).toHaveLength(1);
});

test("why there is no code is said", async () => {
  const { asking, store, asked } = desk();
  let closed = false;
  void asking.until(
    () => false,
    { type: "MakeResumeCode", room: "r" },
    () => (closed = true),
  );
  await asked[0]?.answer({ type: "Refused", why: "NO_SECOND_FACTOR", issues: [] } as Omit<Answer, "opId">);
  expect(store.state.refused?.why).toBe("NO_SECOND_FACTOR");
  expect(closed).toBe(true);
});
