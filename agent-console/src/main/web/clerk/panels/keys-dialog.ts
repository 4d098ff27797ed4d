import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { icon } from "web-kit/elements/icon.ts";
import { showModal } from "../../shared/take-focus.ts";
import { key } from "../../shared/top-bar.ts";
import { s } from "../../text/text.ts";
import type { ClerkActs } from "../clerk-page.ts";

/** Which key does what. */
export function keysDialog(shown: boolean, act: ClerkActs): TemplateResult | typeof nothing {
  if (!shown) return nothing;
  return html`<dialog
    class="card keys"
    aria-labelledby="keys-title"
    @close=${() => act.showKeys(false)}
    ${ref(showModal)}
  >
    <header class="keys__head">
      <h2 id="keys-title">${s("keys.title")}</h2>
      <button type="button" class="button button--bare panel__end" @click=${() => act.showKeys(false)}>
        ${icon("x")}<span>${s("app.close")}</span>
      </button>
    </header>
    <dl class="keys__list">
      ${row("F2", s("keys.answer"))} ${row("Esc", s("keys.decline"))} ${row("F10", s("keys.hangUp"))}
      ${row("Enter", s("keys.next"))} ${row("F8", s("keys.ready"))} ${row("M", s("keys.mute"))}
      ${row("P", s("keys.point"))} ${row("S", s("keys.suggest"))} ${row("W", s("keys.write"))}
      ${row("T", s("keys.chat"))} ${row("F", s("keys.screen"))} ${row("D", s("keys.settings"))}
      ${row("N", s("keys.sayStep"))} ${row("K", s("keys.tickStep"))} ${row("G", s("keys.pointAtStep"))}
      ${row("R", s("keys.sample"))} ${row("Q", s("keys.ask"))} ${row("U", s("keys.undo"))} ${row("I", s("keys.finder"))}
      ${row("L", s("keys.leaflet"))} ${row("J", s("keys.propose"))} ${row("1–8", s("keys.phrases"))}
      ${row("E", s("keys.pageSample"))} ${row("A", s("keys.map"))} ${row("H", s("keys.devices"))}
      ${row("C", s("keys.card"))} ${row("V", s("keys.capture"))} ${row("9", s("keys.watch"))}
      ${row("]", s("keys.turnBed"))} ${row("X", s("keys.scan"))} ${row("Y", s("keys.sign"))}
      ${row("B", s("keys.print"))} ${row("Z", s("keys.cancel"))} ${row("O", s("keys.materials"))}
      ${row("/", s("keys.lookAtPages"))} ${row("= ; . -", s("keys.saysOfMaterial"))} ${row("`", s("keys.askPhone"))}
      ${row("0", s("keys.away"))} ${row(",", s("keys.licence"))} ${row("'", s("keys.check"))}
      ${row("?", s("keys.help"))}
    </dl>
    <p class="caption">${s("keys.typing")}</p>
  </dialog>`;
}

function row(name: string, words: string): TemplateResult {
  return html`<dt>${key(name)}<span class="unseen">${name}</span></dt>
    <dd>${words}</dd>`;
}
