import { expect, test } from "vitest";
import { keyAct, type Pressed } from "./keys.ts";

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  code: key.length === 1 ? `Key${key.toUpperCase()}` : key,
  alt: false,
  control: false,
  inText: false,
  onButton: false,
  ...more,
});

test("a ringing call is answered by F2 and declined by Escape", () => {
  expect(keyAct(press("F2"), "ringing")).toBe("answer");
  expect(keyAct(press("Escape"), "ringing")).toBe("decline");
  expect(keyAct(press("F2"), "call")).toBeNull();
});

test("F10 hangs up, also while typing", () => {
  expect(keyAct(press("F10", { inText: true }), "call")).toBe("hangUp");
});

test("a letter points and suggests on a field, and is only a letter while typing", () => {
  expect(keyAct(press("p"), "call")).toBe("point");
  expect(keyAct(press("s"), "call")).toBe("suggest");
  expect(keyAct(press("p", { inText: true }), "call")).toBeNull();
  expect(keyAct(press("π", { code: "KeyP", alt: true, inText: true }), "call")).toBe("point");
});

test("a digit says a phrase, and is only a digit while typing", () => {
  expect(keyAct(press("3", { code: "Digit3" }), "call")).toBe("phrase3");
  expect(keyAct(press("3", { code: "Digit3", inText: true }), "call")).toBeNull();
  expect(keyAct(press("9", { code: "Digit9" }), "call")).toBe("watchBed");
});

test("the browser keeps its own keys", () => {
  expect(keyAct(press("p", { control: true }), "call")).toBeNull();
});

test("Enter finishes the wrap-up unless it belongs to a button", () => {
  expect(keyAct(press("Enter"), "wrapUp")).toBe("finish");
  expect(keyAct(press("Enter", { onButton: true }), "wrapUp")).toBeNull();
});

test("A shows the way and E a page by examples, and both are letters in a text", () => {
  expect(keyAct(press("a"), "call")).toBe("sendMap");
  expect(keyAct(press("e"), "call")).toBe("showPageSample");
  expect(keyAct(press("a", { inText: true }), "call")).toBeNull();
  expect(keyAct(press("e", { inText: true, alt: true }), "call")).toBe("showPageSample");
});

test("D opens the settings in a call, and is a letter in a text", () => {
  expect(keyAct(press("d", { code: "KeyD" }), "call")).toBe("showSettings");
  expect(keyAct(press("d", { code: "KeyD", inText: true }), "call")).toBeNull();
});

test("the list of keys opens anywhere but in a text", () => {
  expect(keyAct(press("?"), "desk")).toBe("showKeys");
  expect(keyAct(press("?", { inText: true }), "call")).toBeNull();
});

test("each device of the kiosk has a key, and all of them are letters in a text", () => {
  const keys = { c: "readCard", v: "capturePage", x: "scanPages", y: "askSignature", b: "printReceipt", z: "stopUse" };
  for (const [key, act] of Object.entries(keys)) {
    expect(keyAct(press(key), "call")).toBe(act);
    expect(keyAct(press(key, { inText: true }), "call")).toBeNull();
  }
});
