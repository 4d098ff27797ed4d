import { noMedia, type MediaView } from "web-kit/media/call-media.ts";
import { Store } from "web-kit/state/store.ts";
import { atFirst, type KioskState } from "./kiosk-screen.ts";
import { untouched, type Touch } from "./touch.ts";

type Shown = { readonly state: KioskState; readonly touch: Touch; readonly media: MediaView };

/** Everything the page is drawn from. */
export class KioskStore {
  private readonly store = new Store<Shown>({ state: atFirst, touch: untouched, media: noMedia });
  /** Rises with every visit, so that a late answer to one does not touch the screen of the next. */
  visit = 0;

  get state(): KioskState {
    return this.store.state.state;
  }

  get touch(): Touch {
    return this.store.state.touch;
  }

  get media(): MediaView {
    return this.store.state.media;
  }

  step(change: (state: KioskState) => KioskState): void {
    this.store.change((shown) => ({ ...shown, state: change(shown.state) }));
  }

  touched(change: Partial<Touch>): void {
    this.store.change((shown) => ({ ...shown, touch: { ...shown.touch, ...change } }));
  }

  played(media: MediaView): void {
    this.store.change((shown) => ({ ...shown, media }));
  }

  /** Drawn after this turn, never within it: a box that is drawn away while it has the focus is left in the midst of drawing. */
  redraw(): void {
    this.store.change((shown) => shown);
  }

  subscribe(draw: () => void): void {
    this.store.subscribe(draw);
  }
}
