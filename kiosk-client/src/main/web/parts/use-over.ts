import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "web-kit/elements/icon.ts";
import type { Blob, Trouble, UseView } from "web-kit/protocol.ts";
import { blobAddress } from "web-kit/room/blob-address.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { takes, wantsHands, watches } from "web-kit/room/uses.ts";
import { deviceName, pictureWords, troubleSentence } from "web-kit/text/devices.ts";
import { say } from "../text/text.ts";
import type { RoomScreen } from "../view.ts";
import { endedUse } from "./uses.ts";

/** How the last use of a device ended, with the pages that came of it, until it is read. */
export function useOver(view: RoomScreen): TemplateResult | typeof nothing {
  const use = endedUse(view.state.room, view.touch);
  const words = use === null ? null : howItEnded(use);
  if (use === null || words === null) return nothing;
  const first = pagesOf(view.state.room).length - use.pages.length;
  return html`<div class="notice notice--${words.kind}" role="status">
    ${icon(words.icon)}
    <p>${words.text}</p>
    ${use.pages.length === 0 ? nothing : thumbnails(view, use.pages, first)}
    <button type="button" class="button button--quiet" @click=${() => read(view, use)}>
      ${say(wantsHands(use) ? "use.taken" : "use.close")}
    </button>
  </div>`;
}

/** Who has taken the print says so with the same touch. */
function read({ acts }: RoomScreen, use: UseView): void {
  if (wantsHands(use)) acts.didByHand(use.command);
  acts.useRead(use.command);
}

function thumbnails(view: RoomScreen, pages: readonly Blob[], first: number): TemplateResult {
  return html`<ul class="thumbs">
    ${pages.map((page, index) => {
      const name = say("pages.large", { number: first + index + 1 });
      return html`<li>
        <button
          type="button"
          class="thumb"
          aria-label=${name}
          @click=${() => view.acts.touch({ sheet: "pages", pageShown: first + index })}
        >
          <img src=${blobAddress(page)} alt="" loading="lazy" />
        </button>
      </li>`;
    })}
  </ul>`;
}

type Words = { readonly kind: "ok" | "warn" | "plain"; readonly icon: IconName; readonly text: string };

function howItEnded(use: UseView): Words | null {
  const what = takes(use.task);
  const device = deviceName(what);
  const failed = (sentence: string): Words => ({
    kind: "warn",
    icon: "triangle-alert",
    text: say("use.failed", { device, sentence }),
  });
  switch (use.ended) {
    case "DONE":
      return { kind: "ok", icon: "circle-check", text: say(`use.done.${what}`, { count: use.pages.length }) };
    case "REFUSED":
      return { kind: "plain", icon: "info", text: say("use.refused", { device }) };
    case "CANCELLED": {
      // What was never allowed had not begun.
      if (!use.allowed) return null;
      if (watches(use)) return { kind: "plain", icon: "eye-off", text: say("watch.over") };
      const by = use.endedBy === "CLERK" || use.endedBy === "SYSTEM" ? use.endedBy : "APPLICANT";
      return { kind: "plain", icon: "info", text: say(`use.stopped.${by}`, { device }) };
    }
    case "FAILED":
      if (watches(use)) return { kind: "plain", icon: "eye-off", text: watchBroke(use.why ?? "IO_ERROR") };
      return failed(troubleSentence(use.why ?? "IO_ERROR", "applicant"));
    case "TIMED_OUT":
      if (watches(use)) return use.allowed ? { kind: "plain", icon: "eye-off", text: say("watch.over") } : null;
      return use.allowed ? failed(troubleSentence(what === "READ_CARD" ? "NO_CARD" : "TIMED_OUT", "applicant")) : null;
    default:
      return null;
  }
}

function watchBroke(why: Trouble): string {
  switch (why) {
    case "NOT_REACHED":
    case "OUTCOME_UNKNOWN":
      return say("watch.cut");
    case "OFFLINE":
    case "BUSY":
      return say(`watch.${why}`);
    default:
      return say("use.failed", { device: deviceName("CAPTURE"), sentence: troubleSentence(why, "applicant") });
  }
}

/** Every page of this visit, in the order in which they came. */
export function pagesOf(room: RoomState): readonly Blob[] {
  return room.uses.all.flatMap((use) => use.pages);
}

/** One page over the whole screen, and the way to the others. */
export function pagesSheet(view: RoomScreen): TemplateResult | typeof nothing {
  const pages = pagesOf(view.state.room);
  const at = Math.min(view.touch.pageShown, pages.length - 1);
  const page = pages[at];
  if (page === undefined) return nothing;
  const turn = (by: number) => view.acts.touch({ pageShown: at + by });
  const wrong = pictureWords(page);
  return html`<h2 class="dialog__title" tabindex="-1">${say("pages.of", { number: at + 1, count: pages.length })}</h2>
    ${wrong === "" ? nothing : html`<p class="pages__wrong">${icon("triangle-alert")}<span>${wrong}</span></p>`}
    <img class="pages__page" src=${blobAddress(page)} alt=${say("pages.of", { number: at + 1, count: pages.length })} />
    <div class="dialog__acts">
      ${
        pages.length === 1
          ? nothing
          : html`<button type="button" class="button button--quiet" ?disabled=${at === 0} @click=${() => turn(-1)}>
                ${say("pages.previous")}
              </button>
              <button
                type="button"
                class="button button--quiet"
                ?disabled=${at === pages.length - 1}
                @click=${() => turn(1)}
              >
                ${say("pages.next")}
              </button>`
      }
      <button type="button" class="button button--primary" @click=${() => view.acts.touch({ sheet: null })}>
        ${say("pages.close")}
      </button>
    </div>`;
}
