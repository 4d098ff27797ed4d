import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { pages, type Writing } from "../chinese/writing.ts";
import { say } from "../text/text.ts";
import type { View } from "../view.ts";

/** As it stands in textbooks. */
export function typedPinyin({ typed }: Writing): string {
  return typed.replaceAll("v", "ü");
}

/** The words that may be meant, as many as have room beside each other, and the way to the others; before, how it goes. */
export function offeredWords(view: View, { typed, offers, from }: Writing, lying: boolean): TemplateResult {
  if (offers.length === 0)
    return html`<p class="word-offers word-offers--none">
      ${say(typed === "" ? "keys.pinyinFirst" : "keys.noWords")}
    </p>`;
  const { room, widthOf } = measures(typed, lying);
  const starts = pages(offers, room, widthOf);
  const page = Math.max(
    0,
    starts.findLastIndex((start) => start <= from),
  );
  const end = starts[page + 1] ?? offers.length;
  return html`<div class="word-offers" role="group" aria-label=${say("keys.words")}>
    ${offers
      .slice(starts[page], end)
      .map(
        (offer) =>
          html`<button type="button" class="word-offer" @click=${() => view.acts.chooseWord(offer)}>
            ${offer.text}
          </button>`,
      )}
    ${starts.length === 1 ? nothing : [turn(view, starts[page - 1], "keys.back"), turn(view, starts[page + 1], "keys.more")]}
  </div>`;
}

function turn(view: View, to: number | undefined, name: "keys.back" | "keys.more"): TemplateResult {
  return html`<button
    type="button"
    class="word-offer word-offer--turn"
    aria-label=${say(name)}
    ?disabled=${to === undefined}
    @click=${() => to !== undefined && view.acts.turnOffers(to)}
  >
    ${icon(name === "keys.back" ? "arrow-left" : "arrow-right")}
  </button>`;
}

/** What stands beside the words takes room from them: on a lying screen the acts of the keyboard, too. */
function measures(typed: string, lying: boolean): { room: number; widthOf: (text: string) => number } {
  const style = getComputedStyle(document.documentElement);
  const pixels = (name: string) => Number.parseFloat(style.getPropertyValue(name));
  const [letter, target, gap] = [pixels("--t-h3"), pixels("--target"), 8];
  const turns = 2 * (target + gap);
  const beside = lying ? target + 7 * pixels("--t-body") + Math.max(6, typed.length) * 0.62 * letter + 5 * 12 : 0;
  return {
    room: innerWidth - 40 - turns - beside,
    widthOf: (text) => Math.max(target, [...text].length * letter + 26) + gap,
  };
}
