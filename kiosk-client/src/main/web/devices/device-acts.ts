import type { Asked, Asking } from "../asking.ts";
import type { DeviceActs } from "../acts.ts";
import type { KioskStore } from "../kiosk-store.ts";
import type { PageDevices } from "./page-devices.ts";

/**
 * What a touch does about the devices that the clerk operates.
 *
 * @param stopAtDaemon the way to the devices beside this page that needs no network
 */
export function deviceActs(
  store: KioskStore,
  asking: Asking,
  page: PageDevices,
  stopAtDaemon: (command: string) => void,
): DeviceActs {
  const inRoom = (asked: (room: string) => Asked) => {
    const { room } = store.state;
    if (room !== null) void asking.plain(asked(room.room));
  };
  return {
    allowUse(command) {
      page.allowed(command);
      inRoom((room) => ({ type: "AllowUse", room, command }));
    },
    refuseUse: (command) => inRoom((room) => ({ type: "RefuseUse", room, command })),
    stopUse(command) {
      store.touched({ stopping: [...store.touch.stopping, command] });
      page.stop(command);
      stopAtDaemon(command);
      inRoom((room) => ({ type: "StopUse", room, command }));
    },
    endUseConsent: (capability) => inRoom((room) => ({ type: "EndUseConsent", room, capability })),
    didByHand: (command) => inRoom((room) => ({ type: "DidByHand", room, command })),
    useRead: (command) => store.touched({ usesRead: [...store.touch.usesRead, command] }),
    shoot: () => void page.shoot(),
  };
}
