import { DoctorDesk } from "web-kit/doctor/doctor-desk.ts";
import type { CheckupActs } from "./acts.ts";
import { noCall, watched, type CallWatch } from "./call-watch.ts";
import type { KioskStore } from "./kiosk-store.ts";
import type { Sight } from "./sight.ts";
import { say } from "./text/text.ts";

/** What a finger does in the network check. */
export function checkupActs(checkup: Checkup, sight: Sight): CheckupActs {
  return {
    examine() {
      checkup.start();
      sight.dialog();
    },
    stopExamining: () => checkup.stop(),
    heardTone: (heard) => checkup.answer(heard),
    endExamining: () => checkup.putAway(),
  };
}

/** The kiosk's look at its own network and devices: on demand, and offered where a call had neither picture nor sound. */
export class Checkup {
  private readonly doctor = new DoctorDesk((examination) => this.store.touched({ examination }));
  private watch: CallWatch = noCall;
  private talking = false;

  constructor(private readonly store: KioskStore) {}

  start(): void {
    this.store.touched({ sheet: "doctor", checkupOffered: false, idleUntil: null });
    this.doctor.start(this.store.state.lobby?.kiosk ?? say("checkup.kiosk"));
  }

  stop(): void {
    this.doctor.stop();
  }

  answer(heard: boolean): void {
    this.doctor.answer(heard);
  }

  /** Closes it; nothing of it stays. */
  putAway(): void {
    this.doctor.putAway();
    if (this.store.touch.sheet === "doctor") this.store.touched({ sheet: null });
  }

  /** To be called whenever something changed. */
  look(): void {
    const { state, media, touch } = this.store;
    const call = state.call?.type === "Talking" ? state.call.call : null;
    if (call !== null && touch.sheet === "doctor") this.putAway();
    const before = this.watch;
    const { trouble } = media.local;
    const device = trouble === "missing" || trouble === "denied" || trouble === "busy";
    this.watch = watched(before, call, media.remote.connected, device, Date.now());
    const talking = call !== null;
    if (talking !== this.talking) {
      this.talking = talking;
      if (talking) this.store.touched({ checkupOffered: false });
      else if (this.watch.failed) this.store.touched({ checkupOffered: true });
    }
  }
}
