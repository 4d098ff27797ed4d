import { language } from "./language.ts";
import { t } from "./text.ts";

/** One time zone for all places; a kiosk whose own is set wrongly still says the right hour. */
const zone = "Asia/Shanghai";

export function clock(at: number): string {
  return format(at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

export function clockWithSeconds(at: number): string {
  return format(at, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
}

export function day(at: number): string {
  const date = format(at, { month: "long", day: "numeric" });
  const weekday = format(at, { weekday: "long" });
  return language() === "zh" ? `${date} ${weekday}` : `${weekday}, ${date}`;
}

export function date(at: number): string {
  return format(at, { year: "numeric", month: "long", day: "numeric" });
}

export function dateAndClock(at: number): string {
  return `${date(at)} ${clock(at)}`;
}

/** "今天 13:30", "明天 09:00", or the date. */
export function soon(at: number, now: number): string {
  if (sameDay(at, now)) return t("time.today", { time: clock(at) });
  if (sameDay(at, now + 24 * 3_600_000)) return t("time.tomorrow", { time: clock(at) });
  return `${format(at, { month: "long", day: "numeric" })} ${clock(at)}`;
}

/** "2:41" */
export function lasting(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** "4–9 分钟": waiting is a range. */
export function minutes(from: number, to: number): string {
  return t("time.minutes", { range: from === to ? from : `${from}–${to}` });
}

function sameDay(one: number, other: number): boolean {
  const options = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  return format(one, options) === format(other, options);
}

function format(at: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language() === "zh" ? "zh-CN" : "en-GB", { timeZone: zone, ...options }).format(at);
}
