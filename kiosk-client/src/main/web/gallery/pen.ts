import { Pen } from "web-kit/form/pen.ts";
import type { Sample } from "./sample.ts";

/** The pen of a screen of the gallery, which writes nothing. */
export function penOf(sample: Sample): Pen {
  const pen = new Pen({
    room: () => sample.state.room,
    isMine: () => true,
    isMasked: () => false,
    maxLength: () => Infinity,
    operate: () => new Promise(() => undefined),
    send: () => undefined,
    changed: () => undefined,
  });
  pen.edits = sample.edits ?? {};
  pen.focused = sample.focused ?? null;
  sample.saved?.forEach((path) => pen.saved.add(path));
  return pen;
}
