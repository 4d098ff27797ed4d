import type { RoomSnapshot } from "../protocol.ts";

/** A room that was just opened, as a page is told of it. */
export const snapshot: RoomSnapshot = {
  type: "RoomSnapshot",
  room: "r",
  seq: 1,
  item: "ENT_NAME",
  near: "songjiang",
  owner: "nanxun",
  form: { fields: {}, rows: {}, rev: 0, issues: [], unconfirmed: [] },
  suggestions: [],
  grants: [],
  chat: [],
  declared: [],
  atKiosk: "APPLICANT",
  migrations: [],
  led: { follows: true },
};
