import type { LifeEvent, OfferedItem } from "web-kit/protocol.ts";
import { text } from "web-kit/samples/item.ts";
import type { KioskLobby, Place } from "../kiosk-screen.ts";
import { now } from "./people.ts";

const offered: OfferedItem[] = [
  {
    item: "ENT_NAME",
    title: text("企业名称自主申报", "Company name declaration"),
    summary: text("开公司前先把名字定下来", "Fix the name before founding"),
    events: ["BUSINESS"],
  },
  {
    item: "PENSION_TRANSFER",
    title: text("企业职工基本养老保险关系转移接续", "Transfer of employees’ basic pension insurance"),
    summary: text("换了地方上班，把养老保险接过来", "Bring your pension along to a new place of work"),
    events: ["RETIRE"],
  },
];
const place = (centre: string, zh: string, en: string, more: Partial<Place>): Place => ({
  centre,
  name: text(`${zh}政务服务中心`, `${en} Service Centre`),
  region: text(zh, en),
  open: true,
  staffed: true,
  clerksFree: 0,
  expected: { ahead: 0, clerks: 1, minMinutes: 0, maxMinutes: 1 },
  items: offered,
  ...more,
});
const event = (code: string, zh: string, en: string): LifeEvent => ({ code, name: text(zh, en) });
const events = [
  event("BUSINESS", "开公司做生意", "Start a business"),
  event("HOME", "买房和住房", "A home"),
  event("MOVE", "搬家落户", "Moving"),
  event("BIRTH", "生孩子", "A child is born"),
  event("SCHOOL_WORK", "上学和工作", "School and work"),
  event("MEDICAL", "看病就医", "Seeing a doctor"),
  event("RETIRE", "退休养老", "Retirement"),
  event("CAR", "开车和买车", "Driving and cars"),
  event("PAPERS", "证件和证明", "Papers and certificates"),
  event("LAW", "打官司和求助", "Law and legal help"),
  event("FAREWELL", "家人过世", "A death in the family"),
];

/** As many as a place may handle: two or three to an event. */
export const manyItems: OfferedItem[] = Array.from({ length: 24 }, (_, index) => ({
  ...(offered[index % 2] as OfferedItem),
  item: index === 0 ? "ENT_NAME" : `ITEM_${index}`,
  events: [(events[index % events.length] as LifeEvent).code],
}));

/** Three places: one with clerks free, one with a line, one closed. */
export const lobby: KioskLobby = {
  kiosk: "310117-K1",
  centre: text("上海市松江区政务服务中心", "Songjiang Service Centre, Shanghai"),
  now,
  destinations: [
    place("nanxun", "浙江省湖州市南浔区", "Nanxun, Huzhou", { clerksFree: 3 }),
    place("yuhuatai", "江苏省南京市雨花台区", "Yuhuatai, Nanjing", {
      expected: { ahead: 2, clerks: 2, minMinutes: 6, maxMinutes: 10 },
    }),
    place("shushan", "安徽省合肥市蜀山区", "Shushan, Hefei", { open: false, opensAt: now + 23 * 3_600_000 }),
  ],
  events,
};
