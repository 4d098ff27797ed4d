/** Days of the calendar, written `2026-01-31`. */
export type Day = { readonly year: number; readonly month: number; readonly day: number };

/** Only days that exist. */
export function day(text: string): Day | null {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return null;
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lastOf(year, month);
  return exists ? { year, month, day } : null;
}

/** Whole years from the first to the second; 29 February counts on 1 March. */
export function yearsBetween(from: Day, to: Day): number {
  if (order(from, to) > 0) return 0 - yearsBetween(to, from);
  const years = to.year - from.year;
  const reached = to.month > from.month || (to.month === from.month && to.day >= from.day);
  return reached ? years : years - 1;
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((at(to) - at(from)) / 86_400_000);
}

/** The civil day in China of a time in milliseconds. */
export function civilDay(milliseconds: number): string {
  return new Date(milliseconds + 8 * 3_600_000).toISOString().slice(0, 10);
}

function order(one: Day, other: Day): number {
  return one.year - other.year || one.month - other.month || one.day - other.day;
}

function lastOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function at({ year, month, day }: Day): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}
