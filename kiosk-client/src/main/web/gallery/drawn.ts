import type { Acts } from "../acts.ts";
import { hasRoom, type RoomScreen } from "../view.ts";
import { penOf } from "./pen.ts";
import type { Sample } from "./sample.ts";
import { samples } from "./samples.ts";

// For tests, which have no browser to draw in.

/** A screen of the gallery with a room, as it would be drawn. */
export function screen(
  name: string,
  acts: Partial<Acts> = {},
  change: (sample: Sample) => Sample = (sample) => sample,
): RoomScreen {
  const make = samples[name];
  if (make === undefined) throw new Error(`there is no sample ${name}`);
  const sample = change(make());
  const view = { ...sample, pen: penOf(sample), acts: acts as Acts };
  if (!hasRoom(view)) throw new Error(`${name} has no room`);
  return view;
}

/** Presses the button that has these words on it, wherever it is in what is drawn. */
export function press(drawing: unknown, words: string): void {
  const button = buttonOf(drawing, words);
  if (button === null) throw new Error(`there is no button ${words}`);
  button();
}

function buttonOf(drawing: unknown, words: string): (() => void) | null {
  if (Array.isArray(drawing)) {
    for (const part of drawing) {
      const found = buttonOf(part, words);
      if (found !== null) return found;
    }
    return null;
  }
  if (typeof drawing !== "object" || drawing === null || !("values" in drawing)) return null;
  const values = drawing.values as readonly unknown[];
  const act = values.find((value) => typeof value === "function");
  return values.includes(words) && act !== undefined ? (act as () => void) : buttonOf(values, words);
}
