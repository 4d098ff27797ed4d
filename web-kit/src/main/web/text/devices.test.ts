import { afterEach, expect, test } from "vitest";
import type { DeviceView } from "../protocol.ts";
import { devicesEn } from "./devices-en.ts";
import { devicesZh } from "./devices-zh.ts";
import { deviceState, troubleSentence, troubleWord, waitsText } from "./devices.ts";
import { setLanguage } from "./language.ts";

afterEach(() => setLanguage("zh"));

const printer = (changes: Partial<DeviceView>): DeviceView => ({
  device: "p",
  name: "P",
  can: ["PRINT"],
  condition: "OK",
  troubles: [],
  simulated: false,
  ...changes,
});

test("a device says what is wrong with it, and else how it is", () => {
  expect(deviceState(printer({}))).toBe("就绪");
  expect(deviceState(printer({ condition: "FAULT", troubles: ["MEDIA_EMPTY", "COVER_OPEN"] }))).toBe("缺纸 · 盖子开着");
  expect(deviceState(printer({ condition: "BUSY", troubles: ["MEDIA_LOW"] }))).toBe("使用中");
  expect(deviceState(printer({ condition: "DISABLED", troubles: ["SWITCHED_OFF"] }))).toBe("大厅停用了");
});

test("every trouble has a word, and a sentence for either side", () => {
  const troubles = Object.keys(devicesZh)
    .filter((key) => key.startsWith("trouble."))
    .map((key) => key.slice("trouble.".length));
  expect(troubles.length).toBe(25);
  for (const words of [devicesZh, devicesEn] as Record<string, string>[])
    for (const trouble of troubles)
      for (const key of [`trouble.${trouble}`, `troubled.${trouble}`, `troubled.clerk.${trouble}`])
        expect(words[key], key).toBeTruthy();
});

test("what only a newer server knows is still said to be an error", () => {
  const newer = "TOO_HOT" as never;
  expect(troubleWord(newer)).toBe("设备报错");
  expect(troubleSentence(newer, "applicant")).toContain("设备报错");
  expect(troubleSentence(newer, "clerk")).toContain("设备报错");
});

test("what has to be done first is said as something to do", () => {
  expect(waitsText("NO_CARD")).toBe("请把身份证放在读卡区");
  expect(waitsText("BUSY")).toBe("在等：正忙");
});
