import type { KioskStanding } from "web-kit/protocol.ts";
import { atFirst, type KioskState } from "../kiosk-screen.ts";
import { guided, item } from "web-kit/samples/item.ts";
import { lobby, manyItems } from "./lobby.ts";
import { asked } from "./room.ts";
import { elsewhere, free, media, reader, realReader, sample, touched, type Samples } from "./sample.ts";

const open = (changes: Partial<(typeof lobby.destinations)[number]>): KioskState => ({
  ...free,
  lobby: { ...lobby, destinations: lobby.destinations.map((each) => ({ ...each, ...changes })) },
});
const standing = (changes: Partial<KioskStanding>): KioskState => ({
  ...free,
  standing: { type: "KioskStanding", outOfOrder: false, broken: [], others: [], elsewhere: [], ...changes },
});
const otherKiosks = [
  { zh: "自助服务区终端", en: "Kiosk in the self-service area" },
  { zh: "二楼大厅终端", en: "Kiosk on the second floor" },
];
const otherHalls = [
  {
    centre: { zh: "上海市闵行区政务服务中心", en: "Minhang Service Centre, Shanghai" },
    address: { zh: "闵行区示例路 1 号", en: "1 Shili Road, Minhang" },
    kiosks: otherKiosks,
  },
  {
    centre: { zh: "上海市青浦区政务服务中心", en: "Qingpu Service Centre, Shanghai" },
    kiosks: otherKiosks.slice(0, 1),
  },
];
const looking = (question: string, more: Parameters<typeof touched>[0] = {}) => touched({ question, ...more });
const place = { at: "choose", centre: "nanxun", item: null } as const;
const fits = (lobby.destinations[0]?.items ?? []).map((each) => ({ ...each, owners: ["nanxun", "yuhuatai"] }));
const about = { at: "before", centre: "nanxun", item: "ENT_NAME" } as const;

