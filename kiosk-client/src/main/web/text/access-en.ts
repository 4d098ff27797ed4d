import type { accessZh } from "./access-zh.ts";

/** What makes the kiosk usable for everybody: the keyboard on the screen, larger letters, reading aloud, the lowered screen. */
export const accessEn: Record<keyof typeof accessZh, string> = {
  "dock.read": "Read",
  "dock.quiet": "Stop",
  "dock.reach": "Lower",
  "keys.name": "Keyboard on the screen",
  "keys.delete": "Delete",
  "keys.shift": "Shift",
  "keys.letters": "Letters",
  "keys.space": "Space",
  "keys.done": "Done",
  "keys.clerk": "Let a clerk write it",
  "keys.clerkShort": "Ask clerk",
  "keys.askedShort": "Asked",
  "keys.please": "Please fill in “{field}” for me",
  "keys.asked": "The clerk has been asked to write it",
  "larger.offer": "Would larger letters help?",
  "larger.yes": "Yes, larger",
  "larger.no": "No",
  "read.chosen": "chosen",
};
