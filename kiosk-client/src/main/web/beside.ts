import { placeAddress, type CentrePlace } from "web-kit/form/centre-place.ts";
import { ItemDesk } from "./item-desk.ts";
import type { KioskStore } from "./kiosk-store.ts";

/** What the clerk put beside the form, or what comes next: its item, or the place of its centre, is fetched as that changes. */
export class Beside {
  private readonly others = new ItemDesk(
    (other) => this.store.step((state) => ({ ...state, other })),
    () => {}, // the form does not need it
  );
  private otherWanted: string | null = null;
  private readonly maps = new ItemDesk<CentrePlace>(
    (map) => this.store.step((state) => ({ ...state, map })),
    () => {},
  );
  private mapWanted: string | null = null;

  constructor(private readonly store: KioskStore) {}

  /** To be called whenever it may have changed. */
  look(): void {
    const { room } = this.store.state;
    const shown = room?.presented ?? null;
    this.lookAtMap(shown?.type === "CentreMap" ? shown.centre : null);
    const wanted = shown?.type === "Leaflet" || shown?.type === "NextItem" ? shown.item : this.store.touch.next || null;
    if (wanted === this.otherWanted) return;
    this.otherWanted = wanted;
    if (room === null || wanted === null) {
      this.others.forget();
      this.store.step((state) => ({ ...state, other: null }));
    } else this.others.want(wanted, room.owner);
  }

  /** Nothing of one room is fetched for the next. */
  forget(): void {
    this.others.forget();
    this.otherWanted = null;
    this.maps.forget();
    this.mapWanted = null;
  }

  private lookAtMap(centre: string | null): void {
    if (centre === this.mapWanted) return;
    this.mapWanted = centre;
    if (centre === null) {
      this.maps.forget();
      this.store.step((state) => ({ ...state, map: null }));
    } else this.maps.wantAt(placeAddress(centre));
  }
}
