import type { Blob, Capability, DeviceView, Trouble } from "../protocol.ts";
import { t } from "./text.ts";

/** The kind of device that does this, as people call it. */
export const deviceName = (what: Capability): string => t(`device.${what}`);

/** In a word or two. */
export const troubleWord = (why: Trouble): string => t(`trouble.${why}`) || t("trouble.IO_ERROR");

/** What happened, what is done about it, and what one can do: said to the applicant, or to the clerk. */
export function troubleSentence(why: Trouble, to: "applicant" | "clerk"): string {
  return to === "clerk"
    ? t(`troubled.clerk.${why}`) || t("troubled.clerk.IO_ERROR")
    : t(`troubled.${why}`) || t("troubled.IO_ERROR");
}

/** What somebody has to do at the kiosk before it goes on. */
export function waitsText(why: Trouble): string {
  switch (why) {
    case "MEDIA_EMPTY":
    case "MEDIA_JAM":
    case "COVER_OPEN":
    case "TONER_EMPTY":
    case "OUTPUT_FULL":
    case "NO_DOCUMENT":
    case "NO_CARD":
      return t(`waits.${why}`);
    default:
      return t("waits.other", { trouble: troubleWord(why) });
  }
}

/** How a device is: its condition, or what is wrong where that says more. */
export function deviceState(device: DeviceView): string {
  const words = device.troubles.map(troubleWord);
  const condition = t(`condition.${device.condition}`) || t("condition.UNKNOWN");
  if (device.condition === "DISABLED" || device.condition === "BUSY" || words.length === 0) return condition;
  return words.join(" · ");
}

/** What is wrong with the picture of a page; empty where nothing is. */
export const pictureWords = (page: Blob): string =>
  (page.faults ?? []).map((fault) => t(`picture.${fault}`)).join(" · ");
