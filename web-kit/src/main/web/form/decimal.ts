/** Numbers as people write them, counted exactly: binary fractions would make 0.1 + 0.2 a share too large. */
export type Decimal = { readonly units: bigint; readonly places: number };

/** Longer ones are read by nobody; the server reads none either. */
const LONGEST = 30;

/** Digits with at most one point between them and perhaps a minus in front; everything else is no number. */
export function decimal(text: string): Decimal | null {
  const minus = text.startsWith("-");
  const digits = minus ? text.slice(1) : text;
  if (digits.length > LONGEST || !/^[0-9]+(\.[0-9]+)?$/.test(digits)) return null;
  const [whole = "", fraction = ""] = digits.split(".");
  const units = BigInt(whole + fraction);
  return { units: minus ? -units : units, places: fraction.length };
}

export function compare(one: Decimal, other: Decimal): number {
  const [left, right] = aligned(one, other);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function plus(one: Decimal, other: Decimal): Decimal {
  const [left, right, places] = aligned(one, other);
  return { units: left + right, places };
}

export function minus(one: Decimal, other: Decimal): Decimal {
  const [left, right, places] = aligned(one, other);
  return { units: left - right, places };
}

export function times(one: Decimal, other: Decimal): Decimal {
  return { units: one.units * other.units, places: one.places + other.places };
}

/** 90 and not 90.00. */
export function plain({ units, places }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, "0");
  const fraction = digits.slice(digits.length - places).replace(/0+$/, "");
  const whole = places === 0 ? digits : digits.slice(0, -places);
  return `${units < 0n ? "-" : ""}${whole}${places > 0 && fraction !== "" ? `.${fraction}` : ""}`;
}

function aligned(one: Decimal, other: Decimal): [bigint, bigint, number] {
  const places = Math.max(one.places, other.places);
  const scaled = (number: Decimal) => number.units * 10n ** BigInt(places - number.places);
  return [scaled(one), scaled(other), places];
}
