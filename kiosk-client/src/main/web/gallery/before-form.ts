import { atFirst, type KioskState } from "../kiosk-screen.ts";
import { item } from "web-kit/samples/item.ts";
import { lobby } from "./lobby.ts";
import { free, media, sample, touched, type Samples } from "./sample.ts";

const open = (changes: Partial<(typeof lobby.destinations)[number]>): KioskState => ({
  ...free,
  lobby: { ...lobby, destinations: lobby.destinations.map((each) => ({ ...each, ...changes })) },
});
const about = { at: "before", centre: "nanxun", item: "ENT_NAME" } as const;

/** What stands on the screen before a form is open. */
export const beforeForm: Samples = {
  starting: () => sample(atFirst),
  notSignedIn: () => sample({ ...atFirst, signedIn: "used" }),
  notSignedInMissing: () => sample({ ...atFirst, signedIn: "missing" }),
  elsewhere: () => sample({ ...free, line: { at: "closed", code: 4409 } }),
  interrupted: () => ({
    ...sample({ ...free, interrupted: { type: "Interrupted", room: "r", inCall: true } }),
    media,
  }),
  interruptedAlone: () => sample({ ...free, interrupted: { type: "Interrupted", room: "r", inCall: false } }),
  attract: () => sample(free),
  attractBusy: () => sample(open({ clerksFree: 0 })),
  attractClosed: () => sample(open({ open: false })),
  attractEmpty: () => sample({ ...free, lobby: { ...lobby, destinations: [] } }),
  choose: () => sample({ ...free, way: { at: "choose", centre: null, item: null } }),
  chosen: () => sample({ ...free, way: { at: "choose", centre: "nanxun", item: "ENT_NAME" } }),
  chooseEmpty: () =>
    sample({ ...free, lobby: { ...lobby, destinations: [] }, way: { at: "choose", centre: null, item: null } }),
  chooseNothing: () => sample({ ...open({ items: [] }), way: { at: "choose", centre: "nanxun", item: null } }),
  chooseUnstaffed: () =>
    sample({ ...open({ staffed: false }), way: { at: "choose", centre: "nanxun", item: "ENT_NAME" } }),
  before: () => sample({ ...free, item, way: about }),
  beforeClosed: () => sample({ ...free, item, way: { ...about, centre: "shushan" } }),
  beforeNothing: () => sample({ ...free, item: { ...item, materials: [], agreements: [] }, way: about }),
  beforeLoading: () => sample({ ...free, way: about }),
  beforeFailed: () => sample({ ...free, way: about }, touched({ itemFailed: true })),
  beforeOpening: () => sample({ ...free, item, way: about }, touched({ busy: "open" })),
  beforeRefused: () =>
    sample({ ...free, item, way: about, refused: { type: "Refused", opId: "o", why: "TRY_AGAIN", issues: [] } }),
};
