import type { Destination, Lobby } from "web-kit/protocol.ts";
import { text } from "web-kit/samples/item.ts";
import { now } from "./people.ts";

const offered = [
  {
    item: "ENT_NAME",
    title: text("企业名称自主申报", "Company name declaration"),
    summary: text("开公司前先把名字定下来", "Fix the name before founding"),
  },
  {
    item: "PENSION_TRANSFER",
    title: text("企业职工基本养老保险关系转移接续", "Transfer of employees’ basic pension insurance"),
    summary: text("换了地方上班，把养老保险接过来", "Bring your pension along to a new place of work"),
  },
];
const place = (centre: string, zh: string, en: string, more: Partial<Destination>): Destination => ({
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
/** Three places: one with clerks free, one with a line, one closed. */
export const lobby: Lobby = {
  type: "Lobby",
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
};
