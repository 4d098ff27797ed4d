import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Flow } from "./flow.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function scenario() {
  const world = { packets: 0, expected: true, stands: false };
  const flow = new Flow(
    async () => world.packets,
    () => world.expected,
    (stands) => (world.stands = stands),
  );
  return { world, flow };
}

/** Lets time pass while so many packets come each half second. */
async function pass(world: { packets: number }, seconds: number, packets = 0) {
  for (let half = 0; half < 2 * seconds; half++) {
    world.packets += packets;
    await vi.advanceTimersByTimeAsync(500);
  }
}

test("what stood still for three seconds stands until something comes again", async () => {
  const { world } = scenario();
  await pass(world, 5, 25);
  await pass(world, 2);
  expect(world.stands).toBe(false);
  await pass(world, 1);
  expect(world.stands).toBe(true);
  await pass(world, 1, 1);
  expect(world.stands).toBe(false);
});

test("before anything came nothing stands", async () => {
  const { world } = scenario();
  await pass(world, 60);
  expect(world.stands).toBe(false);
});

test("nothing has to come from somebody who sends nothing, nor at once when they send again", async () => {
  const { world } = scenario();
  await pass(world, 1, 25);
  world.expected = false;
  await pass(world, 60);
  world.expected = true;
  await pass(world, 60);
  expect(world.stands).toBe(false);
  await pass(world, 1, 25);
  await pass(world, 3);
  expect(world.stands).toBe(true);
});

test("whoever stopped looking says nothing more", async () => {
  const { world, flow } = scenario();
  await pass(world, 1, 25);
  flow.stop();
  await pass(world, 60);
  expect(world.stands).toBe(false);
});