/** What stands on the screen before a form is open. */
export const beforeForm: Samples = {
  resume: () => sample({ ...free, reader, way: { at: "resume" } }, touched({ resumeCode: "7KQ2-M0XN" })),
  resumeReading: () =>
    sample(
      { ...free, reader: realReader, way: { at: "resume" } },
      touched({ resumeCode: "7KQ2-M0XN", busy: "resume", resumeCard: {} }),
    ),
  resumeWrong: () =>
    sample(
      { ...free, way: { at: "resume" }, refused: { type: "Refused", opId: "o", why: "WRONG_CODE", issues: [] } },
      touched({ resumeCode: "7KQ2-M0XN", lastDigits: "0427" }),
    ),
  resumeNoReader: () =>
    sample(
      {
        ...free,
        way: { at: "resume" },
        refused: { type: "Refused", opId: "o", why: "DEVICE_NOT_REACHED", issues: [] },
      },
      touched({ resumeCode: "7KQ2-M0XN" }),
    ),
  resumeElsewhere: () =>
    sample(
      { ...free, way: { at: "resume" }, refused: { type: "Refused", opId: "o", why: "OPEN_ELSEWHERE", issues: [] } },
      touched({ resumeCode: "7KQ2-M0XN", lastDigits: "0427" }),
    ),
  starting: () => sample(atFirst),
  notSignedIn: () => sample({ ...atFirst, signedIn: "used" }),
  notSignedInMissing: () => sample({ ...atFirst, signedIn: "missing" }),
  signedInEnded: () => sample({ ...atFirst, signedIn: "ended", line: { at: "closed", code: 4401 } }),
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
  attractMessage: () => sample(standing({ message: "今天 11:30 起维护，请在 11:00 前开始办理" })),
  attractDegraded: () => sample(standing({ broken: ["READ_CARD", "SCAN", "PRINT"] })),
  outOfOrder: () =>
    sample(standing({ outOfOrder: true, outOfOrderMessage: "打印机送修，下午 2 点恢复", others: otherKiosks })),
  outOfOrderElsewhere: () =>
    sample(standing({ outOfOrder: true, outOfOrderMessage: "打印机送修，下午 2 点恢复", elsewhere: otherHalls })),
  outOfOrderAlone: () => sample(standing({ outOfOrder: true, outOfOrderMessage: "打印机送修，下午 2 点恢复" })),
  outOfOrderPlain: () => sample(standing({ outOfOrder: true })),
  choose: () => sample({ ...free, way: { at: "choose", centre: null, item: null } }),
  chosen: () => sample({ ...free, way: { at: "choose", centre: "nanxun", item: "ENT_NAME" } }),
  choosePerson: () => sample({ ...free, way: { at: "choose", centre: null, item: null, person: true } }),
  chooseMany: () => sample({ ...open({ items: manyItems }), way: place }),
  chooseAllEvents: () => sample({ ...open({ items: manyItems }), way: place }, touched({ allEvents: true })),
  chooseEvent: () => sample({ ...open({ items: manyItems }), way: place }, touched({ event: "MOVE" })),
  chooseLooking: () => sample({ ...free, way: place }, looking("gjj")),
  chooseFound: () =>
    sample(
      { ...free, way: { ...place, item: "ENT_NAME" } },
      looking("公司名字", { found: [...fits, ...fits.slice(1).map((each) => ({ ...each, owners: ["shushan"] }))] }),
    ),
  chooseFoundFirst: () =>
    sample({ ...free, way: { ...place, centre: null, item: "ENT_NAME" } }, looking("公司名字", { found: fits })),
  chooseNotFound: () => sample({ ...open({ items: manyItems }), way: place }, looking("火星移民", { found: [] })),
  chooseEmpty: () =>
    sample({ ...free, lobby: { ...lobby, destinations: [] }, way: { at: "choose", centre: null, item: null } }),
  chooseNothing: () => sample({ ...open({ items: [] }), way: { at: "choose", centre: "nanxun", item: null } }),
  chooseUnstaffed: () =>
    sample({ ...open({ staffed: false }), way: { at: "choose", centre: "nanxun", item: "ENT_NAME" } }),
  ask: () => sample({ ...free, item: asked, way: { at: "ask", centre: "nanxun" } }),
  askClosed: () => sample({ ...free, item: asked, way: { at: "ask", centre: "shushan" } }),
  askCalling: () => sample({ ...free, item: asked, way: { at: "ask", centre: "nanxun" } }, touched({ busy: "open" })),
  guide: () => sample({ ...free, item: guided, way: about }),
  guideTold: () => sample({ ...free, item: guided, way: about, answers: { "/type": "LLC", "/preApproval": "false" } }),
  beforeTold: () =>
    sample({
      ...free,
      item: guided,
      way: { ...about, told: true },
      answers: { "/type": "LLC", "/preApproval": "true" },
    }),
  beforeUntold: () => sample({ ...free, item: guided, way: { ...about, told: true } }),
  before: () => sample({ ...free, item, way: about }),
  beforeUnlike: () => sample({ ...free, item, here: elsewhere, way: about }),
  beforeAlike: () => sample({ ...free, item, here: item, way: about }),
  differences: () => sample({ ...free, item, here: elsewhere, way: about }, touched({ sheet: "differences" })),
  beforeClosed: () => sample({ ...free, item, way: { ...about, centre: "shushan" } }),
  beforeNothing: () => sample({ ...free, item: { ...item, materials: [], agreements: [] }, way: about }),
  beforeLoading: () => sample({ ...free, way: about }),
  beforeFailed: () => sample({ ...free, way: about }, touched({ itemFailed: true })),
  beforeOpening: () => sample({ ...free, item, way: about }, touched({ busy: "open" })),
  beforeRefused: () =>
    sample({ ...free, item, way: about, refused: { type: "Refused", opId: "o", why: "TRY_AGAIN", issues: [] } }),
};
