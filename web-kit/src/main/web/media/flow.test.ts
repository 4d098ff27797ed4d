import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Flow, type FlowState } from "./flow.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function scenario(cameBefore = false) {
  const world = { packets: 0, connected: true, expected: true, state: "awaited" as FlowState };
  const flow = new Flow({
    cameBefore,
    packets: async () => world.packets,
    connected: () => world.connected,
    expected: () => world.expected,
    looked: (state) => (world.state = state),
  });
  return { world, flow };
}

/** Lets time pass while so many packets come each half second. */
async function pass(world: { packets: number }, seconds: number, packets = 0) {
  for (let half = 0; half < 2 * seconds; half++) {
    world.packets += packets;
    await vi.advanceTimersByTimeAsync(500);
  }
}

test("what came and does not for three seconds stands until something comes again", async () => {
  const { world } = scenario();
  await pass(world, 5, 25);
  await pass(world, 2.5);
  expect(world.state).toBe("comes");
  await pass(world, 0.5);
  expect(world.state).toBe("stands");
  await pass(world, 0.5, 1);
  expect(world.state).toBe("comes");
});

test("what never came is awaited for five seconds from when the connection is there", async () => {
  const { world } = scenario();
  world.connected = false;
  await pass(world, 60);
  expect(world.state).toBe("awaited");
  world.connected = true;
  await pass(world, 5);
  expect(world.state).toBe("awaited");
  await pass(world, 0.5);
  expect(world.state).toBe("stands");
});

test("what came in this call before is awaited no longer than it may pause", async () => {
  const { world } = scenario(true);
  await pass(world, 2.5);
  expect(world.state).toBe("awaited");
  await pass(world, 1);
  expect(world.state).toBe("stands");
});

test("nothing has to come from somebody who sends nothing, and then it is awaited anew", async () => {
  const { world } = scenario();
  await pass(world, 1, 25);
  world.expected = false;
  await pass(world, 60);
  expect(world.state).toBe("comes");
  world.expected = true;
  await pass(world, 4);
  expect(world.state).toBe("awaited");
  await pass(world, 1, 25);
  await pass(world, 3);
  expect(world.state).toBe("stands");
});

test("whoever stopped looking says nothing more", async () => {
  const { world, flow } = scenario();
  await pass(world, 1, 25);
  flow.stop();
  await pass(world, 60);
  expect(world.state).toBe("comes");
});
