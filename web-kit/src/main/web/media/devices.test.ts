import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openDevices } from "./devices.ts";

type Wish = { deviceId?: { exact?: string; ideal?: string } };

/** A browser with a good camera and a poor one, that takes the better where a wish leaves it the choice. */
function browser(cameras: readonly string[]) {
  const asked: Wish[] = [];
  vi.stubGlobal("navigator", {
    mediaDevices: {
      getUserMedia: async ({ video }: { video: Wish }) => {
        asked.push(video);
        const exact = video.deviceId?.exact;
        if (exact !== undefined && !cameras.includes(exact)) throw new DOMException("", "OverconstrainedError");
        return exact ?? cameras[0];
      },
    },
  });
  return asked;
}

let chosen: string | null = null;
beforeEach(() =>
  vi.stubGlobal("localStorage", { getItem: (key: string) => (key === "vw-device-camera" ? chosen : null) }),
);
afterEach(() => vi.unstubAllGlobals());

test("a chosen camera is used although another one is better", async () => {
  chosen = "poor";
  browser(["good", "poor"]);
  expect(await openDevices({ camera: true, microphone: false })).toBe("poor");
});

test("where the chosen camera is gone, any other is used", async () => {
  chosen = "unplugged";
  const asked = browser(["good"]);
  expect(await openDevices({ camera: true, microphone: false })).toBe("good");
  expect(asked).toHaveLength(2);
});

test("who refuses is asked once", async () => {
  chosen = "good";
  const asks = vi.fn(async () => Promise.reject(new DOMException("", "NotAllowedError")));
  vi.stubGlobal("navigator", { mediaDevices: { getUserMedia: asks } });
  await expect(openDevices({ camera: true, microphone: false })).rejects.toThrow();
  expect(asks).toHaveBeenCalledTimes(1);
});
