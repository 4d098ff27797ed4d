import { noChange } from "lit";
import { AsyncDirective, directive } from "lit/async-directive.js";
import type { ElementPart } from "lit/directive.js";
import SignaturePad from "signature_pad";
import { box, fitted, strokesOf, type Stroke } from "web-kit/form/strokes.ts";

/** What is on the pad by now: a signature, or null of what is none yet. */
type Drew = (text: string | null) => void;

/** Lets a finger, a pen or a mouse write on a canvas, whatever its size on the screen. */
class SignPad extends AsyncDirective {
  private pad: SignaturePad | null = null;
  private watch: ResizeObserver | null = null;
  /** As wide as the canvas was when its points were drawn. */
  private width = 0;
  private drew: Drew = () => {};

  override render(_drawn: string | null, _drew: Drew): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [drawn, drew]: [string | null, Drew]): typeof noChange {
    this.drew = drew;
    if (this.pad === null) this.begin(part.element as HTMLCanvasElement, drawn);
    return noChange;
  }

  protected override disconnected(): void {
    this.watch?.disconnect();
    this.pad?.off();
    this.pad = null;
  }

  private begin(canvas: HTMLCanvasElement, drawn: string | null): void {
    const pad = new SignaturePad(canvas, { minWidth: 2, maxWidth: 5, penColor: getComputedStyle(canvas).color });
    this.pad = pad;
    this.width = box.width;
    pad.fromData(strokesOf(drawn ?? "")?.map((stroke) => group(pad, stroke)) ?? [], { clear: false });
    pad.addEventListener("endStroke", () => this.drew(fitted(this.strokes(pad))));
    this.watch = new ResizeObserver(() => this.fit(pad, canvas));
    this.watch.observe(canvas);
  }

  /** A canvas that changes its size is empty; the same is drawn again, as much larger or smaller. */
  private fit(pad: SignaturePad, canvas: HTMLCanvasElement): void {
    const width = canvas.clientWidth;
    if (width === 0) return;
    const larger = width / this.width;
    const drawn = pad.toData().map((each) => ({
      ...each,
      points: each.points.map((point) => ({ ...point, x: point.x * larger, y: point.y * larger })),
    }));
    this.width = width;
    canvas.width = width * devicePixelRatio;
    canvas.height = canvas.clientHeight * devicePixelRatio;
    canvas.getContext("2d")?.scale(devicePixelRatio, devicePixelRatio);
    pad.penColor = getComputedStyle(canvas).color;
    pad.fromData(drawn.map((each) => ({ ...each, penColor: pad.penColor })));
  }

  private strokes(pad: SignaturePad): readonly Stroke[] {
    const unit = box.width / this.width;
    return pad.toData().map((each) => each.points.map((point): [number, number] => [point.x * unit, point.y * unit]));
  }
}

function group(pad: SignaturePad, stroke: Stroke) {
  const { minWidth, maxWidth, dotSize, penColor, velocityFilterWeight, compositeOperation } = pad;
  const points = stroke.map(([x, y], at) => ({ x, y, pressure: 0.5, time: at * 16 }));
  return { minWidth, maxWidth, dotSize, penColor, velocityFilterWeight, compositeOperation, points };
}

export const signPad = directive(SignPad);
