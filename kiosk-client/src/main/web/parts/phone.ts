import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import type { SentPage } from "web-kit/protocol.ts";
import { blobAddress } from "web-kit/room/blob-address.ts";
import { materialAt } from "web-kit/room/materials.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { local } from "web-kit/text/language.ts";
import { pictureWords } from "web-kit/text/devices.ts";
import { isGood, type PhoneCode } from "../phone-code.ts";
import { say } from "../text/text.ts";
import { isUndisturbed, type Touch } from "../touch.ts";
import type { RoomScreen } from "../view.ts";
import { qr } from "./qr.ts";
import { isOthers } from "./uses.ts";

function nameOf(view: RoomScreen, code: string): string {
  const material = view.state.item.materials.find((each) => each.code === code);
  return material === undefined ? "" : local(material.name);
}

/** The code with which one phone sends pages of one material, for how long it is good, and whether a phone has it. */
export function phoneSheet(view: RoomScreen): TemplateResult {
  const { phone } = view.state;
  const minutes = phone === null ? 0 : Math.ceil((phone.until - view.now) / 60_000);
  const over = phone !== null && !isGood(phone, view.state.room.room, view.now);
  return html`<h2 class="dialog__title" tabindex="-1">${say("phone.title")}</h2>
    ${phone === null ? html`<p role="status">${say("phone.coming")}</p>` : nothing}
    ${phone === null || over ? nothing : phone.opened ? opened(view, phone) : code(view, phone, minutes)}
    ${
      over
        ? html`<div class="phone__words" role="status">
            <p><b>${nameOf(view, phone.material)}</b></p>
            <p>${say(phone.ended && phone.until > view.now ? "phone.ended" : "phone.over")}</p>
          </div>`
        : nothing
    }
    <div class="dialog__acts">
      ${
        phone === null || over
          ? nothing
          : html`<button type="button" class="button button--quiet" @click=${() => view.acts.endPhone()}>
              ${icon("circle-x")}<span>${say("phone.end")}</span>
            </button>`
      }
      ${
        over
          ? html`<button type="button" class="button button--second" @click=${() => view.acts.endPhone()}>
                ${say("phone.close")}
              </button>
              <button type="button" class="button button--primary" @click=${() => view.acts.offerPhone(phone.material)}>
                ${say("phone.anew")}
              </button>`
          : html`<button type="button" class="button button--primary" @click=${() => view.acts.touch({ sheet: null })}>
              ${say("phone.close")}
            </button>`
      }
    </div>`;
}

function code(view: RoomScreen, phone: PhoneCode, minutes: number): TemplateResult {
  return html`<div class="phone">
    ${qr(`${location.origin}/phone/#${phone.code.replaceAll("-", "")}`, say("phone.qr"))}
    <div class="phone__words">
      <p><b>${nameOf(view, phone.material)}</b></p>
      ${phone.instead === null ? html`<p>${say("phone.scan")}</p>` : instead(nameOf(view, phone.instead))}
      <p>${say("phone.minutes", { minutes })}</p>
      <p class="phone__type">${say("phone.type", { address: `${location.host}/phone/` })}</p>
      <p class="phone__code num" data-unspoken>${phone.code}</p>
    </div>
  </div>`;
}

/** The code of before is over: whoever had it scanned knows how, and is told to scan this one. */
const instead = (before: string): TemplateResult =>
  html`<p role="status"><b>${say("phone.instead", { before })}</b></p>`;

function opened(view: RoomScreen, phone: PhoneCode): TemplateResult {
  const taken = materialAt(view.state.room.materials, phone.material).pages.filter((each) => each.phone).length;
  return html`<div class="phone__words" role="status">
    <p class="phone__seen">${icon("smartphone")}<b>${say("phone.opened")}</b></p>
    <p><b>${nameOf(view, phone.material)}</b></p>
    <p>${taken === 0 ? say("phone.next") : say("phone.taken", { count: taken })}</p>
    <p>${say("phone.notYours")}</p>
    ${
      phone.another
        ? html`<p class="pages__wrong">${icon("triangle-alert")}<span>${say("phone.another")}</span></p>`
        : nothing
    }
  </div>`;
}

/** The page of a phone that is to be seen now; not while somebody is busy with what is over the screen. */
export function shownSent({ sent, filed }: RoomState, touch: Touch): SentPage | null {
  return filed !== null || isUndisturbed(touch) ? null : (sent[0] ?? null);
}

/** A page that a phone sent: nobody else sees it before the applicant takes it. */
export function sentSheet(view: RoomScreen): TemplateResult | null {
  const { sent } = view.state.room;
  const first = shownSent(view.state.room, view.touch);
  if (first === null) return null;
  const { page } = first;
  const wrong = pictureWords(page);
  return html`<h2 class="dialog__title" tabindex="-1">${say("sent.title")}</h2>
    <p>
      ${say("sent.text", { name: nameOf(view, first.material) })}
      ${sent.length > 1 ? say("sent.more", { count: sent.length - 1 }) : nothing}
    </p>
    ${wrong === "" ? nothing : html`<p class="pages__wrong">${icon("triangle-alert")}<span>${wrong}</span></p>`}
    <img class="pages__page" src=${blobAddress(page)} alt=${say("sent.page")} />
    <div class="dialog__acts">
      ${
        isOthers(view.state.room)
          ? html`<button type="button" class="button button--primary" @click=${() => view.acts.handOver("APPLICANT")}>
              ${say("helper.toApplicant")}
            </button>`
          : html`<button type="button" class="button button--second" @click=${() => view.acts.dropSent(page.blob)}>
                ${say("sent.no")}
              </button>
              <button type="button" class="button button--primary" @click=${() => view.acts.takeSent(page.blob)}>
                ${say("sent.yes")}
              </button>`
      }
    </div>`;
}
