import type { TakeActs } from "./acts.ts";
import type { KioskStore } from "./kiosk-store.ts";

/** What a touch does about the things that the applicant takes along. */
export function takeActs(store: KioskStore, endVisit: () => void): TakeActs {
  return {
    print() {
      store.step((state) => ({ ...state, printed: true }));
      window.print();
    },
    take(thing) {
      const { state, touch } = store;
      if (state.way.at !== "take") return;
      const taken = touch.taken.includes(thing)
        ? touch.taken.filter((each) => each !== thing)
        : [...touch.taken, thing];
      store.touched({ taken });
      if (state.way.things.every((each) => taken.includes(each))) endVisit();
    },
  };
}
