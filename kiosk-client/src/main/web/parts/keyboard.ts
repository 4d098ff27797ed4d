import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { rows, shownDay, type Key, type Keys } from "../keys.ts";
import { say } from "../text/text.ts";
import { hasRoom, type View } from "../view.ts";
import { mainAct } from "./main-act.ts";
import { offeredWords, typedPinyin } from "./word-offers.ts";

/** Below the page and above the dock: it covers neither the box that is written in nor 叫人帮忙. A touch on it leaves the box its focus. */
export function keyboard(view: View): TemplateResult | typeof nothing {
  const { keys } = view.touch;
  if (keys === null) return nothing;
  const first = hasRoom(view) && mainAct(view) !== "go-on" ? "button--second" : "button--primary";
  const lying = innerWidth > innerHeight;
  return html`<section
    class="keys keys--${keys.layout}"
    aria-label=${say("keys.name")}
    @pointerdown=${(event: Event) => event.preventDefault()}
    @mousedown=${(event: Event) => event.preventDefault()}
  >
    <div class="keys__head">
      <p class="keys__box" role="status">
        ${keys.layout === "date" ? html`<b class="num">${shownDay(keys.day)}</b>` : nothing}
        ${
          keys.layout === "pinyin" && keys.writing.typed !== ""
            ? html`<b class="keys__typed">${typedPinyin(keys.writing)}</b>`
            : html`<span>${keys.asked ? say("keys.asked") : keys.label}</span>`
        }
      </p>
      ${
        keys.layout === "id" // a passport's number has letters
          ? html`<button type="button" class="button button--quiet" @click=${() => view.acts.press("letters")}>
              ${say("keys.letters")}
            </button>`
          : nothing
      }
      ${keys.secret || keys.asked ? nothing : clerkWrites(view, keys)}
      <button type="button" class="button ${first} keys__done" @click=${view.acts.keysDone}>${say("keys.done")}</button>
      ${keys.layout === "pinyin" ? offeredWords(view, keys.writing, lying) : nothing}
    </div>
    ${rows(keys, lying).map((row) => html`<div class="keys__row">${row.map((each) => key(view, keys, each))}</div>`)}
  </section>`;
}

/** 请工作人员帮我填: Chinese too, for whoever has no keyboard to write it with. */
function clerkWrites(view: View, keys: Keys): TemplateResult {
  return html`<button
    type="button"
    class="button button--quiet keys__clerk"
    aria-label=${say("keys.clerk")}
    @click=${() => view.acts.clerkWrites(keys)}
  >
    ${icon("headset")}<span>${say("keys.clerk")}</span>
  </button>`;
}

function key(view: View, { layout, shift }: Keys, each: Key): TemplateResult {
  const press = () => view.acts.press(each);
  switch (each) {
    case "delete":
      return html`<button type="button" class="key key--wide" @click=${press}>${say("keys.delete")}</button>`;
    case "shift":
      return html`<button type="button" class="key key--wide" aria-pressed=${shift ? "true" : "false"} @click=${press}>
        ${say("keys.shift")}
      </button>`;
    case "space":
      return html`<button type="button" class="key key--space" @click=${press}>${say("keys.space")}</button>`;
    case "chinese":
    case "latin":
      return html`<button type="button" class="key key--wide" @click=${press}>${say(`keys.${each}`)}</button>`;
    default:
      // Pinyin has no v, and no key has ü.
      return html`<button type="button" class="key" @click=${press}>
        ${layout === "pinyin" && each === "v" ? "ü" : each}
      </button>`;
  }
}
