import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { fieldAt } from "web-kit/form/paths.ts";
import type { Talking, UseView } from "web-kit/protocol.ts";
import { askedEveryTime, takes } from "web-kit/room/uses.ts";
import { deviceName } from "web-kit/text/devices.ts";
import { language, local } from "web-kit/text/language.ts";
import { say } from "../text/text.ts";
import type { RoomScreen } from "../view.ts";
import { materialsRung } from "./materials.ts";
import { askedUse, isOthers } from "./uses.ts";

/** Who would like to use which device, what for and for how long. Both answers are equally large, and nothing counts down. */
export function useAsked(view: RoomScreen, call: Talking): TemplateResult | typeof nothing {
  const use = askedUse(view.state.room);
  if (use === null) return nothing;
  const { acts } = view;
  const what = takes(use.task);
  const { clerk } = call;
  const question = say("use.ask", { name: clerk.name, device: deviceName(what) });
  const others = isOthers(view.state.room);
  return html`<div class="consent__asked" role="alertdialog" aria-label=${question}>
    <p class="consent__ask">
      <b>${question}</b
      ><span class="consent__who">${say("use.asker", { number: clerk.staffNo, region: local(clerk.region) })}</span>
      ${
        others
          ? html`<b>${say("use.onlyYou")}</b>`
          : [purpose(view, use, clerk.name), say(askedEveryTime(what) ? "use.once" : "use.visit")].join(
              language() === "en" ? " " : "",
            )
      }
    </p>
    ${
      others
        ? html`<button type="button" class="button button--second" @click=${() => acts.handOver("APPLICANT")}>
            ${icon("user-round")}<span>${say("helper.toApplicant")}</span>
          </button>`
        : html`<button type="button" class="button button--second" @click=${() => acts.allowUse(use.command)}>
            ${icon("check")}<span>${say("consent.yes")}</span>
          </button>`
    }
    <button type="button" class="button button--second" @click=${() => acts.refuseUse(use.command)}>
      ${icon("x")}<span>${say("consent.no")}</span>
    </button>
  </div>`;
}

/** What is going to be read, seen or made. */
function purpose(view: RoomScreen, { task }: UseView, name: string): string {
  switch (task.type) {
    case "ReadIdCard":
      return say("use.what.READ_CARD");
    case "ScanPages":
      return say("use.what.SCAN", { pages: task.source === "GLASS" ? 1 : task.maxPages, name });
    case "PrintDocument":
      return say("use.what.PRINT", { copies: task.copies });
    case "CapturePage":
    case "WatchBed":
      return say("use.what.CAPTURE", { name });
    case "DrawSignature": {
      const field = fieldAt(view.state.item, task.field);
      return say("use.what.SIGN", { field: field === null ? "" : local(field.label) });
    }
  }
}

/** What was allowed for this visit: one touch takes it back. */
export function usesAllowed(view: RoomScreen): TemplateResult | typeof nothing {
  const { allowed } = view.state.room.uses;
  const materials = materialsRung(view);
  if (allowed.length === 0 && materials === nothing) return nothing;
  return html`<div class="ladder ladder--devices" role="group" aria-label=${say("use.allowed")}>
    ${allowed.map(
      (what) =>
        html`<button
          type="button"
          class="rung rung--on"
          aria-label=${say("use.withdraw", { device: deviceName(what) })}
          @click=${() => view.acts.endUseConsent(what)}
        >
          ${icon("circle-check")}<span>${say("use.withdraw", { device: deviceName(what) })}</span>
        </button>`,
    )}
    ${materials}
  </div>`;
}
