import { expect, test } from "vitest";
import { formField } from "web-kit/form/form-field.ts";
import type { Field, FromKiosk } from "web-kit/protocol.ts";
import type { Line } from "web-kit/signaling/socket.ts";
import { Asking } from "./asking.ts";
import { press, screen } from "./gallery/drawn.ts";
import { keyActs } from "./key-acts.ts";
import { KioskStore } from "./kiosk-store.ts";
import type { ScreenKeyboard } from "./screen-keyboard.ts";
import { say } from "./text/text.ts";
import { formView } from "./view.ts";

/** Somebody with a real keyboard on a screen of the gallery. */
function atABox(name: string) {
  const store = new KioskStore();
  const said: FromKiosk[] = [];
  const line = {
    operate: (operation: FromKiosk) => (said.push(operation), Promise.resolve({ type: "Accepted", opId: "", seq: 1 })),
  } as unknown as Line<FromKiosk>;
  let calls = 0;
  const keyboard = { done: () => undefined } as unknown as ScreenKeyboard;
  const acts = keyActs(store, new Asking(() => line, store), keyboard, () => (calls += 1));
  store.step(() => screen(name).state);
  const drawn = (change: Partial<Field> = {}) => {
    const view = screen(name, acts);
    const form = formView({ ...view, touch: store.touch });
    return view.state.item.fields.map((field) => formField(form, { ...field, ...change }, field.path));
  };
  return { store, acts, said, drawn, calls: () => calls };
}

test("beside a box the clerk in the talk is asked to write it, once until the box is left", () => {
  const { store, acts, said, drawn } = atABox("talking");
  press(drawn(), say("keys.clerk"));
  expect(said).toMatchObject([{ type: "Say", text: say("keys.please", { field: "字号" }) }]);
  press(drawn(), say("keys.askedShort"));
  expect(said).toHaveLength(1);
  acts.askedLeft();
  expect(store.touch.askedFor).toBeNull();
});

test("outside a call it calls a clerk", () => {
  const { said, drawn, calls } = atABox("form");
  press(drawn(), say("keys.clerk"));
  expect(calls()).toBe(1);
  expect(said).toEqual([]);
});

test("a secret and a choice have nobody who writes them", () => {
  const { drawn } = atABox("talking");
  expect(() => press(drawn({ sensitivity: "SECRET" }), say("keys.clerk"))).toThrow();
  expect(() => press(drawn({ kind: "CHOICE" }), say("keys.clerk"))).toThrow();
});
