import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import type { UseView } from "web-kit/protocol.ts";
import { takes, wantsHands, watches } from "web-kit/room/uses.ts";
import { deviceName, waitsText } from "web-kit/text/devices.ts";
import { say } from "../text/text.ts";
import type { View } from "../view.ts";
import { readsToResume } from "../devices/card-acts.ts";
import { runningUses } from "./uses.ts";

/**
 * The red bar: which device is in use, what it does or waits for, and 停止. On every screen of the visit, at the bottom where
 * everybody reaches it, and over whatever lies over the screen.
 */
export function useBar(view: View): TemplateResult | typeof nothing {
  const { room } = view.state;
  const running = room === null ? [] : shown(runningUses(room));
  if (room === null && readsToResume(view.touch)) return html`<div class="inuse" role="status">${reading(view)}</div>`;
  if (running.length === 0) return nothing;
  return html`<div class="inuse" role="status">${running.map((use) => row(view, use))}</div>`;
}

/** A page that is taken while the clerk watches is no use more: one 停止 ends both. */
function shown(running: readonly UseView[]): readonly UseView[] {
  return running.some(watches) ? running.filter(({ task }) => task.type !== "CapturePage") : running;
}

function row(view: View, use: UseView): TemplateResult {
  const { acts, state, touch } = view;
  const device = deviceName(takes(use.task));
  const stopping = touch.stopping.includes(use.command);
  const percent = state.room?.uses.progress[use.command]?.percent ?? null;
  const words = html`${stopping ? say("use.stopping") : doing(view, use)}${
    percent === null || stopping ? nothing : html` <span class="num">${say("use.percent", { percent })}</span>`
  }`;
  const laid = wantsHands(use) && !stopping && percent === null ? () => acts.didByHand(use.command) : null;
  return inUse(device, words, stopping, () => acts.stopUse(use.command), laid);
}

/** For somebody who comes back to their matter. */
function reading({ acts }: View): TemplateResult {
  return inUse(deviceName("READ_CARD"), html`${say("use.doing.READ_CARD")}`, false, () => acts.stopReading());
}

/** @param laid where paper is to be laid for it: says that it lies there */
function inUse(
  device: string,
  words: TemplateResult,
  stopping: boolean,
  stop: () => void,
  laid: (() => void) | null = null,
): TemplateResult {
  return html`<div class="inuse__row">
    ${icon("circle-stop")}
    <p class="inuse__words">
      <b>${say("use.running", { device })}</b>
      <span>${words}</span>
    </p>
    ${
      laid === null
        ? nothing
        : html`<button type="button" class="button inuse__laid" @click=${laid}>
            ${icon("check")}<span>${say("use.laid")}</span>
          </button>`
    }
    <button
      type="button"
      class="button inuse__stop"
      aria-label=${say("use.stopName", { device })}
      ?disabled=${stopping}
      @click=${stop}
    >
      ${icon("x")}<span>${say("use.stop")}</span>
    </button>
  </div>`;
}

function doing(view: View, use: UseView): string {
  if ((use.byHand ?? null) !== null) return say("use.laidTold");
  if (watches(use)) return say("use.doing.watch");
  const waitsFor = view.state.room?.uses.progress[use.command]?.waitsFor ?? null;
  return waitsFor === null ? say(`use.doing.${takes(use.task)}`) : waitsText(waitsFor);
}
