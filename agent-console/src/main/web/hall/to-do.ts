import type { Board, KioskRow, WaitingRow, WindowRow } from "web-kit/protocol.ts";
import { deviceName, deviceState } from "web-kit/text/devices.ts";
import { s } from "../text/text.ts";
import { isLong } from "../shared/waited.ts";
import { staffOf } from "./hall-board.ts";

/** What only this manager can put right just now. */
export type ToDo =
  | { readonly what: "LONG_WAIT"; readonly row: WaitingRow }
  | { readonly what: "NO_CLERK"; readonly window: WindowRow }
  | { readonly what: "KEY_CLONED"; readonly kiosk: KioskRow }
  | { readonly what: "DAEMON_TOO_OLD"; readonly kiosk: KioskRow }
  | { readonly what: "KIOSK_FAULT"; readonly kiosk: KioskRow; readonly faults: readonly string[] }
  | { readonly what: "KIOSK_CLOSED"; readonly kiosk: KioskRow };

/** Which of a kiosk's devices do not work, and why, each in a few words. */
export function outOf(kiosk: KioskRow): readonly string[] {
  return (kiosk.condition?.devices ?? [])
    .filter((device) => device.condition === "FAULT" || device.condition === "DISABLED")
    .map((device) => `${device.can.map(deviceName).join("/")}${s("hall.colon")}${deviceState(device)}`);
}

/** An alarm first, then people, the longest waiting before the others; what rings is being seen to. */
export function toDos(board: Board, now: number): readonly ToDo[] {
  const waiting = board.waiting
    .filter((row) => row.mayAssign && row.ringingAt == null && isLong(now - row.since, board.longWaitMinutes))
    .toSorted((one, other) => one.since - other.since);
  const troubled = (trouble: KioskRow["trouble"]) => board.kiosks.filter((kiosk) => kiosk.trouble === trouble);
  return [
    ...troubled("KEY_CLONED").map((kiosk) => ({ what: "KEY_CLONED", kiosk }) as const),
    ...waiting.map((row) => ({ what: "LONG_WAIT", row }) as const),
    ...board.windows
      .filter((window) => staffOf(board, window.window).length === 0)
      .map((window) => ({ what: "NO_CLERK", window }) as const),
    ...troubled("TOO_OLD").map((kiosk) => ({ what: "DAEMON_TOO_OLD", kiosk }) as const),
    ...board.kiosks
      .map((kiosk) => ({ what: "KIOSK_FAULT", kiosk, faults: outOf(kiosk) }) as const)
      .filter(({ kiosk, faults }) => faults.length > 0 && kiosk.condition?.outOfOrder !== true),
    ...board.kiosks
      .filter((kiosk) => !kiosk.page && kiosk.condition?.outOfOrder !== true)
      .map((kiosk) => ({ what: "KIOSK_CLOSED", kiosk }) as const),
  ];
}
