import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { live } from "lit/directives/live.js";
import { icon } from "web-kit/elements/icon.ts";
import type { ChatLine } from "web-kit/protocol.ts";
import { authorName, t } from "web-kit/text/text.ts";
import { clock } from "web-kit/text/time.ts";
import { say } from "../text/text.ts";
import type { RoomScreen } from "../view.ts";

/** Lines of the clerk that have not been on the screen. */
export function unread(view: RoomScreen): readonly ChatLine[] {
  return view.state.room.chat.filter((line) => line.by.role === "CLERK" && line.seq > view.touch.chatRead);
}

/** The whole talk in writing: enough for somebody who neither hears nor speaks. */
export function chatPanel(view: RoomScreen): TemplateResult {
  const { state, touch, acts } = view;
  const { chat } = state.room;
  const send = () => touch.chatText.trim() !== "" && acts.chat(touch.chatText.trim());
  return html`<section class="chat card" aria-label=${say("chat.title")}>
    <header class="chat__head">
      <h1 tabindex="-1">${say("chat.title")}</h1>
      <button type="button" class="button button--quiet" @click=${acts.openChat}>
        ${icon("x")}<span>${say("chat.close")}</span>
      </button>
    </header>
    <div class="chat__lines" role="log" aria-label=${say("chat.title")} tabindex="0">
      ${chat.length === 0 ? html`<p class="chat__empty">${say("chat.empty")}</p>` : nothing}
      ${repeat(chat, (each) => each.seq, line)}
    </div>
    <div class="chat__quick">
      ${(["chat.quickHear", "chat.quickSlow", "chat.quickThanks"] as const).map(
        (key) =>
          html`<button type="button" class="button button--quiet" @click=${() => acts.chat(say(key))}>
            ${say(key)}
          </button>`,
      )}
    </div>
    <form
      class="chat__write"
      @submit=${(event: Event) => {
        event.preventDefault();
        send();
      }}
    >
      <label class="unseen" for="chat-text">${say("chat.write")}</label>
      <input
        class="input"
        id="chat-text"
        type="text"
        maxlength="500"
        autocomplete="off"
        placeholder=${say("chat.write")}
        .value=${live(touch.chatText)}
        @input=${(event: Event) => acts.touch({ chatText: (event.target as HTMLInputElement).value })}
      />
      <button type="submit" class="button button--primary">${icon("send")}<span>${say("chat.send")}</span></button>
    </form>
  </section>`;
}

function line(each: ChatLine): TemplateResult {
  const clerk = each.by.role === "CLERK";
  const who = each.by.role === "APPLICANT" ? t("role.you") : authorName(each.by);
  return html`<div class="bubble ${clerk ? "bubble--clerk" : ""}">
    <p class="bubble__who">${who}<time class="num">${clock(each.at)}</time></p>
    <p class="bubble__text">${each.text}</p>
  </div>`;
}
