import { html, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { dateAndClock } from "web-kit/text/time.ts";
import { qr } from "./qr.ts";
import { say } from "../text/text.ts";
import type { RoomScreen, View } from "../view.ts";

/** Of a mobile that opens it. */
const digits = 4;

/** 先存起来，以后继续 */
export function keepButton(view: View): TemplateResult {
  return html`<button type="button" class="button button--second" @click=${view.acts.keepForLater}>
    ${icon("receipt-text")}<span>${say("aside.keep")}</span>
  </button>`;
}

/** Whether there is something by which the applicant would be known again: their card, or a mobile in the form. */
export function canBeKept(view: RoomScreen): boolean {
  const { room, item } = view.state;
  const mobiles = item.fields.filter((field) => field.kind === "MOBILE" && field.sensitivity !== "SECRET");
  return room.card !== null || mobiles.some((field) => (room.fields[field.path]?.value ?? "").length >= digits);
}

/**
 * The code to come back with, large enough to copy by hand, and what else has to be shown then.
 *
 * @param onward the visit goes on with another matter then
 */
export function asideSheet(view: View, onward = false): TemplateResult {
  const made = view.state.resumeCode;
  const close = () => view.acts.touch({ sheet: null });
  if (made === null)
    return html`<h2 class="dialog__title" tabindex="-1">${say("aside.title")}</h2>
      <p role="status">${say("aside.making")}</p>
      <div class="dialog__acts">
        <button type="button" class="button button--quiet" @click=${close}>${say("aside.back")}</button>
      </div>`;
  const also = made.card ? (made.mobile ? "aside.cardOrMobile" : "aside.card") : "aside.mobile";
  return html`<h2 class="dialog__title" tabindex="-1">${say("aside.title")}</h2>
    <div class="aside-slip">
      <p>${say("aside.code")}</p>
      <p class="aside-slip__code num" data-unspoken aria-label=${[...made.code].join(" ")}>${made.code}</p>
      ${qr(made.code, say("aside.qr"))}
      <p class="aside-slip__scan">${say("aside.scan")}</p>
      <p>${say("aside.until", { time: dateAndClock(made.until) })}</p>
      <p>${say(also)}</p>
    </div>
    <div class="dialog__acts">
      <button type="button" class="button button--quiet" @click=${close}>${say("aside.back")}</button>
      <button type="button" class="button button--second" @click=${view.acts.print}>
        ${icon("printer")}<span>${say("aside.print")}</span>
      </button>
      ${
        onward
          ? html`<button
              type="button"
              class="button button--primary"
              ?disabled=${view.touch.agreedTo === null || view.touch.busy !== null}
              @click=${view.acts.moveOnKept}
            >
              ${say("aside.goOn")}
            </button>`
          : html`<button type="button" class="button button--primary" @click=${view.acts.putAside}>
              ${say("aside.leave")}
            </button>`
      }
    </div>`;
}
