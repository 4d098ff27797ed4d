import type { ClerkCard, DeskView, InCall, LineEntry, LocalText, Ringing } from "web-kit/protocol.ts";
import type { SampleWords } from "../../shared/sample-words.ts";
import { entering, type ClerkDesk } from "../clerk-desk.ts";
import { ago, now } from "./time.ts";

export function youOf(words: SampleWords): ClerkCard {
  return { clerk: "li", name: words.clerk, staffNo: "012", unit: words.unit, region: words.far };
}

export function deskView(words: SampleWords, state: DeskView["state"], waiting = 3): DeskView {
  return {
    type: "DeskView",
    you: youOf(words),
    state,
    now,
    windows: [
      { name: words.windows[0], items: ["ENT_NAME"] },
      { name: words.windows[1], items: ["ENT_NAME"] },
    ],
    line: Array.from({ length: waiting }, (_, place) => lineEntry(words, place)),
    longWaitMinutes: 10,
  };
}

function lineEntry(words: SampleWords, place: number): LineEntry {
  const froms: readonly LocalText[] = [words.nearCentre, words.nearCentre, words.otherCentre];
  return {
    call: `c${place + 1}`,
    item: "ENT_NAME",
    itemTitle: place % 4 === 3 ? words.otherItem : words.item,
    fromCentre: froms[place % 3] ?? words.nearCentre,
    kiosk: words.kiosks[(place + 1) % 3] ?? words.kiosks[0],
    since: ago(Math.max(4, 760 - place * 66)),
    ringing: place === 0,
  };
}

export function ringing(words: SampleWords): Ringing {
  return {
    type: "Ringing",
    call: "c1",
    item: "ENT_NAME",
    itemTitle: words.item,
    fromCentre: words.nearCentre,
    kiosk: words.kiosks[1],
    since: ago(760),
    until: now + 14_000,
    helper: true,
  };
}

export function inCall(words: SampleWords): InCall {
  return {
    type: "InCall",
    call: "c1",
    room: "r1",
    code: "4721",
    fromCentre: words.nearCentre,
    kiosk: words.kiosks[1],
    since: ago(511),
    kioskHere: true,
    interrupted: false,
    maps: ["330503", "310117"],
  };
}

export function seated(words: SampleWords, more: Partial<ClerkDesk> = {}): ClerkDesk {
  return { ...entering, seat: "seated", line: { at: "open" }, desk: deskView(words, "READY"), ...more };
}
