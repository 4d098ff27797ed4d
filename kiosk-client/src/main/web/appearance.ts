import { language, setLanguage } from "web-kit/text/language.ts";

// How the kiosk looks and sounds to whoever sits before it: theirs to choose, for this visit only.

const html = () => document.documentElement.dataset;

/** From 21 points to 25 to 30: whoever chose one of the larger ones is in elderly mode. */
export const sizes = [null, "large", "elder"] as const;

export function turnLanguage(): void {
  setLanguage(language() === "zh" ? "en" : "zh");
}

export function turnSize(): void {
  const now = sizes.findIndex((size) => size === (html()["size"] ?? null));
  const next = sizes[(now + 1) % sizes.length];
  if (next == null) delete html()["size"];
  else html()["size"] = next;
}

/** Larger, calmer, slower, and straight to a person. */
export function isElderly(): boolean {
  return typeof document !== "undefined" && html()["size"] !== undefined;
}

export function turnContrast(): void {
  if (html()["contrast"] === "high") html()["contrast"] = "dark";
  else if (html()["contrast"] === "dark") delete html()["contrast"];
  else html()["contrast"] = "high";
}

/** Whether all that is to be touched lies where somebody in a wheelchair reaches it. */
export function isLowered(): boolean {
  return html()["reach"] === "low";
}

export function turnReach(): void {
  if (isLowered()) delete html()["reach"];
  else html()["reach"] = "low";
}

export function isReading(): boolean {
  return html()["reading"] === "on";
}

export function setReading(on: boolean): void {
  if (on) html()["reading"] = "on";
  else delete html()["reading"];
}

/** As the kiosk stands for whoever comes next. */
export function plainAppearance(): void {
  for (const chosen of ["size", "contrast", "reach", "reading"]) delete html()[chosen];
  setLanguage("zh");
}
