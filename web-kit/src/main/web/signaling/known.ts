import type { ToClerk, ToHall, ToKiosk } from "../protocol.ts";

/** The doors of the server that a page can come through. */
export type Door = "kiosk" | "clerk" | "hall";

type Names<To extends { type: string }> = Readonly<Record<To["type"], true>>;

const everybody = { Accepted: true, Refused: true, Beat: true, NotUnderstood: true } as const;
const inCalls = {
  ...everybody,
  MediaPlan: true,
  MediaSignal: true,
  RelaySignal: true,
  MediaState: true,
  MediaRestart: true,
  RoomSnapshot: true,
  RoomHappened: true,
  RoomLeft: true,
  Shown: true,
  Revealed: true,
  ItemRenewed: true,
  MigrationPreview: true,
  DevicesShown: true,
  UseProgress: true,
} as const;

const kiosk: Names<ToKiosk> = {
  ...inCalls,
  CardReader: true,
  PhoneOffered: true,
  PhoneOver: true,
  PhoneSeen: true,
  ResumeCodeMade: true,
  KioskCallChanged: true,
  Interrupted: true,
  KioskStanding: true,
  TestPage: true,
  Lobby: true,
};
const clerk: Names<ToClerk> = { ...inCalls, AsideChanged: true, ClerkCallChanged: true, DeskView: true };
const hall: Names<ToHall> = { ...everybody, Board: true, WaitingLately: true, CodeMade: true };

/** What each door may say. A message added to the protocol and not here does not compile. */
export const known: Readonly<Record<Door, Readonly<Record<string, true>>>> = { kiosk, clerk, hall };
