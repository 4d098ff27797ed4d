import { chooseDevice } from "web-kit/media/devices.ts";
import { signIn, signOut } from "../shared/sign-in.ts";
import type { ClerkCore } from "./clerk-core.ts";
import type { SeatActs } from "./clerk-page.ts";

/** Set while this browser tab lives, so that a reload does not ask for the devices again. */
const CHECKED = "vw-devices-checked";

export function devicesWereChecked(): boolean {
  return sessionStorage.getItem(CHECKED) !== null;
}

/** Signing in and out, the devices, and the dialogs over everything. */
export function seatActs(core: ClerkCore): SeatActs {
  return {
    signIn(form) {
      core.change((page) => ({ ...page, signIn: { at: "going" } }));
      void signIn("clerk", form).then((answer) => {
        core.change((page) => ({ ...page, signIn: answer === "in" ? { at: "asking" } : answer }));
        if (answer === "in") core.takeOver();
      });
    },

    signOut() {
      sessionStorage.removeItem(CHECKED);
      void signOut("clerk");
    },

    takeOver: () => core.takeOver(),

    dismiss: () => core.work({ notice: null }),

    showKeys: (keysShown) => core.work({ keysShown }),

    showSettings: (settingsShown) => core.work({ settingsShown }),

    testTone() {
      void core.ring.test().then(() => core.work({ audible: core.ring.audible }));
    },

    chooseDevice(kind, id) {
      chooseDevice(kind, id);
      if (kind === "speaker") void core.ring.unlock();
      else void core.media.call.changeDevice(kind);
      core.change((page) => page);
    },

    allowNotices() {
      void Notification.requestPermission().then(() => core.change((page) => page));
    },

    checked() {
      sessionStorage.setItem(CHECKED, "yes");
      core.work({ checked: true });
    },

    checkAgain: () => core.work({ checked: false }),

    examine() {
      core.work({ settingsShown: false });
      core.doctor.start(null);
    },

    stopExamining: () => core.doctor.stop(),

    heardTone: (heard) => core.doctor.answer(heard),

    printExamination: () => window.print(),

    copyExamination: () => void core.doctor.copy(),

    endExamining: () => core.doctor.putAway(),
  };
}
