import { language, setLanguage } from "web-kit/text/language.ts";

// How the kiosk looks to whoever stands before it: language, size and contrast are theirs to choose.

export function turnLanguage(): void {
  setLanguage(language() === "zh" ? "en" : "zh");
}

export function turnSize(): void {
  const { dataset } = document.documentElement;
  if (dataset["size"] === "elder") delete dataset["size"];
  else dataset["size"] = "elder";
}

export function turnContrast(): void {
  const { dataset } = document.documentElement;
  if (dataset["contrast"] === "high") dataset["contrast"] = "dark";
  else if (dataset["contrast"] === "dark") delete dataset["contrast"];
  else dataset["contrast"] = "high";
}

/** As the kiosk stands for whoever comes next. */
export function plainAppearance(): void {
  const { dataset } = document.documentElement;
  delete dataset["size"];
  delete dataset["contrast"];
  setLanguage("zh");
}
