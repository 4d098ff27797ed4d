import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { icon } from "web-kit/elements/icon.ts";
import type { SignLast } from "web-kit/form/form-view.ts";
import { fieldAt, pathsOf } from "web-kit/form/paths.ts";
import { undecided, unsettled } from "web-kit/room/edits.ts";
import type { RoomState } from "web-kit/room/room-state.ts";
import { local } from "web-kit/text/language.ts";
import { refusalText } from "web-kit/text/text.ts";
import { say } from "../text/text.ts";
import type { RoomScreen } from "../view.ts";
import { signPad } from "./sign-pad.ts";

/** Why the applicant does not sign yet; the server judges the same. */
export function signLast(view: RoomScreen): SignLast | null {
  const { room, item, line } = view.state;
  const { edits } = view.pen;
  if (line.at !== "open") return "offline";
  if (room.atKiosk === "HELPER") return "helper";
  const shown = item.pages.flatMap((page) => pathsOf({ item, room, edits }, page));
  const wrong = room.issues.some((issue) => fieldAt(item, issue.path)?.kind !== "SIGNATURE");
  const open = unsettled(edits, shown) || undecided(edits, shown).length > 0;
  return wrong || open || room.unconfirmed.length > 0 ? "left" : null;
}

/** Counts the changes of everything in the form but this signature. */
export function signedUnder(room: RoomState, path: string): number {
  return room.formRev - (room.fields[path]?.rev ?? 0);
}

/** The sheet somebody signs on. Nothing leaves it before they say that it is done. */
export function signSheet(view: RoomScreen): TemplateResult | typeof nothing {
  const { acts, touch, state } = view;
  const { signing } = touch;
  const field = signing === null ? null : fieldAt(state.item, signing.path);
  if (signing === null || field === null) return nothing;
  const { refused } = state;
  const wrong =
    refused !== null ? refusalText(refused.why) : signing.drawn && signing.text === null ? say("sign.notYet") : null;
  const drew = (text: string | null) => acts.touch({ signing: { ...signing, drawn: true, text } });
  const clear = () => acts.touch({ signing: { ...signing, drawn: false, text: null, round: signing.round + 1 } });
  const close = () => acts.touch({ sheet: null, signing: null });
  return html`<h2 class="dialog__title" tabindex="-1">${say("sign.title")}</h2>
    <p>${say("sign.text", { field: local(field.label) })}</p>
    <div class="signpad">
      ${keyed(
        signing.round,
        html`<canvas
          class="signpad__canvas"
          role="img"
          aria-label=${local(field.label)}
          ${signPad(signing.text, drew)}
        ></canvas>`,
      )}
    </div>
    <p class="signpad__state" role="status">
      ${wrong === null ? html`<span>${say("sign.cannot")}</span>` : html`${icon("circle-alert")}<span>${wrong}</span>`}
    </p>
    <div class="dialog__acts">
      <button type="button" class="button button--quiet" @click=${close}>${say("sign.back")}</button>
      <button type="button" class="button button--second" ?disabled=${!signing.drawn} @click=${clear}>
        ${icon("rotate-ccw")}<span>${say("sign.clear")}</span>
      </button>
      <button
        type="button"
        class="button button--primary"
        ?disabled=${signing.text === null || touch.busy === "sign"}
        @click=${acts.sign}
      >
        ${say(touch.busy === "sign" ? "sign.sending" : "sign.done")}
      </button>
    </div>`;
}
