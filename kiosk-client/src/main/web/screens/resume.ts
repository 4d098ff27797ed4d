import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { refusalText } from "web-kit/text/text.ts";
import { soon } from "web-kit/text/time.ts";
import { cardChoices } from "../parts/card.ts";
import { isKey } from "../screen-keyboard.ts";
import { say } from "../text/text.ts";
import type { View } from "../view.ts";

/** 继续之前的办理: the code from the slip, and one more thing that shows whose it is. */
export function resume(view: View): TemplateResult {
  const { touch, acts, state } = view;
  const ready = touch.resumeCode.trim() !== "" && /^\d{4}$/.test(touch.lastDigits) && touch.busy === null;
  const elsewhere = state.refused?.why === "OPEN_ELSEWHERE";
  const go = () => acts.resume(null, false);
  const here = () => acts.resume(touch.resumeCard, true);
  // A scanner of the slip's code writes as a keyboard does, and ends with Enter.
  const entered = (event: KeyboardEvent) => isKey(event, "Enter") && document.getElementById("resume-digits")?.focus();
  return html`<section class="guide">
    <div class="guide__scroll">
      <h1 tabindex="-1">${say("resume.title")}</h1>
      <p class="lead">${say("resume.lead")}</p>
      <div class="field">
        <div class="field__head"><label class="field__name" for="resume-code">${say("resume.code")}</label></div>
        <input
          class="input num"
          id="resume-code"
          data-keys="code"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          maxlength="12"
          .value=${touch.resumeCode}
          @input=${(event: Event) => acts.touch({ resumeCode: (event.target as HTMLInputElement).value })}
          @keydown=${entered}
        />
      </div>
      <div class="field">
        <div class="field__head"><label class="field__name" for="resume-digits">${say("resume.digits")}</label></div>
        <input
          class="input num"
          id="resume-digits"
          inputmode="numeric"
          autocomplete="off"
          maxlength="4"
          .value=${touch.lastDigits}
          @input=${(event: Event) => acts.touch({ lastDigits: (event.target as HTMLInputElement).value })}
          @keydown=${(event: KeyboardEvent) => isKey(event, "Enter") && ready && go()}
        />
      </div>
      ${cards(view)} ${trouble(view)}
    </div>
    <div class="act">
      <button
        type="button"
        class="button ${elsewhere ? "button--second" : "button--primary"} act__main"
        ?disabled=${!ready}
        @click=${go}
      >
        <span>${say(touch.busy === "resume" ? "resume.busy" : "resume.go")}</span>${icon("arrow-right")}
      </button>
      ${elsewhere ? html`<button type="button" class="button button--primary act__main" @click=${here}>${say("resume.here")}</button>` : nothing}
    </div>
  </section>`;
}

/** Instead of the digits: the card. */
function cards(view: View): TemplateResult | typeof nothing {
  const { state, touch, acts } = view;
  if (state.reader === null) return nothing;
  const disabled = touch.resumeCode.trim() === "" || touch.busy !== null;
  if (state.reader.cards.length > 0)
    return html`<p class="lead">${say("resume.orCard")}</p>
      <p class="caption">${say("card.simulated")}</p>
      ${cardChoices(view, (simulated) => acts.resume({ simulated }, false), disabled)}`;
  return html`<p class="lead">${say("resume.orCard")}</p>
    <button type="button" class="button button--second" ?disabled=${disabled} @click=${() => acts.resume({}, false)}>
      ${icon("id-card")}<span>${say("card.laid")}</span>
    </button>`;
}

/** Which part was wrong is never said. */
function trouble(view: View): TemplateResult | typeof nothing {
  const { refused } = view.state;
  if (refused === null) return nothing;
  const words =
    refused.why === "WRONG_CODE"
      ? say("resume.wrong")
      : refused.why === "TOO_MANY" && refused.until != null
        ? say("resume.tooMany", { time: soon(refused.until, view.now) })
        : refused.why === "DEVICE_NOT_REACHED"
          ? say("resume.noReader")
          : refusalText(refused.why);
  return html`<p class="issue" role="alert">${icon("circle-alert")}<span>${words}</span></p>`;
}
